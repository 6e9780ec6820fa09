/// A UTF-16 code unit of normalised text. Everything the rules look at lies in the basic plane; a
/// character outside it becomes U+FFFD, which no rule names.
typealias Code = UInt16

/// A set of code units: a bitmap of those blocks of the basic plane that have any, found through a
/// list of all blocks. There are many sets, and each is small.
struct CodeSet: Sendable {
  /// For each 256 code units, where their bitmap is, divided by four; 0 is that of the empty blocks.
  private var blocks: [UInt8]
  private var words: [UInt64]

  /// Makes the set of the characters of a text.
  init(_ characters: String) {
    blocks = Array(repeating: 0, count: 256)
    words = Array(repeating: 0, count: 4)
    for code in characters.utf16 { insert(code) }
  }

  mutating func insert(_ code: Code) {
    let block = Int(code >> 8)
    if blocks[block] == 0 {
      // Surrogates are in no word, so that not all blocks are ever in use.
      blocks[block] = UInt8(words.count >> 2)
      words.append(contentsOf: repeatElement(0, count: 4))
    }
    words[Int(blocks[block]) << 2 | Int(code >> 6 & 3)] |= 1 << UInt64(code & 63)
  }

  /// Adds the code units of a list.
  mutating func formUnion(_ codes: [Code]) {
    for code in codes { insert(code) }
  }

  /// The first place from one on whose character is in the set, or the limit.
  func first(_ codes: [Code], from start: Int, limit: Int) -> Int {
    codes.withUnsafeBufferPointer { codes in
      blocks.withUnsafeBufferPointer { blocks in
        words.withUnsafeBufferPointer { words in
          var index = start
          while index < limit {
            let code = codes[index]
            let word = words[Int(blocks[Int(code >> 8)]) << 2 | Int(code >> 6 & 3)]
            if word & (1 << UInt64(code & 63)) != 0 { break }
            index &+= 1
          }
          return index
        }
      }
    }
  }

  @inline(__always)
  func contains(_ code: Code) -> Bool {
    words[Int(blocks[Int(code >> 8)]) << 2 | Int(code >> 6 & 3)] & (1 << UInt64(code & 63)) != 0
  }
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
  private var place: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>

  init(_ word: StaticString) {
    place = word.utf8Start
    end = place + word.utf8CodeUnitCount
  }

  mutating func next() -> Code? {
    guard place < end else { return nil }
    let byte = Code(place[0])
    if byte < 0x80 {
      place += 1
      return byte
    }
    if byte < 0xE0 {
      defer { place += 2 }
      return (byte & 0x1F) << 6 | Code(place[1]) & 0x3F
    }
    defer { place += 3 }
    return byte << 12 | (Code(place[1]) & 0x3F) << 6 | Code(place[2]) & 0x3F
  }

  static func count(_ word: StaticString) -> Int {
    (0..<word.utf8CodeUnitCount).count { word.utf8Start[$0] & 0xC0 != 0x80 }
  }

  /// Passes over the rest of a line; answers how many tabs it has.
  mutating func skipLine() -> Int {
    var tabs = 0
    while place < end {
      let byte = place[0]
      place += 1
      if byte == 0x0A { break }
      if byte == 0x09 { tabs += 1 }
    }
    return tabs
  }
}

extension UnsafeMutableBufferPointer where Element == UInt8 {
  /// Writes the UTF-8 of a scalar; the buffer must have four bytes left.
  @inline(__always)
  func write(_ scalar: UInt32, at end: inout Int) {
    if scalar >= 0x800, scalar < 0x10000 {
      self[end] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      self[end &+ 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      self[end &+ 2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      end &+= 3
    } else if scalar < 0x80 {
      self[end] = UInt8(truncatingIfNeeded: scalar)
      end &+= 1
    } else if scalar < 0x800 {
      self[end] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      self[end &+ 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      end &+= 2
    } else {
      self[end] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
      self[end &+ 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
      self[end &+ 2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      self[end &+ 3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      end &+= 4
    }
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
    if range.isEmpty { return "" }
    return withUnsafeBufferPointer { codes in
      String(unsafeUninitializedCapacity: range.count * 3) { bytes in
        var end = 0
        for index in range { bytes.write(UInt32(codes[index]), at: &end) }
        return end
      }
    }
  }

  /// The text of all of it.
  var text: String { text(indices) }
}
