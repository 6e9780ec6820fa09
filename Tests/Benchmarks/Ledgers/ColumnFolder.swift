import DajuanLedger
import Foundation

/// A made ledger as plain files, for every engine the same: a file a column, of numbers side by side
/// in little-endian order, and `columns.json`, which says what they are.
struct ColumnFolder {
  /// What `columns.json` says.
  private struct Manifest: Codable {
    var count: Int
    var columns: [Entry]
  }

  /// One column of codes into words, or of numbers.
  private struct Entry: Codable {
    let name: String
    /// The bytes of a number.
    let width: Int
    /// The words that codes stand for; `nil` for plain numbers.
    let words: [String]?
  }

  let url: URL

  /// The folder of so many facts, made if it is not there yet.
  static func made(facts: Int, in cache: URL) throws -> ColumnFolder {
    let folder = ColumnFolder(
      url: cache.appending(path: "facts-\(facts)-v\(LedgerMaker.version)"))
    if FileManager.default.fileExists(atPath: folder.manifest.path) { return folder }
    try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
    try folder.write(LedgerMaker.ledger(facts: facts).table(.facts))
    return folder
  }

  private var manifest: URL { url.appending(path: "columns.json") }

  private func write(_ table: Table) throws {
    var entries: [Entry] = []
    for (column, definition) in zip(table.columns, table.schema.columns) {
      let name = definition.name
      switch column {
      case .text(let column):
        entries.append(try write(column.codes, name, column.words.strings))
      case .period(let column):
        entries.append(try write(column.codes, name, column.periods.map(\.description)))
      case .quantity(let column):
        entries.append(try write(column.unitCodes, "\(name).unit", column.units.map(\.name)))
        entries.append(try write(column.lower, "\(name).lower"))
        entries.append(try write(column.upper, "\(name).upper"))
        entries.append(try write(column.marks, "\(name).marks"))
      case .source(let column):
        guard let places = column.single else { preconditionFailure() }
        entries.append(try write(places, name))
      case .truth: preconditionFailure()
      }
    }
    // Last, so that a folder with one is whole.
    let encoder = JSONEncoder()
    try encoder.encode(Manifest(count: table.count, columns: entries)).write(
      to: manifest, options: .atomic)
  }

  private func write(_ codes: Codes, _ name: String, _ words: [String]) throws -> Entry {
    let plain =
      switch codes.storage {
      case .bytes(let buffer): try write(buffer, name)
      case .shorts(let buffer): try write(buffer, name)
      case .ints(let buffer): try write(buffer, name)
      }
    return Entry(name: name, width: plain.width, words: words)
  }

  private func write<Number>(_ buffer: Buffer<Number>, _ name: String) throws -> Entry {
    let data = buffer.withSpan { span in span.withUnsafeBytes { Data($0) } }
    try data.write(to: url.appending(path: name))
    return Entry(name: name, width: MemoryLayout<Number>.size, words: nil)
  }

  /// The ledger, its columns standing on the files.
  func ledger() throws -> Ledger {
    let manifest = try JSONDecoder().decode(Manifest.self, from: Data(contentsOf: manifest))
    let entries = Dictionary(uniqueKeysWithValues: manifest.columns.map { ($0.name, $0) })
    let count = manifest.count
    func entry(_ name: String) throws -> Entry {
      guard let entry = entries[name] else { throw CocoaError(.fileReadCorruptFile) }
      return entry
    }
    func words(_ name: String) throws -> [String] { try entry(name).words ?? [] }
    func codes(_ name: String) throws -> Codes {
      switch try entry(name).width {
      case 1: Codes(.bytes(try buffer(name, count)))
      case 2: Codes(.shorts(try buffer(name, count)))
      default: Codes(.ints(try buffer(name, count)))
      }
    }
    let schema = Entity.facts.schema
    let columns = try schema.columns.map { definition -> Column in
      let name = definition.name
      switch definition.type {
      case .quantity:
        let units = try words("\(name).unit").compactMap { Unit.named($0) }
        return .quantity(
          QuantityColumn(
            units: units, unitCodes: try codes("\(name).unit"),
            lower: try buffer("\(name).lower", count), upper: try buffer("\(name).upper", count),
            marks: try buffer("\(name).marks", count)))
      case .period:
        let periods = try words(name).compactMap { Int($0).map(Period.init(year:)) }
        return .period(PeriodColumn(periods: periods, codes: try codes(name)))
      case .source: return .source(SourceColumn(one: try buffer(name, count)))
      default:
        return .text(
          TextColumn(words: WordList(try words(name)), codes: try codes(name)))
      }
    }
    let reports = try words("report")
    return Ledger(
      tables: [.facts: Table(schema, columns, count: count)],
      sources: SourceTable(
        reports.indices.map { SourceRow(report: $0, section: "", statement: "", lines: 1...1) }))
  }

  private func buffer<Number: BitwiseCopyable & Sendable>(
    _ name: String, _ count: Int
  ) throws -> Buffer<Number> {
    let file = try MappedFile(url.appending(path: name).path)
    guard let buffer = file.buffer(of: Number.self, at: 0, count: count) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    return buffer
  }
}
