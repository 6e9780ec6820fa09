/// Valid UTF-8 with look-ups that never leave it: past the end every byte and scalar is 0.
struct ByteCursor {
  let bytes: [UInt8]
  let count: Int

  /// Wraps bytes that are known to be valid UTF-8.
  init(validUTF8 bytes: [UInt8]) {
    self.bytes = bytes
    count = bytes.count
  }

  @inline(__always)
  subscript(offset: Int) -> UInt8 {
    offset < count ? bytes[offset] : 0
  }

  /// The scalar at `offset`, which begins one, and its length in bytes (0 past the end).
  @inline(__always)
  func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(self[offset])
    if first < 0x80 { return (first, offset < count ? 1 : 0) }
    return multibyteScalar(first, at: offset)
  }

  private func multibyteScalar(_ first: UInt32, at offset: Int) -> (value: UInt32, length: Int) {
    let second = UInt32(self[offset + 1]) & 0x3F
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, min(2, count - offset)) }
    let third = UInt32(self[offset + 2]) & 0x3F
    if first < 0xF0 {
      return ((first & 0x0F) << 12 | second << 6 | third, min(3, count - offset))
    }
    let fourth = UInt32(self[offset + 3]) & 0x3F
    return (
      (first & 0x07) << 18 | second << 12 | third << 6 | fourth, min(4, count - offset)
    )
  }

  /// The scalar at `offset` in half-width, and its length as written.
  @inline(__always)
  func folded(at offset: Int) -> (value: UInt32, length: Int) {
    let (value, length) = scalar(at: offset)
    return (value < 0x80 ? value : Scalar.folded(value), length)
  }

  /// Whether the folded scalar at `offset` is `ascii`.
  @inline(__always)
  func has(_ ascii: Unicode.Scalar, at offset: Int) -> Bool {
    folded(at: offset).value == ascii.value
  }

  /// The offset after the blanks at `offset`; a line break is no blank.
  func afterBlanks(_ offset: Int) -> Int {
    var offset = offset
    while true {
      let (value, length) = folded(at: offset)
      guard value == 0x20 || value == 0x09 else { return offset }
      offset += length
    }
  }

  /// The offset after the name characters at `offset`.
  func afterName(_ offset: Int) -> Int {
    var offset = offset
    while true {
      let (value, length) = folded(at: offset)
      guard length > 0, Scalar.isNameContinue(value) else { return offset }
      offset += length
    }
  }

  /// The text of a range as written.
  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The text of a range in half-width.
  func foldedText(_ start: Int, _ end: Int) -> String {
    var result = ""
    var offset = start
    while offset < end {
      let (value, length) = folded(at: offset)
      if let scalar = Unicode.Scalar(value) { result.unicodeScalars.append(scalar) }
      offset += max(length, 1)
    }
    return result
  }
}
