/// A UTF-16 code unit of normalised text. Everything the rules look at lies in the basic plane; a
/// character outside it becomes U+FFFD, which no rule names.
typealias Code = UInt16

/// A set of code units, as a bitmap of the basic plane.
struct CodeSet: Sendable {
  private var words: [UInt64]

  /// Makes the set of the characters of a text.
  init(_ characters: String) {
    words = Array(repeating: 0, count: 1024)
    for code in characters.utf16 { insert(code) }
  }

  mutating func insert(_ code: Code) { words[Int(code >> 6)] |= 1 << UInt64(code & 63) }

  mutating func formUnion(_ other: CodeSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  @inline(__always)
  func contains(_ code: Code) -> Bool { words[Int(code >> 6)] & (1 << UInt64(code & 63)) != 0 }
}

/// The code unit of a character of the basic plane. A function of its own name, as `UInt16("元")`
/// would read a number.
@inline(__always)
func char(_ scalar: Unicode.Scalar) -> Code { Code(truncatingIfNeeded: scalar.value) }

extension Code {
  /// An ASCII digit; full-width ones are folded before any rule looks.
  var isDigit: Bool { self &- 0x30 < 10 }

  /// An ASCII letter.
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// A Chinese character.
  var isHan: Bool { self &- 0x4E00 < 0x5200 || self &- 0x3400 < 0x19C0 }
}

/// The characters of a word written in the rules, read from its UTF-8 one by one.
struct Letters {
  private let word: StaticString
  private var offset = 0

  init(_ word: StaticString) { self.word = word }

  mutating func next() -> Code? {
    guard offset < word.utf8CodeUnitCount else { return nil }
    let byte = Code(word.utf8Start[offset])
    if byte < 0x80 {
      offset += 1
      return byte
    }
    if byte < 0xE0 {
      offset += 2
      return (byte & 0x1F) << 6 | Code(word.utf8Start[offset - 1]) & 0x3F
    }
    offset += 3
    return byte << 12 | (Code(word.utf8Start[offset - 2]) & 0x3F) << 6
      | Code(word.utf8Start[offset - 1]) & 0x3F
  }

  static func count(_ word: StaticString) -> Int {
    (0..<word.utf8CodeUnitCount).count { word.utf8Start[$0] & 0xC0 != 0x80 }
  }
}

extension Array where Element == Code {
  /// The characters of a text.
  init(_ text: String) { self = Swift.Array(text.utf16) }

  /// Whether the text stands at a place, before a limit.
  func has(_ text: [Code], at index: Int, limit: Int) -> Bool {
    guard index >= 0, index + text.count <= limit else { return false }
    for offset in 0..<text.count where self[index + offset] != text[offset] { return false }
    return true
  }

  /// Whether the text ends at a place, not beginning before another.
  func has(_ text: [Code], endingAt end: Int, from lower: Int) -> Bool {
    end - text.count >= lower && has(text, at: end - text.count, limit: end)
  }

  /// The first place of a text in a range.
  func first(_ text: [Code], in range: Range<Int>) -> Int? {
    guard let head = text.first, range.count >= text.count else { return nil }
    for index in range.lowerBound...(range.upperBound - text.count)
    where self[index] == head && has(text, at: index, limit: range.upperBound) {
      return index
    }
    return nil
  }

  /// Whether a word of the rules stands at a place, before a limit. The word is never copied.
  func has(_ word: StaticString, at index: Int, limit: Int) -> Bool {
    var letters = Letters(word)
    var place = index
    while let letter = letters.next() {
      guard place >= 0, place < limit, self[place] == letter else { return false }
      place += 1
    }
    return true
  }

  /// Whether a word of the rules ends at a place, not beginning before another.
  func has(_ word: StaticString, endingAt end: Int, from lower: Int) -> Bool {
    let start = end - Letters.count(word)
    return start >= lower && has(word, at: start, limit: end)
  }

  /// The first place of a word of the rules in a range.
  func first(_ word: StaticString, in range: Range<Int>) -> Int? {
    var letters = Letters(word)
    guard let head = letters.next() else { return nil }
    var index = range.lowerBound
    while index < range.upperBound {
      if self[index] == head, has(word, at: index, limit: range.upperBound) { return index }
      index += 1
    }
    return nil
  }

  /// Whether the text begins with a word of the rules.
  func starts(with word: StaticString) -> Bool { has(word, at: 0, limit: count) }

  /// The text of a range.
  func text(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count * 3)
    for index in range { bytes.append(scalar: UInt32(self[index])) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of all of it.
  var text: String { text(indices) }
}
