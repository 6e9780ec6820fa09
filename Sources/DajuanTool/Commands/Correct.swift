internal import ArgumentParser
internal import Dajuan
internal import DajuanLedger
internal import DajuanReports
internal import DajuanSyntax
internal import TerminalText

/// `dajuan correct LEDGER …`
struct Correct: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Corrects facts of a ledger, over what the rules found.",
    discussion: """
      A fact is named by its report and its words, as `facts | select report, text` shows them; where \
      they stand more than once, a line or an offset tells which. Corrections are kept in \
      LEDGER/\(LedgerFolder.correctionsName) with the words around the quote, so that they survive \
      another reading of the report; `cite` shows them, and one that finds its fact no more is told \
      and kept. The file may be edited by hand: its first line names the columns.

        dajuan correct ledger --report 郑州市-2022 --quote 7.5%以上 --set period=2022 --note typo
        dajuan correct ledger --report 郑州市-2022 --quote 15分钟 --line 40 --delete
        dajuan correct ledger --list --format jsonl
        dajuan correct ledger --undo

      Fields: value, unit, lower, upper, bound, nature, force, period, kind, subject, measure, role. \
      A number is plain, in the unit with 万 and 亿 folded in; an empty value says that there is none. \
      The value alone gives the ends that the bound word leaves it; with bound=range go lower and upper.
      """
  )

  @Argument(help: "The ledger's folder.", completion: .directory)
  var ledger: String

  @Option(help: "The report's id.")
  var report: String?

  @Option(help: "The words of the quantity.")
  var quote: String?

  @Option(help: "A line of the report's text that it stands on, from 1.")
  var line: Int?

  @Option(name: .customLong("at"), help: "An offset in it, in Unicode scalars of the text.")
  var offset: Int?

  @Option(
    help: ArgumentHelp("What is right; may be given several times.", valueName: "field=value"))
  var set: [String] = []

  @Flag(help: "The words are no quantity.")
  var delete = false

  @Flag(help: "The fact is right as it is.")
  var confirm = false

  @Option(help: "Why, or a remark.")
  var note: String?

  @Option(help: "Who says so; by default the user.")
  var by: String?

  @Flag(help: "Lists the corrections there are, and whether they find their facts.")
  var list = false

  @OptionGroup var formats: FormatOptions

  @Flag(help: "Takes the last correction back.")
  var undo = false

  mutating func validate() throws {
    try formats.check(.table, .jsonl, command: "correct --list")
    if formats.format != nil, !list { throw ValidationError("--format is of --list.") }
    let says = !set.isEmpty || delete || confirm || note != nil
    if [list, undo, says].count(where: { $0 }) != 1 {
      throw ValidationError("Give --set, --delete, --confirm or --note; or --list; or --undo.")
    }
    if [!set.isEmpty, delete, confirm].count(where: { $0 }) > 1 {
      throw ValidationError("--set, --delete and --confirm exclude each other.")
    }
    if says, report == nil || quote == nil {
      throw ValidationError("Missing --report and --quote: which fact is meant.")
    }
  }

  mutating func run() throws {
    let output = FileOutput.standardOutput()
    let store = CorrectionStore(ledger: ledger)
    if list {
      let listing = try reportingFailure { () throws(StoreError) in try self.listing() }
      output.write(listing)
    } else if undo {
      let removed = try reportingFailure { () throws(StoreError) in try store.undo() }
      if removed.isEmpty { output.write("there are no corrections\n") }
      try reportingFailure { () throws(StoreError) in try store.settle() }
      for correction in removed { output.write("taken back: \(Self.line(correction))\n") }
    } else {
      let corrections = try self.corrections()
      try reportingFailure { () throws(StoreError) in
        try store.add(corrections)
        try store.settle()
      }
      for correction in corrections { output.write(Self.line(correction) + "\n") }
    }
    try output.finish()
  }

  // MARK: What is to be said

  /// The corrections the command line asks for; throws the exit code after saying what is wrong.
  private func corrections() throws -> [Correction] {
    let id = report ?? ""
    let (entries, former) = try reportingFailure { () throws(StoreError) in
      var warnings: [String] = []
      let folder = try LedgerFolder(ledger)
      return (
        try LedgerReading.entries(of: folder, only: id, warnings: &warnings),
        try folder.corrections().corrections.filter { $0.anchor.report == id }
      )
    }
    guard let entry = entries.first else {
      throw reportedMistake("there is no report \(id) in \(ledger)")
    }
    do throws(CorrectionWords.Problem) {
      let fact = try FactSearch(report: entry.found, quote: quote ?? "", line: line, offset: offset)
        .fact()
      var said: [(Correction.Field, String)] = []
      for text in set { said.append(try CorrectionWords.assignment(text)) }
      if delete { said.append((.delete, "")) }
      if confirm { said.append((.confirm, "")) }
      if said.isEmpty { said.append((.note, "")) }
      let corrections = try CorrectionWords.corrections(
        said, at: entry.found.anchor(of: fact, report: id), by: by, note: note ?? "")
      if let problem = CorrectedNumber.problem(
        corrections, after: former, of: fact, in: entry.found)
      {
        throw CorrectionWords.Problem(reason: problem)
      }
      return corrections
    } catch {
      throw reportedMistake(error.reason.english)
    }
  }

  // MARK: What there is

  private func listing() throws(StoreError) -> String {
    let folder = try LedgerFolder(ledger)
    var warnings: [String] = []
    let corrections = try folder.corrections().corrections
    let reports = Set(corrections.map(\.anchor.report)).union(report.map { [$0] } ?? [])
    var lost: Set<Correction> = []
    for id in reports {
      let entries = try LedgerReading.entries(of: folder, only: id, warnings: &warnings)
      if entries.isEmpty { lost.formUnion(corrections.filter { $0.anchor.report == id }) }
      for entry in entries { lost.formUnion(entry.unmatched.map(\.correction)) }
    }
    var text = ""
    for correction in corrections where report == nil || report == correction.anchor.report {
      let isLost = lost.contains(correction)
      text +=
        formats.format == .jsonl
        ? Self.json(correction, isApplied: !isLost)
        : Self.line(correction) + (isLost ? "  (finds no fact)" : "")
      text += "\n"
    }
    return text
  }

  /// As an object of one line, for programs: the file's columns, and whether it finds its fact.
  private static func json(_ correction: Correction, isApplied: Bool) -> String {
    let anchor = correction.anchor
    let texts = [
      ("report", anchor.report), ("prefix", anchor.prefix), ("quote", anchor.quote),
      ("suffix", anchor.suffix), ("field", correction.field.rawValue), ("value", correction.value),
      ("by", correction.by), ("date", correction.date), ("note", correction.note),
    ]
    return JSONText.object(
      texts.map { (name: $0, json: JSONText.string($1)) } + [("applied", String(isApplied))])
  }

  private static func line(_ correction: Correction) -> String {
    let anchor = correction.anchor
    var line = "\(anchor.report)  \(anchor.prefix)[\(anchor.quote)]\(anchor.suffix)  "
    line += correction.summary
    for part in [correction.by, correction.day, correction.note] where !part.isEmpty {
      line += "  " + part
    }
    return TerminalText.visible(line)
  }
}
