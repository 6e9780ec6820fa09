/// A ledger whose rows stand in its tables.
package struct OpenedTables: Sendable {
  package let ledger: Ledger
  /// What a person should know of how the tables were made.
  package let notes: [String]
}

extension LedgerFolder {
  package static let tablesName = "tables"

  /// The ledger of a folder as its tables have it.
  ///
  /// Nothing is copied and no row is looked at: the cost is that of the manifest's checksum and of the
  /// tables' metadata, whatever the number of rows. Texts are not looked at either. Of tables that are
  /// small together the checksums are compared, too.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - tool: The version whose rules are to have made the tables.
  /// - Returns: The ledger, or why its texts have to be read.
  /// - Throws: Why it is no ledger.
  package static func openTables(
    of path: String, madeBy tool: String = ToolVersion.text
  ) throws(StoreError) -> Result<OpenedTables, TablesProblem> {
    let path = trimmed(path)
    let folder: LedgerFolder
    var reports: String?
    if let file = try? MappedFile(path + "/" + manifestName),
      let head = LedgerManifest.head(of: file, folder: path)
    {
      folder = LedgerFolder(path, head)
      reports = head.tables?.origin.reports
    } else {
      folder = try LedgerFolder(path)
    }
    do throws(TablesProblem) {
      return .success(try folder.openTables(reports, tool))
    } catch {
      return .failure(error)
    }
  }

  /// Why the tables are not of the texts and corrections there are, or nothing.
  ///
  /// - Parameters:
  ///   - tool: The version whose rules are to have made them.
  ///   - reports: The checksum of the list of reports, where it is known already.
  /// - Returns: The reason.
  package func tablesAge(
    madeBy tool: String = ToolVersion.text, reports: String? = nil
  ) -> TablesProblem? {
    guard let origin = manifest.tables?.origin else { return .missing }
    if origin.tool != tool { return .outdated("of version \(origin.tool)") }
    if origin.reports != reports ?? manifest.reportsChecksum {
      return .outdated("older than its list of reports")
    }
    return origin.corrections == correctionsChecksum
      ? nil : .outdated("older than its corrections")
  }

  private func openTables(
    _ reports: String?, _ tool: String
  ) throws(TablesProblem) -> OpenedTables {
    if let problem = tablesAge(madeBy: tool, reports: reports) { throw problem }
    guard let stored = manifest.tables else { throw .missing }
    let size = stored.files.reduce(0) { $0 &+ max(0, $1.bytes) }
    var files: [String: ArrowFile] = [:]
    for name in StoredTables.names {
      guard let entry = stored.file(of: name) else {
        throw .damaged(file: path + "/" + Self.manifestName, reason: "it names no table \(name)")
      }
      files[name] = try open(entry, isChecked: size <= Self.checkedSize)
    }
    do throws(StoreError) {
      return OpenedTables(
        ledger: try Self.ledger(of: files), notes: stored.notes.map { "\(path)/\($0)" })
    } catch {
      throw TablesProblem(error)
    }
  }

  /// How many bytes of tables are compared with their checksums whenever they are opened: some
  /// milliseconds' worth.
  static let checkedSize = 1 << 24

  /// The path of a table's file.
  package func path(of table: StoredTables.File) -> String {
    "\(path)/\(Self.tablesName)/\(table.name)"
  }

  /// Opens a table's file, and holds it against what the manifest says of it.
  package func open(
    _ entry: StoredTables.File, isChecked: Bool
  ) throws(TablesProblem) -> ArrowFile {
    let path = path(of: entry)
    let mapped: MappedFile
    do throws(FileFailure) {
      mapped = try MappedFile(path)
    } catch {
      throw .damaged(file: path, reason: error.message)
    }
    guard mapped.count == entry.bytes else {
      throw .damaged(
        file: path, reason: "it has \(mapped.count) bytes, and \(entry.bytes) were written")
    }
    if isChecked, XXH64.hex(of: mapped.bytes) != entry.checksum {
      throw .damaged(file: path, reason: "its bytes have changed: the checksum differs")
    }
    let file: ArrowFile
    do throws(StoreError) {
      file = try ArrowFile(mapped)
    } catch {
      throw TablesProblem(error)
    }
    guard file.rowCount == entry.rows else {
      throw .damaged(file: path, reason: "it has \(file.rowCount) rows, and not \(entry.rows)")
    }
    return file
  }

  static func ledger(of files: [String: ArrowFile]) throws(StoreError) -> Ledger {
    var tables: [Entity: Table] = [:]
    for entity in Entity.allCases {
      if let file = files[entity.rawValue] {
        tables[entity] = try TableFile.table(entity, of: file)
      }
    }
    guard let file = files[StoredSources.name] else {
      preconditionFailure("all tables were opened")
    }
    return Ledger(tables: tables, sources: try TableFile.sources(of: file))
  }

  /// What tables made now would be made of.
  package func origin(madeBy tool: String) -> StoredTables.Origin {
    StoredTables.Origin(
      tool: tool, reports: manifest.reportsChecksum, corrections: correctionsChecksum)
  }

  /// The checksum of the corrections' file; empty where there is none.
  private var correctionsChecksum: String {
    let bytes = try? FileReading.bytes(of: path + "/" + Self.correctionsName, limit: 1 << 28)
    return bytes.map { XXH64.hex(of: $0) } ?? ""
  }
}
