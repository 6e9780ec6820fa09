internal import ArgumentParser
internal import Dajuan
internal import DajuanLedger
internal import DajuanReports
internal import DajuanSyntax
internal import LineEditing
internal import TerminalText

/// `dajuan review LEDGER|FILE…`
struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Shows the facts the rules are least sure of, to be confirmed or corrected.",
    discussion: """
      Facts come with their sentence, what the rules made of them, and why there is doubt: a sum of \
      what the reading itself shows, no probability. Those that were corrected or confirmed before are \
      left out.

      On one ledger and at a terminal each fact waits for a key: y confirms it, e edits fields, d says \
      that it is no quantity, s skips, u takes the last answer back, q quits. Answers are saved at once \
      in the ledger's \(LedgerFolder.correctionsName), as `correct` does. Elsewhere the facts are \
      listed.

        dajuan review ledger
        dajuan review report.md --limit 20 --format jsonl
      """
  )

  @Argument(help: "A ledger's folder, or reports.", completion: .file())
  var paths: [String]

  @Option(help: "How many facts at most.")
  var limit = 100

  @Option(help: "Only the report of this id.")
  var report: String?

  @OptionGroup var formats: FormatOptions

  @OptionGroup var languages: LanguageOptions

  @Option(help: "Who answers; by default the user.")
  var by: String?

  mutating func validate() throws {
    try formats.check(.table, .jsonl, command: "review")
    if limit < 1 { throw ValidationError("--limit must be at least 1, not \(limit)") }
  }

  mutating func run() throws {
    var reports: [(id: String, report: Report)] = []
    let names = LedgerOpening.names(of: paths)
    for (path, name) in zip(paths, names) {
      do throws(LedgerFailure) {
        reports += try read(path, name)
      } catch {
        throw reportedFailure(error.description(in: languages.language))
      }
    }
    if let report, !reports.contains(where: { $0.id == report }) {
      throw reportedMistake(
        Bilingual("there is no report \(report)", "没有报告 \(report)")[languages.language])
    }
    let items = ReviewItem.items(
      reports.filter { report == nil || report == $0.id }, limit: limit)
    let isOneLedger = paths.count == 1 && LedgerFolder.isFolder(paths[0])
    if formats.format == nil, isOneLedger,
      var dialogue = ReviewDialogue(
        items, CorrectionStore(ledger: paths[0]), by: by, usesColor: Terminal.supportsColor,
        languages.language)
    {
      let code = try reportingFailure { () throws(StoreError) in try dialogue.run() }
      if code != 0 { throw ExitCode(code) }
      return
    }
    try list(items)
  }

  private func read(
    _ path: String, _ name: String
  ) throws(LedgerFailure) -> [(id: String, report: Report)] {
    guard LedgerFolder.isFolder(path) else {
      return [(name, try LedgerOpening.report(path, runsPrograms: false))]
    }
    do throws(StoreError) {
      var warnings: [String] = []
      let entries = try LedgerReading.entries(of: LedgerFolder(path), warnings: &warnings)
      for warning in warnings { reportWarning(warning) }
      return entries.map { ($0.stored.id, $0.report) }
    } catch {
      throw .store(error)
    }
  }

  private func list(_ items: [ReviewItem]) throws {
    let output = FileOutput.standardOutput()
    for item in items {
      if formats.format == .jsonl {
        output.write(item.json + "\n")
      } else {
        let (before, after) = item.surroundings
        output.write(
          TerminalText.visible("\(item.doubt.score)  \(item.report):\(item.fact.lines.lowerBound)")
            + "  \(item.reasons(in: languages.language))\n"
            + TerminalText.visible("  \(before)【\(item.fact.surface)】\(after)") + "\n"
            + TerminalText.visible("  = \(item.reading(in: languages.language))") + "\n")
      }
    }
    try output.finish()
  }
}
