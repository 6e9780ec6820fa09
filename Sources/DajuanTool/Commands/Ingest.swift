internal import ArgumentParser
internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax
internal import Glibc
internal import LineEditing

/// How many threads a command may use.
struct JobOptions: ParsableArguments {
  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp(IngestOption.jobs.sentence))
  var jobs: Int?

  var count: Int { jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  mutating func validate() throws {
    let range = IngestOption.jobCounts
    if let jobs, !range.contains(jobs) {
      throw ValidationError(
        "--jobs must be from \(range.lowerBound) to \(range.upperBound), not \(jobs)")
    }
  }
}

/// What a person says of reports beside their text.
struct ReportOptions: ParsableArguments {
  @Option(help: ArgumentHelp(IngestOption.year.sentence))
  var year: Int?

  @Option(help: ArgumentHelp(IngestOption.place.sentence))
  var place: String?

  mutating func validate() throws {
    let range = IngestOption.years
    if let year, !range.contains(year) {
      throw ValidationError(
        "--year must be a year from \(range.lowerBound) to \(range.upperBound), not \(year)")
    }
  }
}

/// `dajuan ingest FILE… --into LEDGER`
struct Ingest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Takes reports into a ledger, a folder that `-l` opens.",
    discussion: """
      Files are read as they are, folders with all that is in them (\
      \(FileSearch.endings.joined(separator: ", "))). Text may be UTF-8, UTF-16, GB18030 or Big5; a PDF is \
      read by way of pdftotext, a docx without other programs.

      What was read before is told by its bytes and passed over; where the ledger's text of it is \
      missing or changed, it is put back. Another text of the same place, year \
      and title takes the earlier one's stead; corrections stay. A file that cannot be read never loses \
      the others: it is listed at the end, with exit status 3. Ctrl-C keeps the reports that are whole, \
      with exit status 130. `--format json` writes the summary for machines.

        dajuan ingest reports/ 2022.pdf --into ledger
        dajuan -l ledger -c 'reports | select id, place, planned, facts'
      """
  )

  @Argument(help: "Reports, folders of reports, or patterns.", completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp(IngestOption.into.sentence, valueName: "ledger"),
    completion: .directory)
  var into: String

  @OptionGroup var reports: ReportOptions
  @OptionGroup var jobs: JobOptions

  @Flag(help: ArgumentHelp(IngestOption.dryRun.sentence))
  var dryRun = false

  @OptionGroup var formats: FormatOptions

  @OptionGroup var languages: LanguageOptions

  @Flag(help: ArgumentHelp(IngestOption.quiet.sentence))
  var quiet = false

  mutating func validate() throws {
    try formats.check(.table, .json, command: "ingest")
  }

  mutating func run() throws {
    let output = FileOutput.standardOutput()
    let run: IngestRun
    do throws(StoreError) {
      run = try take(files, output)
    } catch {
      output.flush()
      throw reportedFailure(error.description(in: languages.language))
    }
    output.flush()
    for failure in run.summary.failures { _ = reportedFailure(failure) }
    try output.finish()
    if run.isInterrupted { throw ExitCode(130) }
    if !run.summary.failures.isEmpty { throw ExitCode(3) }
  }

  /// Takes files into the ledger, and tells of each what became of it.
  ///
  /// - Parameters:
  ///   - files: Reports, folders of reports, or patterns.
  ///   - output: Where it is told.
  /// - Returns: What came of it.
  /// - Throws: Why the ledger cannot be written.
  func take(_ files: [String], _ output: FileOutput) throws(StoreError) -> IngestRun {
    let isForMachines = formats.format == .json
    let language = languages.language
    let run = try IngestRun(
      into: into, isRehearsal: dryRun, IngestSummary(isForMachines: isForMachines, language),
      ProgressBar(isWanted: !quiet && !isForMachines, language: language), output,
      isQuiet: quiet)
    try run.take(FileSearch(files), jobs: jobs.count, year: reports.year, place: reports.place)
    return run
  }
}
