internal import ArgumentParser
internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax
internal import LineEditing
internal import TerminalText

// What is open: other reports and ledgers, new reports taken in, the sentence behind a row.
extension Repl {
  /// `.open`: asks these reports or ledgers from now on, or the bundled report.
  func open(_ command: DotCommand) {
    let paths = TypedPaths.paths(command.arguments)
    let language = language(of: command)
    if open(paths, language) { tell(openedText(language)) }
  }

  /// Opens what paths name; what was open stays so where that fails, which is told.
  private func open(_ paths: [String], _ language: Language) -> Bool {
    do throws(LedgerFailure) {
      let ledger = try LedgerOpening.open(paths) { self.tell(TerminalText.visible($0)) }
      session = Self.session(ledger, options)
      (lastAsked, lastAnswered) = (nil, nil)
      opened = OpenedReports(paths: paths)
      return true
    } catch {
      complain(TerminalText.visible(error.description(in: language)))
      if case .store(.foreign(let folder, _)) = error {
        let shown = TypedPaths.quoted(folder)
        tell(
          language == .chinese
            ? "其中若是报告，.收录 \(shown) --into 我的台账 把它们收进台账"
            : "if reports are in it, .ingest \(shown) --into mine takes them into a ledger")
      }
      return false
    }
  }

  private func openedText(_ language: Language) -> String {
    let reports = session.ledger.table(.reports).count
    let facts = session.ledger.table(.facts).count
    let shown = opened.paths.prefix(3).map(TerminalText.visible).joined(separator: ", ")
    let rest = opened.paths.count > 3 ? ", …" : ""
    if language == .chinese {
      let name = opened.paths.isEmpty ? "自带的报告" : shown + rest
      return "已打开\(name)：\(reports) 份报告，\(facts) 个事实"
    }
    let name = opened.paths.isEmpty ? "the bundled report" : shown + rest
    return "opened \(name): \(counted(reports, "report")), \(counted(facts, "fact"))"
  }

  /// `.ledger`: what is open, and how much is in it.
  func showLedger(_ language: Language) {
    let summary = LedgerSummary(
      ledger: session.ledger, opened: opened, language: language,
      window: (Terminal.width, Terminal.height))
    show(summary.text)
  }

  /// `.ingest`: what `dajuan ingest` does, into the ledger that is open where none is named, which is
  /// open afterwards.
  func ingest(_ command: DotCommand) {
    let language = language(of: command)
    var words = command.arguments
    let namesLedger = words.contains { $0 == "--into" || $0.hasPrefix("--into=") }
    let isKnown = namesLedger || opened.folder != nil
    if !isKnown, words.isEmpty { return tell(Self.wantsLedger([], language)) }
    if !namesLedger { words += ["--into", opened.folder ?? "mine"] }
    do {
      // A mistake in what was typed is told before a name for the ledger is asked for.
      let request = try Ingest.parse(words)
      guard isKnown else { return tell(Self.wantsLedger(command.arguments, language)) }
      let files = TypedPaths.paths(request.files)
      let folder = TypedPaths.path(request.into)
      let run = try request.into(folder, language).take(files, output)
      output.flush()
      finish(run, folder, isRehearsal: request.dryRun, language)
    } catch let error as StoreError {
      output.flush()
      complain(TerminalText.visible(error.description(in: language)))
    } catch {
      refuse(words, error, language)
    }
    // A Ctrl-C that ended the reading is not meant for what comes next.
    Interrupts.clear()
  }

  /// Tells what the command line's parser says: its help, or a mistake.
  private func refuse(_ words: [String], _ error: any Error, _ language: Language) {
    let isHelp = Ingest.exitCode(for: error).isSuccess
    if language == .chinese {
      if isHelp { return showPaged(IngestOption.chineseHelp(width: Terminal.width)) }
      if let problem = IngestOption.chineseProblem(in: words) {
        let end = problem.hasSuffix("？") ? "" : "；"
        return complain(TerminalText.visible(problem + end + "用法见 .收录 --help"))
      }
    }
    let lines = Ingest.message(for: error).split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { TerminalText.visible(String($0)) }.joined(separator: "\n")
    if isHelp { return showPaged(text) }
    complain(
      text + (language == .chinese ? "；用法见 .收录 --help" : "; .ingest --help tells what it takes"))
  }

  private func finish(
    _ run: IngestRun, _ folder: String, isRehearsal: Bool, _ language: Language
  ) {
    let kept = run.summary.counts.filter { $0.key != .failed && $0.key != .leftOut }
    if isRehearsal { return }
    guard !kept.isEmpty else {
      return tell(
        language == .chinese
          ? "什么也没有收进；打开着的不变" : "nothing was taken in; what is open stays open")
    }
    if open([folder], language) { tell(openedText(language)) }
  }

  private static func wantsLedger(_ words: [String], _ language: Language) -> String {
    let files = words.isEmpty ? (language == .chinese ? "报告.md" : "report.md") : ""
    let shown = TerminalText.visible(words.map(TypedPaths.quoted).joined(separator: " ")) + files
    return language == .chinese
      ? "打开着的不是台账文件夹，请给一个名字：.收录 \(shown) --into 我的台账"
      : "what is open is no ledger's folder; name one: .ingest \(shown) --into mine"
  }

  /// `.cite`: the sentence behind a row of the last answer.
  func cite(_ command: DotCommand) {
    let language = language(of: command)
    let isChinese = language == .chinese
    guard let (asking, source) = lastAnswered else {
      return tell(
        isChinese
          ? "还没有答案；先问一个，再用 .出处 2 看第 2 行的语句"
          : "there is no answer yet; ask, then .cite 2 shows the sentence behind row 2")
    }
    let word = command.arguments.first
    guard let row = word.map({ Self.number($0) }) ?? 1, row > 0 else {
      return tell(isChinese ? "行号从 1 数起：.出处 2" : "rows are counted from 1: .cite 2")
    }
    attempt(source) { (bar, _) throws(ScriptError) in
      let citation = try asking.citation(
        ofRow: row - 1, of: source,
        shouldStop: {
          bar.tick(); return Interrupts.isPending
        }, progress: bar.progress)
      bar.clear()
      guard let citation else { return }
      let count = citation.rowCount
      if citation.cells.isEmpty || word == nil && count != 1 {
        return tell(Self.rows(count, language))
      }
      let text = CitationText(
        ledger: asking.ledger, opened: opened, language: language,
        usesColor: rendering.usesColor, width: Terminal.width)
      show(text.text(citation, row: row))
    }
  }

  private static func rows(_ count: Int, _ language: Language) -> String {
    switch (count, language) {
    case (0, .chinese): "上一答案没有行"
    case (0, _): "the last answer has no rows"
    case (1, .chinese): "上一答案只有 1 行：.出处 1"
    case (1, _): "the last answer has one row: .cite 1"
    case (_, .chinese): "上一答案有 \(count) 行：.出处 1 至 .出处 \(count)"
    case (_, _): "the last answer has \(count) rows: .cite 1 to .cite \(count)"
    }
  }

  /// A number in digits of any width.
  private static func number(_ word: String) -> Int? {
    Int(
      String(
        String.UnicodeScalarView(
          word.unicodeScalars.map {
            (0xFF10...0xFF19).contains($0.value)
              ? Unicode.Scalar($0.value - 0xFEE0) ?? $0 : $0
          })))
  }
}

extension Ingest {
  /// The same into another folder, told in a language unless the words themselves ask for one.
  fileprivate func into(_ folder: String, _ language: Language) -> Ingest {
    var request = self
    request.into = folder
    request.languages.lang = languages.lang ?? language
    return request
  }
}
