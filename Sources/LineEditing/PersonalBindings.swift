internal import CEditline
internal import Glibc

/// What a person has set for every program with libedit: `$EDITRC` or `~/.editrc`, editrc(5).
enum PersonalBindings {
  /// Carries out the file's lines but those that choose between emacs and vi, which would undo
  /// what is bound already, and those that turn editing off.
  static func install(in editline: OpaquePointer) {
    for line in lines {
      let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
      // A program's name may stand before the command.
      guard let command = words.first?.split(separator: ":").last, !line.hasPrefix("#") else {
        continue
      }
      let choosesKeys = command == "bind" && words.count == 2 && ["-v", "-e"].contains(words[1])
      if choosesKeys || command == "edit" { continue }
      _ = ce_parse_line(editline, WideText.encode(line))
    }
  }

  private static var lines: [String] {
    guard let path, let file = try? FileDescriptor(path: path, flags: O_RDONLY),
      let bytes = try? file.read(from: 0)
    else { return [] }
    return bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  private static var path: String? {
    if let path = getenv("EDITRC") { return String(cString: path) }
    return getenv("HOME").map { String(cString: $0) + "/.editrc" }
  }
}
