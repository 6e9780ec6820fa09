internal import ArgumentParser
internal import DajuanLedger
internal import DajuanReports
internal import DajuanSyntax

/// `dajuan extract FILE…`
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Prints the facts of reports as JSON lines.",
    discussion: """
      One object a fact, in the order of the text: surface, start and end (in Unicode scalars of \
      the text as given), line, section, subject, measure, role, value, unit, lower, upper, bound, \
      nature, force, period, kind, rule. Numbers are exact decimal strings in the unit, with 万 \
      and 亿 folded in; what the text does not state is null. Of a PDF, the text is what pdftotext \
      takes out of it; of a docx, its paragraphs.

      With --jsonl it is a filter: each line of the input is a document, \
      {"text": …, "id": …, "place": …, "year": …}, of which only text must be there, and its facts \
      begin with its id. A line that is no document is told with its number, and the rest goes on; \
      exit status 3 at the end. A report's text may have \(ReportReader.maximumBytes >> 20) MB. \
      What has come is answered before more is waited for. The order is that of the input, whatever --jobs says.

        dajuan extract 2022.md
        parallel --pipe -k dajuan extract --jsonl < documents.jsonl > facts.jsonl
      """
  )

  @OptionGroup var reports: ReportOptions
  @OptionGroup var jobs: JobOptions

  @Flag(help: "The input is documents as JSON lines.")
  var jsonl = false

  @Argument(
    help: "Reports, or with --jsonl files of documents; `-` is standard input.",
    completion: .file())
  var files: [String] = []

  mutating func validate() throws {
    if files.isEmpty, !jsonl { throw ValidationError("Missing a report, or --jsonl.") }
  }

  mutating func run() throws {
    let output = FactOutput()
    if jsonl {
      for file in files.isEmpty ? ["-"] : files { stream(file, to: output) }
    } else {
      let (files, reports) = (files, reports)
      _ = OrderedWork.run(files.count, jobs: jobs.count) {
        index -> Result<[UInt8], LedgerFailure> in
        do throws(LedgerFailure) {
          let report = try LedgerOpening.report(
            files[index], year: reports.year, place: reports.place, runsPrograms: true)
          return .success(report.factLines())
        } catch {
          return .failure(error)
        }
      } take: { _, facts in
        output.write(facts.mapError { .init(reason: $0.description) })
      }
    }
    try output.finish()
  }

  /// Reads a stream of documents to its end.
  private func stream(_ file: String, to output: FactOutput) {
    let name = file == "-" ? "<stdin>" : file
    let (place, year) = (reports.place, reports.year)
    do throws(FileFailure) {
      // In JSON a character may be written with six bytes for one.
      var source = try LineSource(file, longest: ReportReader.maximumBytes * 2)
      defer { source.close() }
      while case let lines = try source.lines(jobs.count << 20), !lines.isEmpty {
        _ = OrderedWork.run(lines.count, jobs: jobs.count) {
          Self.facts(of: lines[$0], name, place: place, year: year)
        } take: { _, facts in
          output.write(facts)
        }
        output.flush()
      }
    } catch {
      _ = output.write(.failure(.init(reason: error.description)))
    }
  }

  private static func facts(
    of line: LineSource.Line, _ name: String, place: String?, year: Int?
  ) -> Result<[UInt8], DocumentLine.Problem> {
    func problem(_ reason: String) -> Result<[UInt8], DocumentLine.Problem> {
      .failure(.init(reason: "\(name):\(line.number): \(reason)"))
    }
    guard let bytes = line.bytes else { return problem(ReportDocument.textIsTooLong.english) }
    // Blank lines part nothing.
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return .success([]) }
    do throws(DocumentLine.Problem) {
      let document = try DocumentLine(bytes)
      do throws(ReadError) {
        return .success(try document.facts(place: place, year: year))
      } catch {
        return problem(error.advice.english)
      }
    } catch {
      return problem(error.reason)
    }
  }
}

/// Facts on their way to standard output, and what could not be read on its way to standard error.
private final class FactOutput {
  private let output = FileOutput.standardOutput()
  private var failure: ExitCode?

  /// Writes facts, or says why there are none: one file that cannot be read never loses the others.
  ///
  /// - Returns: Whether there is a point in going on: standard output takes what is written.
  func write(_ facts: Result<[UInt8], DocumentLine.Problem>) -> Bool {
    switch facts {
    case .success(let lines): output.write(lines)
    case .failure(let problem):
      output.flush()
      failure = reportedFailure(problem.reason)
    }
    return output.failure == nil
  }

  func flush() { output.flush() }

  /// Ends with the exit code.
  func finish() throws {
    try output.finish()
    if let failure { throw failure }
  }
}
