internal import Glibc

/// A ledger folder opened to be written, locked against other writers as long as this lives.
///
/// Texts and tables are staged as they come and belong to the ledger from the next ``commit()``; what ends
/// before that, however it ends, leaves the ledger as it was.
package struct LedgerWriter: ~Copyable {
  /// The folder, without a slash at its end.
  package let path: String
  /// What belongs to the ledger, with what is staged.
  package private(set) var manifest: LedgerManifest
  private let lock: LedgerLock
  /// Whether there was no ledger, and nothing has been committed.
  private var isNew: Bool
  private let hasMadeFolder: Bool
  /// Texts that belong to no report any more after the next commit.
  private var superseded: [String] = []
  private var staged: [String] = []
  private var stagedTables: [String] = []
  /// The tables that the manifest on the disk names.
  private var committedTables: Set<String>

  /// Opens a ledger to be written.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - tool: The version that writes.
  ///   - creates: Whether a ledger is made where there is none: of a folder that is missing or empty.
  /// - Throws: Why it cannot be written.
  package init(_ path: String, tool: String, creates: Bool) throws(StoreError) {
    let path = LedgerFolder.trimmed(path)
    var hasMadeFolder = false
    if creates {
      hasMadeFolder = FileSystem.makeFolder(path) == 0
      if !hasMadeFolder, errno != EEXIST { throw .file(FileFailure(path: path, code: errno)) }
    }
    let lock = try LedgerLock(path)
    let isNew = creates && LedgerFolder.isVacant(path)
    var manifest = LedgerManifest(tool: tool)
    if !isNew {
      manifest = try LedgerFolder.manifest(of: path)
      manifest.tool = tool
    }
    self.path = path
    self.lock = lock
    self.manifest = manifest
    self.isNew = isNew
    committedTables = Set(manifest.tables?.files.map(\.name) ?? [])
    self.hasMadeFolder = hasMadeFolder
    sweep()
  }

  deinit {
    for name in staged { FileSystem.unlink("\(path)/\(LedgerFolder.reportsName)/\(name)") }
    for name in stagedTables { FileSystem.unlink("\(tablesFolder)/\(name)") }
    if isNew {
      FileSystem.removeFolder("\(path)/\(LedgerFolder.reportsName)")
      FileSystem.removeFolder(tablesFolder)
      if hasMadeFolder { FileSystem.removeFolder(path) }
    }
  }

  /// Writes a report's text, and notes the report; it belongs to the ledger from the next commit.
  /// One with the same id goes then.
  ///
  /// - Parameters:
  ///   - text: The text, UTF-8.
  ///   - report: What is known of it. Its file's name is a wish: the one it got is in the manifest.
  /// - Throws: Why it cannot be written.
  package mutating func stage(
    _ text: [UInt8], _ report: StoredReport
  ) throws(StoreError) {
    precondition(StoredReport.isPlain(report.file), "a report's file stands in its folder")
    var report = report
    let folder = "\(path)/\(LedgerFolder.reportsName)"
    report.file = freeName(report.file, report.sha256, in: folder)
    try put(text, report.file)
    staged.append(report.file)
    if let index = manifest.reports.firstIndex(where: { $0.id == report.id }) {
      superseded.append(manifest.reports[index].file)
      manifest.reports[index] = report
    } else {
      manifest.reports.append(report)
    }
  }

  /// Puts the text of a report of the ledger back where it is missing or another stands in its stead.
  /// What the ledger says stays, so this needs no commit.
  ///
  /// - Parameters:
  ///   - text: The text, UTF-8, of which the report's checksum is.
  ///   - report: The report, as the manifest has it.
  /// - Throws: Why it cannot be written.
  package func restore(_ text: [UInt8], _ report: StoredReport) throws(StoreError) {
    precondition(manifest.reports.contains(report), "a report of the ledger")
    precondition(SHA256.hex(text) == report.sha256, "the text the ledger was made of")
    // What a link leads to is not the ledger's.
    FileSystem.unlink("\(path)/\(LedgerFolder.reportsName)/\(report.file)")
    try put(text, report.file)
    do throws(FileFailure) {
      try synchronise("\(path)/\(LedgerFolder.reportsName)")
    } catch {
      throw .file(error)
    }
  }

  /// Writes a text into the folder of reports, which is made where it is missing.
  private func put(_ text: [UInt8], _ name: String) throws(StoreError) {
    let folder = "\(path)/\(LedgerFolder.reportsName)"
    do throws(FileFailure) {
      try makeFolder(folder)
      try FileReplacement.put(text, at: folder + "/" + name)
    } catch {
      throw .file(error)
    }
  }

  private func makeFolder(_ folder: String) throws(FileFailure) {
    if FileSystem.makeFolder(folder) != 0, errno != EEXIST {
      throw FileFailure(path: folder, code: errno)
    }
  }

  /// Whether something was staged since the last commit.
  package var hasStaged: Bool { !staged.isEmpty || !stagedTables.isEmpty }

  private var tablesFolder: String { "\(path)/\(LedgerFolder.tablesName)" }

  /// The ledger as it will be after the next commit.
  package var folder: LedgerFolder { LedgerFolder(path, manifest) }

  /// Writes the tables of what is staged; they belong to the ledger from the next commit.
  ///
  /// - Parameters:
  ///   - tables: What the texts and corrections say, as they will be.
  ///   - origin: What they were made of.
  ///   - notes: What a person should know of how they were made.
  /// - Throws: Why they cannot be written; `tooLarge` where the form cannot hold them.
  package mutating func stage(
    _ tables: LedgerTables, of origin: StoredTables.Origin, notes: [String]
  ) throws(StoreError) {
    var files: [StoredTables.File] = []
    for (table, rows, columns) in tables.files {
      let columns = try columns()
      do throws(FileFailure) {
        try makeFolder(tablesFolder)
        let unnamed = "\(tablesFolder)/\(FileReplacement.temporaryPrefix)\(table)"
        let written = try ArrowWriter.write(
          columns, rowCount: rows, metadata: TableFile.metadata(of: table), to: unnamed)
        let name = StoredTables.fileName(table, written.checksum)
        let path = "\(tablesFolder)/\(name)"
        guard FileSystem.rename(unnamed, to: path) == 0 else {
          let failure = FileFailure(path: path, code: errno)
          FileSystem.unlink(unnamed)
          throw failure
        }
        files.append(
          StoredTables.File(
            table: table, name: name, rows: rows, bytes: written.byteCount,
            checksum: written.checksum))
        if !committedTables.contains(name) { stagedTables.append(name) }
      } catch {
        throw .file(error)
      }
    }
    manifest.tables = StoredTables(origin: origin, files: files, notes: notes)
  }

  /// A name no other text has or should have: the one wished for, or that with a checksum in it.
  private func freeName(_ name: String, _ checksum: String, in folder: String) -> String {
    let point = name.lastIndex(of: ".") ?? name.endIndex
    for length in [0, 8, 16, 64] {
      let mark = length == 0 ? "" : "-" + checksum.prefix(length)
      let candidate = String(name[..<point] + mark + name[point...])
      // A name is another text's even while its file is missing.
      if manifest.reports.contains(where: { $0.file == candidate }) { continue }
      var status = stat()
      if lstat(folder + "/" + candidate, &status) != 0 { return candidate }
      // The same text, left by a write that was cut off.
      let there = try? FileReading.bytes(of: folder + "/" + candidate, limit: 1 << 28)
      if let there, SHA256.hex(there) == checksum { return candidate }
    }
    return String(name[..<point] + "-" + checksum + name[point...])
  }

  /// Takes away the temporary files of writes that were cut off; nobody else writes now.
  private func sweep() {
    for folder in [path, "\(path)/\(LedgerFolder.reportsName)", tablesFolder] {
      for name in LedgerFolder.names(in: folder)
      where name.hasPrefix(FileReplacement.temporaryPrefix) {
        FileSystem.unlink(folder + "/" + name)
      }
    }
    sweepTables()
  }

  /// Takes away the tables that the manifest does not name; who has mapped them keeps them.
  private func sweepTables() {
    for name in LedgerFolder.names(in: tablesFolder)
    where StoredTables.isFileName(name) && !committedTables.contains(name) {
      FileSystem.unlink("\(tablesFolder)/\(name)")
    }
  }

  /// Makes what was staged part of the ledger, at one stroke.
  package mutating func commit() throws(StoreError) {
    do throws(FileFailure) {
      // The texts' names first: a manifest must not reach the disk before them.
      try synchronise(path + "/" + LedgerFolder.reportsName)
      try synchronise(tablesFolder)
      try FileReplacement.put(
        Array(manifest.json.utf8), at: path + "/" + LedgerFolder.manifestName)
      (staged, stagedTables, isNew) = ([], [], false)
      committedTables = Set(manifest.tables?.files.map(\.name) ?? [])
      try synchronise(path)
    } catch {
      throw .file(error)
    }
    let current = Set(manifest.reports.map(\.file))
    for name in superseded where !current.contains(name) {
      FileSystem.unlink("\(path)/\(LedgerFolder.reportsName)/\(name)")
    }
    superseded = []
    sweepTables()
  }

  /// The corrections as they are now.
  package func corrections() throws(StoreError) -> CorrectionFile {
    try LedgerFolder.corrections(of: path)
  }

  /// Puts corrections in the place of those there are, at one stroke.
  package func replaceCorrections(_ file: CorrectionFile) throws(StoreError) {
    do throws(FileFailure) {
      try FileReplacement.put(
        Array(file.text.utf8), at: path + "/" + LedgerFolder.correctionsName)
      try synchronise(path)
    } catch {
      throw .file(error)
    }
  }

  /// Hands a folder's names over to the disk.
  private func synchronise(_ folder: String) throws(FileFailure) {
    let descriptor = FileSystem.open(folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard descriptor >= 0 else {
      if errno == ENOENT { return }
      throw FileFailure(path: folder, code: errno)
    }
    defer { close(descriptor) }
    // Some file systems cannot, and say so.
    if FileSystem.flush(descriptor, folder) != 0, errno != EINVAL, errno != ENOTSUP {
      throw FileFailure(path: folder, code: errno)
    }
  }
}

/// The right to write to a ledger's folder; other writers are told at once that it is taken.
///
/// The lock is the kernel's (`flock` on the folder itself), so it goes with the process and leaves no
/// file behind.
private struct LedgerLock: ~Copyable {
  private let descriptor: Int32

  init(_ folder: String) throws(StoreError) {
    let descriptor = FileSystem.open(folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard descriptor >= 0 else { throw .file(FileFailure(path: folder, code: errno)) }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      let code = errno
      close(descriptor)
      if code == EWOULDBLOCK { throw .locked(folder: folder) }
      throw .file(FileFailure(path: folder, code: code))
    }
    self.descriptor = descriptor
  }

  // A program that another thread is just starting has the descriptor too until it runs, and the lock
  // with it: closing alone would leave the folder taken for that long.
  deinit {
    _ = flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
