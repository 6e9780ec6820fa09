internal import Glibc

/// Putting new bytes in the place of a file's at one stroke: a reader sees the old or the new.
package enum FileReplacement {
  /// Writes beside an existing file, then renames over it. The permissions stay; a link's target is
  /// written.
  package static func write(_ text: String, to path: String) throws(FileFailure) {
    let target = resolved(path)
    var status = stat()
    guard stat(target, &status) == 0 else { throw FileFailure(path: path, code: errno) }
    guard access(target, W_OK) == 0 else { throw FileFailure(path: path, code: errno) }
    try put(Array(text.utf8), at: target, named: path, permissions: status.st_mode & 0o7777)
  }

  /// Makes a file, or puts new bytes in the place of one: written under a temporary name in the same
  /// folder, flushed to the disk, renamed.
  ///
  /// - Parameters:
  ///   - bytes: What it holds.
  ///   - target: Where it stands.
  ///   - named: What a failure calls it; the target where nothing is given.
  ///   - permissions: Its permissions.
  /// - Throws: Why it cannot be written; the file is as it was then.
  package static func put(
    _ bytes: [UInt8], at target: String, named: String? = nil, permissions: UInt32 = 0o644
  ) throws(FileFailure) {
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
    var template = Array((folder + temporaryPrefix + "XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileFailure(path: named ?? target, code: errno) }
    let temporary = String(
      decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    var code = write(bytes, to: descriptor)
    if code == nil, fchmod(descriptor, permissions) != 0 { code = errno }
    if code == nil, fsync(descriptor) != 0 { code = errno }
    close(descriptor)
    if code == nil, rename(temporary, target) != 0 { code = errno }
    guard let code else { return }
    unlink(temporary)
    throw FileFailure(path: named ?? target, code: code)
  }

  /// How the names of files begin that a write was cut off in.
  static let temporaryPrefix = ".dajuan."

  /// Writes all bytes; the error number of the write that failed.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      if written >= 0 {
        offset += written
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }

  private static func resolved(_ path: String) -> String {
    guard let pointer = realpath(path, nil) else { return path }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
