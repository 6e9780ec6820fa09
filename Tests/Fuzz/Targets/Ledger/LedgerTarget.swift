import Dajuan
import DajuanLedger
import Foundation
import Synchronization

/// A good ledger of which one file is another: it is refused, or opens with tables that every query can
/// be asked of.
///
/// The first byte says which file it is, and how the rest is used: as the file itself, or as changes to
/// the good one, three bytes each: a place and what stands there then. Checksums, lengths and numbers of
/// rows are made right, unless it says otherwise, so that the readers behind them are reached.
final class LedgerTarget: Sendable {
  /// One folder for the process: files of it are changed and put back.
  static let shared = LedgerTarget()

  private struct Good: Sendable {
    let folder: StoredLedger
    let manifest: LedgerManifest
    /// The tables, the manifest and the corrections, in this order.
    let files: [(path: String, bytes: [UInt8])]
  }

  /// Nothing where no ledger could be made.
  private let good: Mutex<Good?>

  private init() { good = Mutex(try? Self.makeGood()) }

  private static func makeGood() throws -> Good {
    // In memory, where there is such a folder.
    let memory = "/dev/shm"
    let folder = try StoredLedger(
      in: FileManager.default.fileExists(atPath: memory) ? memory : "/tmp")
    try folder.ingest([
      ("青禾县-2022", StoredLedger.report("青禾县", 2022)),
      ("青禾县-2023", StoredLedger.report("青禾县", 2023, growth: "8.1%")),
    ])
    try folder.correct("青禾县-2022", "6所", period: "2021")
    let ledger = try LedgerFolder(folder.path)
    let tables = ledger.manifest.tables?.files.map(ledger.path(of:)) ?? []
    let names = [LedgerFolder.manifestName, LedgerFolder.correctionsName]
    let paths = tables + names.map { "\(folder.path)/\($0)" }
    atexit { LedgerTarget.shared.remove() }
    return Good(
      folder: folder, manifest: ledger.manifest,
      files: try paths.map { ($0, try FileReading.bytes(of: $0)) })
  }

  private func remove() {
    good.withLock { good in
      if let folder = good?.folder.folder { try? FileManager.default.removeItem(atPath: folder) }
    }
  }

  func check(_ bytes: [UInt8]) throws(Finding) {
    guard let first = bytes.first else { return }
    let rest = bytes.dropFirst()
    let failure = good.withLock { good -> String? in
      guard let good else { return "no ledger could be made" }
      do {
        try Self.check(good, Alteration(first, count: good.files.count), rest)
        return nil
      } catch {
        return "\(error)"
      }
    }
    if let failure { throw Finding(failure) }
  }

  private static func check(
    _ good: Good, _ alteration: Alteration, _ rest: ArraySlice<UInt8>
  ) throws {
    let (path, sound) = good.files[alteration.file]
    let bytes = alteration.isPatch ? alteration.patched(sound, rest) : Array(rest)
    let manifestPath = "\(good.folder.path)/\(LedgerFolder.manifestName)"
    defer {
      for file in good.files where file.path == path || file.path == manifestPath {
        try? write(file.bytes, file.path)
      }
    }
    try write(bytes, path)
    if path != manifestPath, alteration.isForged {
      try write(Array(forged(good.manifest, alteration.file, bytes, path).json.utf8), manifestPath)
    }
    guard let ledger = try? opened(good, alteration.file) else { return }
    _ = try StoredLedger.answers(of: ledger, queries(of: alteration.file, good), threads: 1)
    // Tables that are refused are by the same reader here.
    _ = (try? LedgerFolder(good.folder.path))?.checkedTables()
  }

  /// The ledger, where it is not refused. Instead of tables that are, its texts would be read, which are
  /// the same as ever: only where something else was changed is that looked at.
  private static func opened(_ good: Good, _ file: Int) throws -> Ledger? {
    guard let tables = good.manifest.tables?.files, file < tables.count else {
      return try Ledger.open(folder: good.folder.path).ledger
    }
    return try? LedgerFolder.openTables(of: good.folder.path).get().ledger
  }

  /// Queries that touch what a file holds; where it is no table, all of them.
  private static func queries(of file: Int, _ good: Good) -> [String] {
    guard let tables = good.manifest.tables?.files, file < tables.count else {
      return StoredLedger.queries
    }
    let word = Entity(rawValue: tables[file].table) == nil ? "cite" : tables[file].table
    return StoredLedger.queries.filter { $0.contains(word) }
  }

  /// The manifest as it would be, had a file been written by the tool.
  private static func forged(
    _ manifest: LedgerManifest, _ file: Int, _ bytes: [UInt8], _ path: String
  ) -> LedgerManifest {
    var manifest = manifest
    let checksum = XXH64.hex(of: bytes)
    if let count = manifest.tables?.files.count, file < count {
      manifest.tables?.files[file].bytes = bytes.count
      manifest.tables?.files[file].checksum = checksum
      if let mapped = try? MappedFile(path), let arrow = try? ArrowFile(mapped) {
        manifest.tables?.files[file].rows = arrow.rowCount
      }
    } else {
      manifest.tables?.origin.corrections = checksum
    }
    return manifest
  }

  /// A new file in the old one's place, as one that is mapped must not change.
  private static func write(_ bytes: [UInt8], _ path: String) throws {
    unlink(path)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }
}

/// What the first byte says.
private struct Alteration {
  let file: Int
  let isPatch: Bool
  let isForged: Bool

  init(_ byte: UInt8, count: Int) {
    file = Int(byte & 0x0F) % count
    isPatch = byte & 0x10 != 0
    isForged = byte & 0x20 == 0
  }

  /// A file's bytes with the changes made.
  func patched(_ bytes: [UInt8], _ changes: ArraySlice<UInt8>) -> [UInt8] {
    if bytes.isEmpty { return bytes }
    var result = bytes
    let changes = Array(changes)
    for start in stride(from: 0, to: changes.count - changes.count % 3, by: 3) {
      let place = Int(changes[start]) << 8 | Int(changes[start + 1])
      result[place % result.count] = changes[start + 2]
    }
    return result
  }
}
