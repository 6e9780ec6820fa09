internal import DajuanLedger
internal import DajuanSyntax
internal import LineEditing

/// Takes files into a ledger: reads them on several threads, stores them in their order on this one,
/// and tells how far it is.
final class IngestRun {
  private(set) var summary: IngestSummary
  /// Whether the person pressed Ctrl-C before all was read.
  private(set) var isInterrupted = false
  private var intake: LedgerIntake
  private var bar: ProgressBar
  private let ledger: String
  private let known: [String: StoredReport]
  private let output: FileOutput
  private let isQuiet: Bool
  private let isRehearsal: Bool
  private var progress = (done: 0, name: "")
  private var failure: StoreError?

  /// Opens the ledger, and locks it unless this is a rehearsal.
  init(
    into ledger: String, isRehearsal: Bool, _ summary: IngestSummary, _ bar: ProgressBar,
    _ output: FileOutput, isQuiet: Bool
  ) throws(StoreError) {
    (self.summary, self.bar, self.output) = (summary, bar, output)
    (self.isQuiet, self.isRehearsal) = (isQuiet, isRehearsal)
    self.ledger = ledger
    let reports: [StoredReport]
    if isRehearsal {
      reports = try Self.reports(of: ledger)
      intake = LedgerIntake(nil, folder: ledger, reports: reports)
    } else {
      let writer = try LedgerWriter(ledger, tool: ToolVersion.text, creates: true)
      reports = writer.manifest.reports
      intake = LedgerIntake(writer, folder: ledger, reports: reports)
    }
    known = Dictionary(reports.map { ($0.origin.sha256, $0) }) { first, _ in first }
  }

  /// The reports of a ledger that may not be there yet.
  private static func reports(of ledger: String) throws(StoreError) -> [StoredReport] {
    if LedgerFolder.isVacant(ledger) { return [] }
    return try LedgerFolder(ledger).manifest.reports
  }

  /// Takes in what was found, and writes what is to be told on the way and at the end.
  func take(_ search: FileSearch, jobs: Int, year: Int?, place: String?) throws(StoreError) {
    for failure in search.failures {
      tell(
        LedgerIntake.Line(
          path: failure.path, result: .failed,
          notes: [Bilingual(failure.description, failure.description(in: .chinese))]))
    }
    let files = search.files
    let reader = ReportIntake(ledger: ledger, known: known, year: year, place: place)
    bar.begin(files.count)
    // From here on Ctrl-C ends the reading, not the process.
    let interrupts = Interrupts()
    let taken = OrderedWork.run(files.count, jobs: jobs) {
      reader.outcome(of: files[$0])
    } tick: {
      showProgress()
      return !Interrupts.isPending
    } take: { index, outcome in
      store(files[index], outcome, index + 1)
    }
    bar.clear()
    isInterrupted = Interrupts.isPending && taken < files.count
    if failure == nil { finish() }
    interrupts.remove()
    if let failure { throw failure }
    let left = isInterrupted ? files.count - taken : nil
    if !isQuiet || summary.isForMachines {
      output.write(summary.ending(isRehearsal: isRehearsal, interrupted: left))
    }
  }

  private func store(_ path: String, _ outcome: ReportIntake.Outcome, _ done: Int) -> Bool {
    if case .interrupted = outcome { return false }
    do throws(StoreError) {
      tell(try intake.take(path, outcome))
    } catch {
      // Nothing more can be written: the rest is not read.
      failure = error
      return false
    }
    (progress.done, progress.name) = (done, path)
    showProgress()
    return true
  }

  private func showProgress() {
    bar.show(progress.done, progress.name, failures: summary.failures.count)
  }

  private func finish() {
    do throws(StoreError) {
      for warning in try intake.finish() { reportWarning(warning) }
    } catch {
      failure = error
    }
  }

  private func tell(_ line: LedgerIntake.Line) {
    let text = summary.add(line)
    if isQuiet || text.isEmpty { return }
    // On one terminal, the bar goes out of the way.
    bar.clear()
    output.write(text)
    if Terminal.isOutputTerminal { output.flush() }
  }
}
