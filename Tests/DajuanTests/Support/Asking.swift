import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

/// Asks a ledger as a script would, and gives what a reader would see.
struct Asking {
  var session: Session
  var options = RenderOptions()

  /// Asks the bundled report.
  init() throws { session = Session(ledger: try Ledger.bundled()) }

  init(_ rows: LedgerRows) { session = Session(ledger: Ledger(rows)) }

  /// The answers in the chosen format, one after another.
  mutating func callAsFunction(_ query: String) throws -> String {
    var text = ""
    try session.run(Source(query)) { $0.write(options, to: &text) }
    return text
  }

  /// The values of one column of the only answer, as a reader meets them.
  mutating func column(_ name: String, of query: String) throws -> [String] {
    var values: [String] = []
    let ledger = session.ledger
    try session.run(Source(query)) { result in
      guard let index = result.table.schema.index(of: name) else { return }
      let cell = CellText(
        column: result.answer.relation.columns[index], language: .english, style: .brief,
        ledger: ledger)
      values = (0..<result.table.count).map { cell.text(result.table[$0, index]) ?? "–" }
    }
    return values
  }

  /// The mistakes of a query as `code@text`, the text being what the mistake points at.
  mutating func mistakes(_ query: String) -> [String] {
    let source = Source(query)
    do {
      try session.run(source) { _ in }
      return []
    } catch {
      return error.diagnostics.map { "\($0.code.rawValue)@\(error.source.text($0.span))" }
    }
  }

  /// What each mistake's suggestion turns the query into.
  mutating func cures(_ query: String) -> [String] {
    let source = Source(query)
    do {
      try session.run(source) { _ in }
      return []
    } catch {
      return error.diagnostics.map { diagnostic in
        let mended = source.applying(diagnostic.suggestion?.edits ?? [])
        return String(decoding: mended.bytes, as: UTF8.self)
      }
    }
  }
}
