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
    session.limits = QueryLimits(seconds: 5, rows: 2000, bytes: 1 << 24, threads: 1)
    let source = Source(name: "fuzz", bytes: bytes)
    let language = Language.allCases[bytes.count % Language.allCases.count]
    let format = OutputFormat.allCases[bytes.count % OutputFormat.allCases.count]
    var text = ""
    do throws(ScriptError) {
      try session.run(source, warn: { text += $0.text(in: source, language: language) }) { result in
        result.write(RenderOptions(format: format, language: language), to: &text)
      }
    } catch {
      for diagnostic in error.diagnostics {
        text += diagnostic.text(in: error.source, language: language)
        _ = diagnostic.json(in: error.source, language: language)
      }
    }
    if format.isForTerminals { try checkIsPlain(text) }
    _ = session.check(source)
    try checkCompletion(of: String(decoding: bytes, as: UTF8.self), session, language)
  }

  /// What may come next can be asked at any place; the length of the text chooses one.
  private static func checkCompletion(
    of text: String, _ session: Session, _ language: Language
  ) throws(Finding) {
    let count = text.unicodeScalars.count
    let place = count - count % 7
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
