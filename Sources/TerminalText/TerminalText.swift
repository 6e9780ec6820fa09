/// Text from outside made fit for a terminal.
///
/// Report text is hostile input: an escape sequence in it could rewrite the screen, and a
/// bidirectional override could make figures read backwards.
package enum TerminalText {
  /// The text with every control character as its picture (`␛` for ESC, Unicode block U+2400) and
  /// every bidirectional control (UAX #9, section 2) and line separator as `<U+202E>`.
  ///
  /// Cost: one pass over the bytes where nothing has to change.
  package static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    if text.unicodeScalars.allSatisfy({ replacement(of: $0) == nil }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if let replacement = replacement(of: scalar) {
        result += replacement
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func replacement(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x00...0x1F: return Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x7F: return "\u{2421}"
    case 0x80...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    default: return nil
    }
  }
}
