/// The tables of a ledger as its manifest names them.
package struct StoredTables: Hashable, Sendable {
  /// What tables are made of: as long as it is the same, they hold.
  package struct Origin: Hashable, Sendable {
    /// The version of the tool whose rules read the texts.
    package var tool: String
    /// The checksum of the list of reports, each with that of its text.
    package var reports: String
    /// The checksum of the corrections' file; empty where there is none.
    package var corrections: String
  }

  /// A table's file.
  package struct File: Hashable, Sendable {
    /// The table: an entity, or `sources`.
    package var table: String
    /// The name of its file in `tables/`.
    package var name: String
    package var rows: Int
    package var bytes: Int
    /// Its ``XXH64``.
    package var checksum: String
  }

  package var origin: Origin
  package var files: [File]
  /// What a person should know of how they were made: corrections that find nothing. Paths in it
  /// begin in the ledger's folder.
  package var notes: [String] = []

  /// The names of the tables there have to be.
  static let names = Entity.allCases.map(\.rawValue) + [StoredSources.name]

  /// A table's file.
  package func file(of table: String) -> File? { files.first { $0.table == table } }

  /// The name of a file whose bytes have a checksum. It is in the name so that a reader who has read
  /// an older manifest still finds what that names.
  static func fileName(_ table: String, _ checksum: String) -> String {
    "\(table)-\(checksum.prefix(8)).arrow"
  }

  /// Whether a name is that of a table's file, of this ledger or of an earlier state of it.
  static func isFileName(_ name: String) -> Bool {
    guard name.hasSuffix(".arrow"), let dash = name.lastIndex(of: "-") else { return false }
    let mark = name[name.index(after: dash)...].dropLast(".arrow".count)
    return names.contains(String(name[..<dash])) && mark.utf8.count == 8
      && mark.allSatisfy { $0.isHexDigit }
  }
}

extension StoredTables {
  /// As JSON, one table a line.
  var json: String {
    var text = "{\"tool\":\(JSONText.string(origin.tool)),"
    text += "\"reports_xxh64\":\(JSONText.string(origin.reports)),"
    text += "\"corrections_xxh64\":\(JSONText.string(origin.corrections)),\n"
    text += "\"notes\":\(JSONText.array(notes.map(JSONText.string))),\n\"files\":["
    return text + files.map { "\n" + $0.json }.joined(separator: ",") + "]}"
  }

  /// Reads what ``json`` writes; `nil` for anything else, as there are no tables then.
  init?(_ json: JSONValue) {
    guard let tool = json["tool"]?.string, let reports = json["reports_xxh64"]?.string,
      let corrections = json["corrections_xxh64"]?.string, let entries = json["files"]?.array
    else { return nil }
    let files = entries.compactMap(File.init)
    guard files.count == entries.count, Set(files.map(\.table)).count == files.count else {
      return nil
    }
    self.init(
      origin: Origin(tool: tool, reports: reports, corrections: corrections), files: files,
      notes: json["notes"]?.array?.compactMap(\.string) ?? [])
  }
}

extension StoredTables.File {
  fileprivate var json: String {
    JSONText.object([
      ("table", JSONText.string(table)), ("file", JSONText.string(name)), ("rows", String(rows)),
      ("bytes", String(bytes)), ("xxh64", JSONText.string(checksum)),
    ])
  }

  fileprivate init?(_ json: JSONValue) {
    guard let table = json["table"]?.string, let name = json["file"]?.string,
      StoredReport.isPlain(name), let rows = json["rows"]?.int, let bytes = json["bytes"]?.int,
      let checksum = json["xxh64"]?.string
    else { return nil }
    self.init(table: table, name: name, rows: rows, bytes: bytes, checksum: checksum)
  }
}
