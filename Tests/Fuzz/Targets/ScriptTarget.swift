import Dajuan
import DajuanLedger
import DajuanReports
import DajuanSyntax

/// Any bytes asked of a small ledger give answers, or mistakes that can be shown; neither carries
/// what would steer a terminal. What may come next can be asked anywhere in them.
enum ScriptTarget {
  private static let ledger: Ledger? = {
    var rows = LedgerRows()
    for year in [2022, 2023] {
      let text = Array(StoredLedger.report("青禾县", year).utf8)
      guard let report = try? ReportReader.read(text) else { return nil }
      rows.append(report: report, id: "青禾县-\(year)")
    }
    return Ledger(rows)
  }()

  static func check(_ bytes: [UInt8]) throws(Finding) {
    guard let ledger else { throw Finding("the ledger's own reports cannot be read") }
    var session = Session(ledger: ledger)
    session.limits = limits
    let source = Source(name: "fuzz", bytes: bytes)
    let options = options(for: bytes.count)
    let language = options.language ?? .english
    var page = ChartPage(options)
    var text = ""
    do throws(ScriptError) {
      try session.run(source, warn: { text += $0.text(in: source, language: language) }) { result in
        result.write(options, to: &text)
        page.add(result)
        if options.format == .arrow { _ = result.arrowColumns() }
      }
    } catch {
      for diagnostic in error.diagnostics {
        text += diagnostic.text(in: error.source, language: language)
        _ = diagnostic.json(in: error.source, language: language)
      }
    }
    page.write(to: &text)
    if options.format.isForTerminals { try checkIsPlain(text) }
    _ = session.check(source)
    try checkMore(bytes, source, &session, ledger)
  }

  private static let limits = QueryLimits(seconds: 5, rows: 2000, bytes: 1 << 24, threads: 1)

  /// How the answers of a text of so many bytes are shown.
  private static func options(for count: Int) -> RenderOptions {
    let formats = OutputFormat.allCases, languages = Language.allCases
    let format = formats[count % formats.count]
    return RenderOptions(
      format: format, language: languages[count / formats.count % languages.count],
      maximumWidth: format.isForTerminals ? 16 + count % 83 : nil,
      maximumRows: count % 4 == 3 ? 2 + count % 7 : nil)
  }

  /// What takes long enough to be asked of some texts only.
  private static func checkMore(
    _ bytes: [UInt8], _ source: Source, _ session: inout Session, _ ledger: Ledger
  ) throws(Finding) {
    switch bytes.count % 10 {
    // Parses the text once for every word there is.
    case 0, 5: try checkCompletion(of: String(decoding: bytes, as: UTF8.self), session)
    case 2: for phase in Session.Phase.allCases { _ = try? session.explain(source, phase) }
    case 7:
      var evaluator = Evaluator(ledger: ledger)
      evaluator.limits = limits
      guard let query = try? evaluator.compile(source) else { return }
      let columns = query.columns.count
      guard let result = try? query.run() else { return }
      let found = result.table.schema.columns.count
      try require(found == columns, "\(found) columns, \(columns) of the compiled query")
    default: break
    }
  }

  /// What may come next can be asked at any place; the length of the text chooses one.
  private static func checkCompletion(
    of text: String, _ session: Session
  ) throws(Finding) {
    let count = text.unicodeScalars.count
    let place = count - count % 7
    let language = Language.allCases[count / 2 % Language.allCases.count]
    let list = session.candidates(in: text, at: place, language: language)
    let isInside = list.replacing.lowerBound >= 0 && list.replacing.upperBound <= place
    try require(isInside, "completion at \(place) replaces \(list.replacing)")
  }

  private static func checkIsPlain(_ text: String) throws(Finding) {
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control && scalar != "\n"
      try require(!isControl, "a control character is shown: U+\(String(scalar.value, radix: 16))")
    }
  }
}
