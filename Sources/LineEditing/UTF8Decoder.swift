/// Turns bytes that arrive in pieces into Unicode scalars.
///
/// A sequence cut off by the end of a piece waits for the rest. Ill-formed input gives one
/// U+FFFD for each maximal subpart, as the Unicode Standard recommends in section 3.9, and
/// the byte that broke the sequence is read again as the start of the next.
struct UTF8Decoder {
  private var bytes: [UInt8] = []
  private var position = 0

  /// Whether no byte waits to be decoded.
  var isEmpty: Bool { position == bytes.count }

  mutating func append(_ more: some Sequence<UInt8>) {
    bytes.removeFirst(position)
    position = 0
    bytes.append(contentsOf: more)
  }

  /// The bytes that wait to be decoded.
  var waiting: ArraySlice<UInt8> { bytes[position...] }

  /// Passes over the next bytes.
  mutating func skip(_ count: Int) { position = min(position + count, bytes.count) }

  /// Has a byte read again before those that wait.
  mutating func pushBack(_ byte: UInt8) { bytes.insert(byte, at: position) }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    position = 0
  }

  /// The next scalar, or nil when there is none or its last bytes have yet to come. With
  /// `atEnd`, none will, and a sequence cut off is ill-formed.
  mutating func next(atEnd: Bool = false) -> Unicode.Scalar? {
    guard position < bytes.count else { return nil }
    let lead = bytes[position]
    guard let form = Self.form(of: lead) else {
      position += 1
      return "\u{FFFD}"
    }
    var value = UInt32(lead) & form.leadMask
    for index in 0..<form.trailing {
      guard position + 1 + index < bytes.count else {
        guard atEnd else { return nil }
        position = bytes.count
        return "\u{FFFD}"
      }
      let byte = bytes[position + 1 + index]
      guard (index == 0 ? form.second : 0x80...0xBF).contains(byte) else {
        position += 1 + index
        return "\u{FFFD}"
      }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    position += 1 + form.trailing
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private struct Form {
    var trailing: Int
    var leadMask: UInt32
    var second: ClosedRange<UInt8>
  }

  /// Table 3-7 of the Unicode Standard, well-formed UTF-8 byte sequences.
  private static func form(of lead: UInt8) -> Form? {
    switch lead {
    case 0x00...0x7F: Form(trailing: 0, leadMask: 0x7F, second: 0x80...0xBF)
    case 0xC2...0xDF: Form(trailing: 1, leadMask: 0x1F, second: 0x80...0xBF)
    case 0xE0: Form(trailing: 2, leadMask: 0x0F, second: 0xA0...0xBF)
    case 0xED: Form(trailing: 2, leadMask: 0x0F, second: 0x80...0x9F)
    case 0xE1...0xEF: Form(trailing: 2, leadMask: 0x0F, second: 0x80...0xBF)
    case 0xF0: Form(trailing: 3, leadMask: 0x07, second: 0x90...0xBF)
    case 0xF1...0xF3: Form(trailing: 3, leadMask: 0x07, second: 0x80...0xBF)
    case 0xF4: Form(trailing: 3, leadMask: 0x07, second: 0x80...0x8F)
    default: nil
    }
  }
}
