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
  let output = FileOutput.standardOutput()
  let errors = FileOutput.standardError()

  /// Opens the ledger; throws the exit code after saying why it cannot be.
  init(_ options: OutputSettings) throws {
    self.options = options
    rendering = options.rendering
    opened = OpenedReports(paths: options.ledgers)
    do throws(LedgerFailure) {
      session = Self.session(try LedgerOpening.open(options.ledgers), options)
    } catch {
      throw reportedFailure(error, options.messages)
    }
    loadSettings()
  }

  /// Reads and answers statements until the person leaves; the exit code.
  func run() -> Int32 {
    let history = History(path: HistoryLocation.path)
    guard
      var editor = LineEditor(
        program: "dajuan", history: history,
        completer: { [unowned self] text, cursor in self.complete(text, cursor) })
    else {
      _ = reportedFailure("standard input and output must be a terminal")
      return 3
    }
    // From here on Ctrl-C ends the query that runs, not the process.
    let interrupts = Interrupts()
    greet()
    for problem in settingsProblems { show(TerminalText.visible(problem)) }
    var pending = ""
    var hasSaidProblem = false
    reading: while true {
      // Found when the file is read, or on the first entry it does not take.
      if let problem = editor.history.problem, !hasSaidProblem {
        show(TerminalText.visible("history: \(problem.description)"))
        hasSaidProblem = true
      }
      switch editor.readLine(prompt: pending.isEmpty ? prompt : continuationPrompt) {
      case .interrupted:
        pending = ""
      case .endOfInput:
        break reading
      case .line(let line):
        let statement = pending.isEmpty ? line : pending + "\n" + line
        if statement.allSatisfy(\.isWhitespace) { continue }
        if let command = DotCommand(statement) {
          if command.name == .explain,
            Session.isIncomplete(ExplainRequest(command.rest).query)
          {
            pending = statement
            continue
          }
          pending = ""
          editor.remember(statement)
          if command.name == .read {
            if let source = script(command) { answer(source, &editor) }
          } else if command.name == .examples {
            showExamples(command, &editor)
          } else if run(command, entries: editor.history.entries) == .leave {
            break reading
          }
        } else if Session.isIncomplete(statement) {
          pending = statement
        } else {
          pending = ""
          editor.remember(statement)
          let source = Source(name: "query", statement)
          lastAsked = (session, source)
          answer(source, &editor)
        }
      }
    }
    interrupts.remove()
    output.flush()
    return 0
  }

  /// Writes one line to the person.
  func show(_ text: String) {
    output.write(text + "\n")
    output.flush()
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
    show(
      "Dajuan 答卷 \(ToolVersion.text) · \(shown) · \(facts) facts · .help for help, Ctrl-D to leave")
    if options.ledgers.isEmpty {
      show("Try: indicators | where nature == target | sort growth desc")
      show("     项目 ｜ 筛选 投资 ≥ １００亿元 ｜ 排序 投资 降序")
      show("     .tour, two minutes · .导览，两分钟")
    }
  }
}
