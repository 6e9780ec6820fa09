internal import Glibc

/// A new text in the place of a file's, put there at one stroke: a reader sees the old or the new.
///
/// What is written goes to a file beside it, which then takes its name. The permissions stay; a link's
/// target is written. What is no plain file, such as a pipe or a device, is written as it is.
final class FileReplacement {
  /// Where the new text goes.
  let output: FileOutput

  private let path: String
  private let target: String
  private let descriptor: Int32
  private let mode: mode_t
  /// The file beside it; `nil` where there is none.
  private var temporary: String?

  /// Begins a new text; the file need not be there yet.
  init(of path: String) throws(FileFailure) {
    let target = Self.resolved(path)
    (self.path, self.target) = (path, target)
    var status = stat()
    let isThere = stat(target, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      mode = 0
      descriptor = open(target, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    } else {
      guard isThere ? access(target, W_OK) == 0 : errno == ENOENT else {
        throw FileFailure(path: path, code: errno)
      }
      mode = isThere ? status.st_mode & 0o7777 : Self.modeOfNewFiles
      let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
      var template = Array((folder + ".dajuan.XXXXXX").utf8CString)
      descriptor = mkstemp(&template)
      guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
      temporary = String(
        decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
    output = FileOutput(descriptor: descriptor)
  }

  deinit {
    discard()
    close(descriptor)
  }

  /// Writes a whole text at once.
  static func write(_ text: String, to path: String) throws(FileFailure) {
    let replacement = try FileReplacement(of: path)
    replacement.output.write(text)
    try replacement.commit()
  }

  /// Puts the new text in the file's place.
  func commit() throws(FileFailure) {
    output.flush()
    var code = output.failure
    if let temporary {
      if code == nil, fchmod(descriptor, mode) != 0 { code = errno }
      if code == nil, fsync(descriptor) != 0 { code = errno }
      if code == nil, rename(temporary, target) != 0 { code = errno }
      if code == nil { self.temporary = nil }
    }
    guard let code else { return }
    discard()
    throw FileFailure(path: path, code: code)
  }

  /// Leaves the file as it was.
  func discard() {
    guard let temporary else { return }
    unlink(temporary)
    self.temporary = nil
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
