public import DajuanLedger
public import DajuanReports

/// Why a ledger's folder cannot be opened.
public struct LedgerFolderError: Error, CustomStringConvertible {
  /// One line, with the file it is about.
  public let description: String
}

extension Ledger {
  /// Opens a ledger's folder, as `dajuan ingest` makes them.
  ///
  ///     let (ledger, warnings) = try Ledger.open(folder: "ledger")
  ///     var session = Session(ledger: ledger)
  ///
  /// Its tables are mapped, which costs the same however many rows they have. Where they are missing,
  /// damaged or older than the texts and corrections, its texts are read by the extractor, and a
  /// person's corrections applied: that costs what reading the texts does.
  ///
  /// - Parameter folder: The folder's path.
  /// - Returns: The ledger, and what a person should know that stops nothing: that its tables
  ///   could not be used, texts changed by others, corrections that find no fact.
  /// - Throws: Why it cannot be opened.
  public static func open(
    folder: String
  ) throws(LedgerFolderError) -> (ledger: Ledger, warnings: [String]) {
    do throws(StoreError) {
      return try Ledger.read(folder: folder)
    } catch {
      throw LedgerFolderError(description: error.description)
    }
  }

  /// Reads one report.
  ///
  /// - Parameters:
  ///   - bytes: Its text in UTF-8, UTF-16, GB18030 or Big5, or a web page.
  ///   - id: Its short name, which `source` columns show.
  /// - Returns: A ledger of this report.
  /// - Throws: Why it cannot be read. Cost: linear in the text, some 50 MB a second.
  public static func read(report bytes: [UInt8], id: String) throws(ReadError) -> Ledger {
    Ledger(report: try ReportReader.read(bytes), id: id)
  }

  /// Opens what a path names: a ledger's folder, or the text of one report.
  ///
  /// - Parameter path: The folder or file.
  /// - Returns: The ledger, and what a person should know that stops nothing.
  /// - Throws: Why it cannot be opened.
  public static func open(
    _ path: String
  ) throws(LedgerFolderError) -> (ledger: Ledger, warnings: [String]) {
    if LedgerFolder.isFolder(path) { return try open(folder: path) }
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileReading.bytes(of: path)
    } catch {
      throw LedgerFolderError(description: error.description)
    }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let name = file.split(separator: ".").first.map(String.init) ?? file
    do throws(ReadError) {
      return (try read(report: bytes, id: name), [])
    } catch {
      throw LedgerFolderError(description: "\(path): \(error)")
    }
  }
}
