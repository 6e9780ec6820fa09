internal import Glibc

/// New bytes in the place of a file's, put there at one stroke: a reader sees the old or the new.
///
/// What is written goes to a file beside it, which is flushed to the disk and then takes its name. The
/// permissions stay; a link's target is written. What is no plain file, such as a pipe or a device, is
/// written as it is.
package final class FileReplacement {
  /// Where the new bytes go.
  package let descriptor: Int32

  private let path: String
  private let target: String
  private let mode: mode_t
  /// The file beside it; `nil` where there is none.
  private var temporary: String?

  /// How the names of files begin that a write was cut off in.
  static let temporaryPrefix = ".dajuan."

  /// Begins new content; the file need not be there yet.
  package init(of path: String) throws(FileFailure) {
    let target = Self.resolved(path)
    (self.path, self.target) = (path, target)
    var status = stat()
    let isThere = stat(target, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      mode = 0
      descriptor = FileSystem.open(target, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    } else {
      guard isThere ? access(target, W_OK) == 0 : errno == ENOENT else {
        throw FileFailure(path: path, code: errno)
      }
      mode = isThere ? status.st_mode & 0o7777 : Self.modeOfNewFiles
      let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
      var template = Array((folder + Self.temporaryPrefix + "XXXXXX").utf8CString)
      descriptor = FileSystem.create(&template, in: folder)
      guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
      temporary = String(
        decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  deinit {
    discard()
    close(descriptor)
  }

  /// Puts a whole content in a file's place at once.
  package static func put(_ bytes: [UInt8], at path: String) throws(FileFailure) {
    let replacement = try FileReplacement(of: path)
    let failure = bytes.withUnsafeBytes { write($0, to: replacement.descriptor) }
    try replacement.commit(failure: failure)
  }

  /// Puts the new content in the file's place, unless a write of it has failed.
  ///
  /// - Parameter failure: The error number of a write to the descriptor that failed.
  /// - Throws: Why it could not be; the file is then as it was.
  package func commit(failure: Int32? = nil) throws(FileFailure) {
    var code = failure
    if let temporary {
      if code == nil, FileSystem.setPermissions(descriptor, mode) != 0 { code = errno }
      if code == nil, FileSystem.flush(descriptor, target) != 0 { code = errno }
      if code == nil, FileSystem.rename(temporary, to: target) != 0 { code = errno }
      if code == nil { self.temporary = nil }
    }
    guard let code else { return }
    discard()
    throw FileFailure(path: path, code: code)
  }

  /// Leaves the file as it was.
  package func discard() {
    guard let temporary else { return }
    FileSystem.unlink(temporary)
    self.temporary = nil
  }

  /// Writes all bytes; the error number of the write that failed.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
    var offset = 0
    while offset < bytes.count {
      let written = FileSystem.write(
        descriptor, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
      if written >= 0 {
        offset += written
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }

  private static var modeOfNewFiles: mode_t {
    let mask = umask(0)
    umask(mask)
    return 0o644 & ~mask
  }

  private static func resolved(_ path: String) -> String {
    guard let pointer = realpath(path, nil) else { return path }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
