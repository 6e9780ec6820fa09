internal import Glibc

/// Putting a new text in the place of a file's at one stroke: a reader sees the old or the new.
enum FileReplacement {
  /// Writes beside the file, then renames over it. The permissions stay; a link's target is written.
  static func write(_ text: String, to path: String) throws(FileFailure) {
    let target = resolved(path)
    var status = stat()
    guard stat(target, &status) == 0 else { throw FileFailure(path: path, code: errno) }
    guard access(target, W_OK) == 0 else { throw FileFailure(path: path, code: errno) }
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
    var template = Array((folder + ".dajuan.XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    let temporary = String(
      decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let output = FileOutput(descriptor: descriptor)
    output.write(text)
    output.flush()
    var code = output.failure
    if code == nil, fchmod(descriptor, status.st_mode & 0o7777) != 0 { code = errno }
    if code == nil, fsync(descriptor) != 0 { code = errno }
    close(descriptor)
    if code == nil, rename(temporary, target) != 0 { code = errno }
    guard let code else { return }
    unlink(temporary)
    throw FileFailure(path: path, code: code)
  }

  private static func resolved(_ path: String) -> String {
    guard let pointer = realpath(path, nil) else { return path }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
