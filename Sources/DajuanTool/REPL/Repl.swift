internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax
internal import LineEditing
internal import TerminalText

/// The conversation with a person at a terminal.
final class Repl {
  var session: Session
  var rendering: RenderOptions
  var options: OutputSettings
  var settings = Settings()
  let settingsFile = SettingsFile.standard
  /// What is wrong with the file of settings, to be told at the start.
  var settingsProblems: [String] = []
  /// Whether the person knows that settings cannot be saved.
  var hasSaidUnsaved = false
  /// The format that was asked for this time, which counts more than a file's name.
  var formatOfRun: OutputFormat?
  /// The file that answers go to; `nil` for the terminal.
  var answerFile: AnswerFile?
  /// The statement answered last, with the session it was asked in.
  var lastAsked: (session: Session, source: Source)?
  /// The last that had an answer, whose rows `.cite` counts.
  var lastAnswered: (session: Session, source: Source)?
  /// What is open.
  var opened: OpenedReports
  /// What has been told after a mistake, so that it is told once.
  var hints = MistakeHints()
  /// Whether the init file runs, of which only mistakes are shown.
  var isStarting = false
  /// The scripts that run, each with the line of its command that does.
  var places: [(file: String, line: Int)] = []
  let output = FileOutput.standardOutput()
  let errors = FileOutput.standardError()

  /// Opens the ledger; throws the exit code after saying why it cannot be.
  init(_ options: OutputSettings) throws {
    // The file is for answers: all else is for the terminal, and looks so.
    let file = options.output
    var options = options
    options.output = nil
    self.options = options
    rendering = options.rendering
    opened = OpenedReports(paths: options.ledgers)
    do throws(LedgerFailure) {
      session = Self.session(try LedgerOpening.open(options.ledgers), options)
    } catch {
      throw reportedFailure(error, options.messages)
    }
    loadSettings()
    guard let file else { return }
    do throws(FileFailure) {
      try send(to: file, isForOne: false)
    } catch {
      throw reportedFailure(error, options.messages)
    }
  }

  /// Reads and answers statements until the person leaves; the exit code.
  func run() -> Int32 {
    let history = History(path: PersonalPaths.history)
    guard
      var editor = LineEditor(
        program: "dajuan", history: history,
        highlighter: rendering.usesColor ? { Highlighting.styles(of: $0) } : nil,
        completer: { [unowned self] text, cursor in self.complete(text, cursor) })
    else {
      _ = reportedFailure("standard input and output must be a terminal")
      return 3
    }
    // From here on Ctrl-C ends the query that runs, not the process.
    let interrupts = Interrupts()
    if case .stay = runInitScript(&editor) {
      greet()
      for problem in settingsProblems { tell(TerminalText.visible(problem)) }
      converse(&editor)
    }
    interrupts.remove()
    output.flush()
    return 0
  }

  private func converse(_ editor: inout LineEditor) {
    var hasSaidProblem = false
    var draft = ""
    while true {
      // Found when the file is read, or on the first entry it does not take.
      if let problem = editor.history.problem, !hasSaidProblem {
        tell(TerminalText.visible("history: \(problem.description)"))
        hasSaidProblem = true
      }
      let result = read(draft, &editor)
      draft = ""
      switch result {
      case .interrupted: continue
      case .endOfInput: return
      case .edit(let text): draft = edited(text, settings.language ?? Source(text).language)
      case .line(let statement):
        switch answer(statement, &editor) {
        case .stay: continue
        case .leave: return
        case .edit(let text): draft = text
        }
      }
    }
  }

  /// Reads a text that begins with a draft.
  private func read(_ draft: String, _ editor: inout LineEditor) -> LineEditor.ReadResult {
    guard editor.edits || draft.isEmpty else {
      // There is no going over it here: it is shown, and run as the editor left it.
      for line in draft.split(separator: "\n") { show(TerminalText.visible(String(line))) }
      return .line(draft)
    }
    editor.keys = settings.keys
    return editor.readText(
      prompt: prompt, continuation: continuationPrompt, initial: draft, isComplete: Self.isWhole)
  }

  /// Does what a text says: a command or statements.
  private func answer(_ text: String, _ editor: inout LineEditor) -> Continuation {
    if text.allSatisfy(\.isWhitespace) { return .stay }
    editor.remember(text)
    if let command = DotCommand(text) { return run(command, &editor) }
    let source = Source(name: "query", text)
    lastAsked = (session, source)
    answer(source, &editor)
    return .stay
  }

  /// Writes one line to the person.
  func show(_ text: String) {
    if isStarting { return }
    output.write(text + "\n")
    output.flush()
  }

  /// Tells something in a sentence, in as many lines as it needs.
  func tell(_ text: String) { show(Self.laidOut(text)) }

  /// A sentence in lines of the terminal.
  static func laidOut(_ text: String) -> String {
    Paragraph.lines(TerminalText.visible(text), width: Terminal.width).joined(separator: "\n")
  }

  // MARK: Looks

  private var prompt: String {
    rendering.usesColor ? "\u{1B}[1;36mdajuan\u{1B}[0m> " : "dajuan> "
  }

  private var continuationPrompt: String { "   ...> " }

  private func greet() {
    let reports = session.ledger.table(.reports)
    let facts = session.ledger.table(.facts).count
    var names: [String] = []
    for row in 0..<reports.count {
      if case .text(let name) = reports[row, 0] { names.append(name) }
    }
    let shown =
      TerminalText.visible(names.prefix(3).joined(separator: ", ")) + (names.count > 3 ? ", …" : "")
    tell(
      "Dajuan 答卷 \(ToolVersion.text) · \(shown) · \(facts) facts · .help for help, Ctrl-D to leave")
    if let kind = Terminal.unknownKind {
      tell(
        Language.ofLocale == .chinese
          ? "这里不认识终端 \(kind)：没有颜色，逐行输入；它若与 xterm 相容，可先设 TERM=xterm-256color"
          : "the terminal \(kind) is not known here, so there are no colours and lines are typed plainly; "
            + "where it is like xterm, start with TERM=xterm-256color")
    }
    if let answerFile { tell("answers go to \(answerFile.path); .output brings them back") }
    if options.ledgers.isEmpty {
      let lines = [
        "indicators | where nature == target | sort growth desc", "项目 ｜ 筛选 投资 ≥ １００亿元 ｜ 排序 投资 降序",
        ".tour, two minutes · .导览，两分钟",
      ]
      for (index, line) in lines.enumerated() {
        let start = index == 0 ? "Try: " : "     "
        show(ShownQuery.text(line, behind: start, width: Terminal.width))
      }
    }
  }
}
