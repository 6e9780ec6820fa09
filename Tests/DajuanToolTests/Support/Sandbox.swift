import Glibc

/// A temporary folder with a home of its own, gone with this object.
final class Sandbox: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/dajuan-tool.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemFailure("mkdtemp") }
    path = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) },
      as: UTF8.self
    )
    for name in ["home", "state"] {
      guard mkdir(self / name, 0o700) == 0 else { throw SystemFailure("mkdir") }
    }
  }

  deinit { Self.remove(path) }

  static func / (sandbox: Sandbox, name: String) -> String { sandbox.path + "/" + name }

  /// Where the tool keeps its history in here.
  var history: String { self / "state/dajuan/history" }

  /// What a process of the tool sees, and nothing of the machine's own.
  var environment: [String: String] {
    [
      "HOME": self / "home", "XDG_STATE_HOME": self / "state", "TERM": "xterm-256color",
      // No pager, which would wait for a key, unless a test asks for one.
      "DAJUAN_PAGER": "",
      "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
      // A program that a signal ends is to end, not to ask whether one would like to debug it.
      "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  /// Writes a file; its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(bytes: Array(text.utf8), to: name)
  }

  @discardableResult
  func write(bytes: [UInt8], to name: String) throws -> String {
    let file = self / name
    guard let stream = fopen(file, "w") else { throw SystemFailure("fopen") }
    defer { fclose(stream) }
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else {
      throw SystemFailure("fwrite")
    }
    return file
  }

  /// Makes a folder and those on the way to it.
  func makeFolders(_ name: String) {
    var path = ""
    for part in name.split(separator: "/") {
      path += "/" + part
      mkdir(self.path + path, 0o700)
    }
  }

  /// Takes a folder away, and all that is in it.
  func removeFolder(_ name: String) { Self.remove(self / name) }

  static func read(_ path: String) throws -> String {
    guard let stream = fopen(path, "r") else { throw SystemFailure("fopen \(path)") }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    while case let byte = getc(stream), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The permission bits of a file.
  static func mode(_ path: String) throws -> mode_t {
    var status = stat()
    guard stat(path, &status) == 0 else { throw SystemFailure("stat \(path)") }
    return status.st_mode & 0o777
  }

  /// The names of the files that tests and the tool put here, in order.
  var files: [String] {
    (Self.names(in: path) ?? []).filter { $0 != "home" && $0 != "state" }.sorted()
  }

  /// The names in a folder; `nil` for what is none.
  private static func names(in path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func remove(_ path: String) {
    for name in names(in: path) ?? [] where unlink(path + "/" + name) != 0 {
      remove(path + "/" + name)
    }
    rmdir(path)
  }
}
