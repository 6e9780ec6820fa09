internal import ArgumentParser
internal import DajuanReports
internal import Glibc

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

  @Option(
    help: "The year of delivery: it reviews the year before. Left out, it is read from the text.")
  var year: Int?

  @Option(help: "The place the report is of. Left out, it is read from the text.")
  var place: String?

  @Argument(help: "Reports; `-` is standard input.")
  var files: [String]

  mutating func validate() throws {
    if let year, !(1...9999).contains(year) {
      throw ValidationError("--year must be a year from 1 to 9999, not \(year)")
    }
  }

  mutating func run() throws {
    let output = FileOutput.standardOutput()
    var failure: ExitCode?
    for file in files {
      do throws(LedgerFailure) {
        let report = try LedgerOpening.report(file, year: year, place: place)
        var lines: [UInt8] = []
        report.appendFactLines(to: &lines)
        output.write(lines)
      } catch {
        // One file that cannot be read never loses the others.
        output.flush()
        failure = reportedFailure(error.message, of: error.path)
      }
    }
    output.flush()
    if let code = output.failure {
      throw reportedFailure(String(cString: strerror(code)), of: "<stdout>")
    }
    if let failure { throw failure }
  }
}
