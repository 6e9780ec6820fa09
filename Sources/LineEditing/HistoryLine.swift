/// One statement as one line of the history file.
///
/// A newline inside a statement is written `\n`, a carriage return `\r` and a backslash `\\`,
/// so that the file is a plain list, a statement a line, for any tool that reads lines.
enum HistoryLine {
  /// The bytes of a statement's line, with the newline that ends it.
  static func encode(_ statement: String) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(statement.utf8.count + 1)
    for byte in statement.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): line.append(contentsOf: "\\\\".utf8)
      case UInt8(ascii: "\n"): line.append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\r"): line.append(contentsOf: "\\r".utf8)
      default: line.append(byte)
      }
    }
    line.append(UInt8(ascii: "\n"))
    return line
  }

  /// The statement of a line without its newline. A backslash before anything else stands for
  /// itself; bytes that are no UTF-8 become U+FFFD.
  static func decode(_ line: some Collection<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.count)
    var escaped = false
    for byte in line {
      guard escaped else {
        if byte == UInt8(ascii: "\\") { escaped = true } else { bytes.append(byte) }
        continue
      }
      escaped = false
      switch byte {
      case UInt8(ascii: "\\"): bytes.append(byte)
      case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "r"): bytes.append(UInt8(ascii: "\r"))
      default: bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
      }
    }
    if escaped { bytes.append(UInt8(ascii: "\\")) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
