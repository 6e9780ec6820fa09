import Dajuan
import DajuanLedger
import Foundation

/// A made ledger as a folder like those of `dajuan ingest`, but for the texts of its reports, which
/// nobody has written; beside it the files that the peers make of its facts.
struct MadeLedger {
  /// How many facts it has.
  let facts: Int
  /// The folder that both stand in.
  private let url: URL

  /// The ledger of so many facts, written anew by the store as it is now; what the peers have made of the
  /// same facts before is kept. Cost: a second for a million facts.
  static func made(facts: Int, in cache: URL) throws -> MadeLedger {
    let made = MadeLedger(
      facts: facts, url: cache.appending(path: "facts-\(facts)-v\(LedgerMaker.version)"))
    try? FileManager.default.removeItem(atPath: made.folder)
    for folder in [made.folder, made.engines.path] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    try made.write(LedgerMaker.tables(facts: facts))
    return made
  }

  /// The path of the ledger's folder.
  var folder: String { url.appending(path: "ledger").path }

  /// Where the engines have their files and answers.
  var engines: URL { url.appending(path: "engines") }

  /// Writes the list of reports, and then the tables as the tool does.
  private func write(_ tables: LedgerTables) throws {
    let manifest = LedgerManifest(tool: ToolVersion.text, reports: Self.reports(of: tables))
    try manifest.json.write(
      toFile: "\(folder)/\(LedgerFolder.manifestName)", atomically: true, encoding: .utf8)
    var writer = try LedgerWriter(folder, tool: ToolVersion.text, creates: false)
    try writer.stage(tables, of: writer.folder.origin(madeBy: ToolVersion.text), notes: [])
    try writer.commit()
  }

  /// What the list says of the reports; the checksums are those of their names, as good as any.
  private static func reports(of tables: LedgerTables) -> [StoredReport] {
    let table = tables.ledger.table(.reports)
    return (0..<table.count).map { report in
      let id = tables.ledger.reportName(report)
      let digest = SHA256.hex(Array(id.utf8))
      return StoredReport(
        id: id, file: "\(id).txt", sha256: digest,
        origin: .init(name: "\(id).txt", sha256: digest, form: "UTF-8"),
        place: String(id.dropLast(5)), level: Level.county.rawValue,
        year: Int(id.suffix(4)), facts: tables.ends.rows(of: report, in: .facts).count)
    }
  }

  /// The ledger, opened as a user's is.
  func ledger() throws -> Ledger { try Self.open(folder) }

  /// The ledger of a folder, its tables mapped; the run ends where they could not be.
  static func open(_ folder: String) throws -> Ledger {
    let (ledger, warnings) = try Ledger.open(folder: folder)
    Workload.expect(warnings.isEmpty, warnings.joined(separator: "\n"))
    return ledger
  }

  /// The columns of a table's file with the bytes each takes, and the bytes of the whole file.
  func bytes(of table: Entity) throws -> (columns: [(name: String, bytes: Int)], file: Int) {
    let entry = try LedgerFolder(folder).manifest.tables?.file(of: table.rawValue)
    guard let entry else { throw CocoaError(.fileReadCorruptFile) }
    let file = try ArrowFile(MappedFile("\(folder)/\(LedgerFolder.tablesName)/\(entry.name)"))
    return (file.columns.map { ($0.name, $0.byteCount) }, entry.bytes)
  }
}
