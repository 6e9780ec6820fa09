internal import Glibc

/// A ledger on disk, opened to be read.
///
///     LEDGER/ledger.json        what belongs to it, with checksums
///     LEDGER/reports/           the texts that quotes and offsets point into, UTF-8
///     LEDGER/corrections.tsv    what a person says of single facts
///     LEDGER/tables/            what the rules make of these, as Arrow files
///
/// A text or a table is never changed in place: one that takes another's stead gets a name of its own,
/// and `ledger.json`, renamed over at the end of a write, is what makes it part of the ledger. So a
/// reader sees the old or the new ledger.
package struct LedgerFolder: Sendable {
  package static let manifestName = "ledger.json"
  package static let correctionsName = "corrections.tsv"
  package static let reportsName = "reports"

  /// The folder, without a slash at its end.
  package let path: String
  /// What belongs to the ledger.
  package private(set) var manifest: LedgerManifest

  /// Whether a path is a folder: what is opened as a ledger, and not as a report.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What tells one state of a folder's manifest from the next: a file that was renamed over another
  /// is another file. Nothing where there is none.
  package static func stamp(of path: String) -> [Int] {
    var status = stat()
    guard stat(trimmed(path) + "/" + manifestName, &status) == 0 else { return [] }
    return [
      Int(status.st_ino), Int(status.st_size), Int(status.st_mtim.tv_sec),
      Int(status.st_mtim.tv_nsec),
    ]
  }

  /// Opens a ledger. Cost: one small file is read.
  package init(_ path: String) throws(StoreError) {
    self.path = Self.trimmed(path)
    manifest = try Self.manifest(of: self.path)
  }

  /// A ledger whose manifest has been read.
  init(_ path: String, _ manifest: LedgerManifest) {
    self.path = path
    self.manifest = manifest
  }

  static func trimmed(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  static func manifest(of path: String) throws(StoreError) -> LedgerManifest {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileReading.bytes(of: path + "/" + manifestName, limit: 1 << 30)
    } catch {
      if error.code == ENOENT, isFolder(path) {
        throw .foreign(folder: path, reason: "there is no \(manifestName) in it")
      }
      throw .file(error)
    }
    return try LedgerManifest(bytes, folder: path)
  }

  /// The path of a report's text.
  package func path(of report: StoredReport) -> String {
    "\(path)/\(Self.reportsName)/\(report.file)"
  }

  /// The text of a report, and whether it is the one the ledger was made of.
  package func text(
    of report: StoredReport
  ) throws(StoreError) -> (bytes: [UInt8], isUnchanged: Bool) {
    try Self.text(of: report, in: path)
  }

  /// Whether the text of a report is there as the ledger was made of it. Cost: the text is read.
  package static func holds(_ report: StoredReport, in folder: String) -> Bool {
    (try? text(of: report, in: trimmed(folder)))?.isUnchanged == true
  }

  private static func text(
    of report: StoredReport, in folder: String
  ) throws(StoreError) -> (bytes: [UInt8], isUnchanged: Bool) {
    let path = "\(folder)/\(reportsName)/\(report.file)"
    // A link could lead out of the ledger.
    let descriptor = FileSystem.open(
      path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw .damaged(
        file: path,
        reason: errno == ENOENT
          ? "the text of report \(report.id) is missing" : String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    do throws(FileFailure) {
      let bytes = try FileReading.bytes(from: descriptor, path: path, limit: 1 << 28)
      return (bytes, SHA256.hex(bytes) == report.sha256)
    } catch {
      throw .file(error)
    }
  }

  /// A person's corrections; none where there is no file of them.
  package func corrections() throws(StoreError) -> CorrectionFile {
    try Self.corrections(of: path)
  }

  static func corrections(of path: String) throws(StoreError) -> CorrectionFile {
    let file = path + "/" + correctionsName
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileReading.bytes(of: file, limit: 1 << 28)
    } catch {
      if error.code == ENOENT { return CorrectionFile() }
      throw .file(error)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .damaged(file: file, reason: "not UTF-8")
    }
    do throws(CorrectionFile.Problem) {
      return try CorrectionFile(text)
    } catch {
      throw .damaged(file: "\(file):\(error.line)", reason: error.reason)
    }
  }

  /// The paths of files beside the reports and tables that the ledger does not know: what an
  /// interrupted write left, or somebody put there.
  package func strangers() -> [String] {
    let tables = manifest.tables?.files.map(\.name) ?? []
    return [(Self.reportsName, manifest.reports.map(\.file)), (Self.tablesName, tables)].flatMap {
      folder, names in
      let known = Set(names)
      return Self.names(in: path + "/" + folder).filter { !known.contains($0) }.sorted()
        .map { "\(path)/\(folder)/\($0)" }
    }
  }

  /// Whether a new ledger may be made of a path: there is nothing, or what an interrupted first
  /// write left.
  package static func isVacant(_ path: String) -> Bool {
    names(in: path).allSatisfy {
      $0.hasPrefix(FileReplacement.temporaryPrefix) || $0 == reportsName || $0 == tablesName
    }
  }

  /// What stands in a folder; nothing where there is none.
  static func names(in folder: String) -> [String] { (try? FileReading.names(in: folder)) ?? [] }
}
