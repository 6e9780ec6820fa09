internal import Glibc

/// A file that could not be read or written.
struct FileFailure: Error {
  let path: String
  /// The operating system's error number.
  let code: Int32

  var description: String { "\(path): \(message)" }

  /// What is wrong, without the file's name.
  var message: String { String(cString: strerror(code)) }
}

/// Reading whole files.
enum FileReading {
  /// The bytes of a file; `-` is standard input.
  static func bytes(of path: String) throws(FileFailure) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    defer { if path != "-" { close(descriptor) } }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw FileFailure(path: path, code: EISDIR)
    }
    var result: [UInt8] = []
    if status.st_size > 0 { result.reserveCapacity(Int(status.st_size)) }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return result }
      if count > 0 {
        result += chunk[..<count]
      } else if errno != EINTR {
        throw FileFailure(path: path, code: errno)
      }
    }
  }
}
