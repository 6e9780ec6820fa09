import Glibc

/// A folder that is there as long as this object.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/line-editing.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw POSIXFailure(code: errno) }
    path = template.withUnsafeBufferPointer { buffer in
      String(decoding: buffer.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  deinit { Self.remove(path) }

  func file(_ name: String) -> String { path + "/" + name }

  static func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw POSIXFailure(code: errno) }
    defer { fclose(file) }
    guard fputs(text, file) >= 0 else { throw POSIXFailure(code: errno) }
  }

  static func read(_ path: String) throws -> String {
    guard let file = fopen(path, "r") else { throw POSIXFailure(code: errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func mode(_ path: String) throws -> mode_t {
    var status = stat()
    guard stat(path, &status) == 0 else { throw POSIXFailure(code: errno) }
    return status.st_mode & 0o777
  }

  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ path: String) {
    for name in names(in: path) where unlink(path + "/" + name) != 0 { remove(path + "/" + name) }
    rmdir(path)
  }
}

struct POSIXFailure: Error { var code: Int32 }
