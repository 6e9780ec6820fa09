internal import Glibc

/// The history file: one statement a line, appended under a lock, trimmed by replacing it.
///
/// Trimming renames a new file over the old one, so whoever waited for the lock on the old one
/// must look again: `openLocked` checks that what it locked is still what the path names.
struct HistoryFile {
  private typealias Failure = FileDescriptor.Failure

  let path: String
  let capacity: Int

  /// Lines the file held when last counted, plus those appended since.
  private var lineCount = 0

  /// What is read of a file that somehow grew without bound.
  private static let maximumSize: Int64 = 16 << 20

  init(path: String, capacity: Int) {
    self.path = path
    self.capacity = capacity
  }

  /// The newest `capacity` statements, oldest first. A file that is not there is an empty
  /// history.
  mutating func load() throws(HistoryProblem) -> [String] {
    let lines: [ArraySlice<UInt8>]
    do throws(Failure) {
      let file = try openLocked(flags: O_RDONLY, exclusive: false)
      lines = try Self.lines(of: file)
    } catch {
      if error.code == ENOENT { return [] }
      throw HistoryProblem(operation: .read, path: path, code: error.code)
    }
    lineCount = lines.count
    return lines.suffix(capacity).map { HistoryLine.decode($0) }
  }

  /// Adds a statement at the end of the file, which is made if it is not there.
  mutating func append(_ statement: String) throws(HistoryProblem) {
    do throws(Failure) {
      try makeParentFolders()
      let file = try openLocked(flags: O_RDWR | O_APPEND | O_CREAT, exclusive: true)
      var line = HistoryLine.encode(statement)
      // A session that died in the middle of a write left a line without its end.
      let size = try file.status().st_size
      if size > 0, try file.read(from: Int64(size) - 1) != [UInt8(ascii: "\n")] {
        line.insert(UInt8(ascii: "\n"), at: 0)
      }
      try file.write(line)
    } catch {
      throw HistoryProblem(operation: .append, path: path, code: error.code)
    }
    lineCount += 1
    try trimIfNeeded()
  }

  /// Drops all but the newest `capacity` statements once the file holds more than twice that.
  mutating func trimIfNeeded() throws(HistoryProblem) {
    guard lineCount > 2 * capacity else { return }
    do throws(Failure) {
      // The lock is held until the new file is in place; another session may have trimmed.
      let file = try openLocked(flags: O_RDWR, exclusive: true)
      let lines = try Self.lines(of: file)
      lineCount = lines.count
      guard lines.count > 2 * capacity else { return }
      try replace(with: lines.suffix(capacity))
      lineCount = capacity
    } catch {
      throw HistoryProblem(operation: .trim, path: path, code: error.code)
    }
  }

  private func replace(with lines: ArraySlice<ArraySlice<UInt8>>) throws(Failure) {
    // The file may be a link into a folder of settings; the link must stay one.
    guard let resolved = realpath(path, nil) else { throw Failure(code: errno) }
    defer { free(resolved) }
    var template = Array((String(cString: resolved) + ".XXXXXX").utf8CString)
    let number = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkstemp($0) } ?? -1
    }
    guard number >= 0 else { throw Failure(code: errno) }
    let temporary = FileDescriptor(owning: number)
    do throws(Failure) {
      try temporary.write(lines.flatMap { $0 + [UInt8(ascii: "\n")] })
      guard fsync(number) == 0, rename(template, resolved) == 0 else { throw Failure(code: errno) }
    } catch {
      unlink(template)
      throw error
    }
  }

  /// Opens the file and locks it, and makes sure that only its owner may read it.
  private func openLocked(flags: Int32, exclusive: Bool) throws(Failure) -> FileDescriptor {
    while true {
      // O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
      let file = try FileDescriptor(path: path, flags: flags | O_NONBLOCK, mode: 0o600)
      let status = try file.status()
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw Failure(code: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
      }
      try file.lock(exclusive: exclusive)
      var current = stat()
      if stat(path, &current) != 0 {
        if errno == ENOENT { continue }
        throw Failure(code: errno)
      }
      guard current.st_ino == status.st_ino, current.st_dev == status.st_dev else { continue }
      if status.st_mode & 0o077 != 0, status.st_uid == geteuid() { fchmod(file.number, 0o600) }
      return file
    }
  }

  private func makeParentFolders() throws(Failure) {
    var end = path.startIndex
    while let slash = path[end...].firstIndex(of: "/") {
      let folder = String(path[..<slash])
      end = path.index(after: slash)
      if folder.isEmpty || mkdir(folder, 0o700) == 0 || errno == EEXIST { continue }
      // A folder above may be closed to us and the one below it open: let open decide.
      if errno != EACCES && errno != EROFS && errno != EPERM { throw Failure(code: errno) }
    }
  }

  private static func lines(
    of file: borrowing FileDescriptor
  ) throws(Failure) -> [ArraySlice<UInt8>] {
    let size = Int64(try file.status().st_size)
    let start = max(size - maximumSize, 0)
    let bytes = try file.read(from: start)
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    return start > 0 ? Array(lines.dropFirst()) : lines
  }
}
