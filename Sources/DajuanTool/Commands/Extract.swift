internal import ArgumentParser
internal import DajuanLedger
internal import DajuanReports

/// `dajuan extract FILE…`
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the facts of reports as JSON lines.",
    discussion: """
      One object a fact, in the order of the text: surface, start and end (in Unicode scalars of \
      the text as given), line, section, subject, measure, role, value, unit, lower, upper, bound, \
      nature, force, period, kind, rule. Numbers are exact decimal strings in the unit, with 万 \
      and 亿 folded in; what the text does not state is null.
      """
  )

  @OptionGroup var reports: ReportOptions

  @Argument(help: "Reports; `-` is standard input.")
  var files: [String]

  mutating func run() throws {
    let output = FileOutput.standardOutput()
    var failure: ExitCode?
    for file in files {
      do throws(LedgerFailure) {
        let report = try LedgerOpening.report(
          file, year: reports.year, place: reports.place, runsPrograms: true)
        for fact in report.facts { output.write(fact.json(in: report) + "\n") }
      } catch {
        // One file that cannot be read never loses the others.
        output.flush()
        failure = reportedFailure(error.description)
      }
    }
    output.flush()
    if let code = output.failure {
      throw reportedFailure(FileFailure(path: "<stdout>", code: code).description)
    }
    if let failure { throw failure }
  }
}
