/// Pasted bytes as text that does no harm.
enum PastedText {
  /// Lines end in a newline, whatever ended them; every other control character but the tab, and
  /// what is no UTF-8, becomes U+FFFD. Cost: linear.
  static func harmless(_ bytes: some Sequence<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    var follows = false
    for scalar in String(decoding: Array(bytes), as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0D: text.append("\n")
      case 0x0A: if !follows { text.append("\n") }
      case 0x09: text.append(scalar)
      case 0x00...0x1F, 0x7F...0x9F: text.append("\u{FFFD}")
      default: text.append(scalar)
      }
      follows = scalar == "\r"
    }
    return String(text)
  }
}
