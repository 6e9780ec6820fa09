internal import Glibc

/// A file that could not be read or written.
package struct FileFailure: Error {
  /// The file, as it was named.
  package let path: String
  /// The operating system's error number.
  package let code: Int32

  /// Makes a failure.
  package init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  /// The file and what the system says.
  package var description: String { "\(path): \(message)" }

  /// What the system says.
  package var message: String { String(cString: strerror(code)) }

  /// Whether a file was longer than was to be read.
  package var isTooLong: Bool { code == EFBIG }
}

/// Reading whole files.
package enum FileReading {
  /// The bytes of a file; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - limit: How many bytes are read at most; a longer file is `EFBIG`.
  /// - Returns: The bytes.
  /// - Throws: Why they cannot be read.
  package static func bytes(
    of path: String, limit: Int = .max
  ) throws(FileFailure) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : FileSystem.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    defer { if path != "-" { close(descriptor) } }
    return try bytes(from: descriptor, path: path, limit: limit)
  }

  /// The bytes that are left in an open file.
  static func bytes(
    from descriptor: Int32, path: String, limit: Int
  ) throws(FileFailure) -> [UInt8] {
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw FileFailure(path: path, code: EISDIR)
    }
    var result: [UInt8] = []
    if status.st_size > 0 { result.reserveCapacity(min(Int(status.st_size), limit)) }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return result }
      if count > 0 {
        result += chunk[..<count]
        if result.count > limit { throw FileFailure(path: path, code: EFBIG) }
      } else if errno != EINTR {
        throw FileFailure(path: path, code: errno)
      }
    }
  }

  /// The names in a folder, in no order.
  package static func names(in folder: String) throws(FileFailure) -> [String] {
    guard let stream = opendir(folder) else { throw FileFailure(path: folder, code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
