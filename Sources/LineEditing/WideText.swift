internal import CEditline

/// Text as libedit holds it: one `wchar_t` a Unicode scalar, UTF-32 on Linux.
enum WideText {
  /// The scalars of `text` and a closing zero. A zero inside would end the C string early and
  /// is left out.
  static func encode(_ text: String) -> [wchar_t] {
    var wide: [wchar_t] = []
    wide.reserveCapacity(text.utf8.count + 1)
    for scalar in text.unicodeScalars where scalar.value != 0 {
      wide.append(wchar_t(bitPattern: scalar.value))
    }
    wide.append(0)
    return wide
  }

  /// The text of `wide`; what is no Unicode scalar becomes U+FFFD.
  static func decode(_ wide: UnsafeBufferPointer<wchar_t>) -> String {
    var text = String.UnicodeScalarView()
    text.reserveCapacity(wide.count)
    for unit in wide {
      text.append(Unicode.Scalar(UInt32(bitPattern: unit)) ?? "\u{FFFD}")
    }
    return String(text)
  }

  /// The text of a C string.
  static func decode(_ wide: UnsafePointer<wchar_t>) -> String {
    decode(UnsafeBufferPointer(start: wide, count: wcslen(wide)))
  }
}
