/// Distinct words and the codes of them, in order of first appearance.
///
/// Two words are one where Swift's strings are equal, that is by canonical equivalence. Most words are
/// of characters that only stand for themselves; those are told apart by their bytes, and only where
/// another word turns up do strings look after all of them.
struct DistinctWords: Sendable {
  /// The words, in the order of their codes.
  private(set) var words: WordList
  private var index: Index?

  private enum Index: Sendable {
    case bytes(CodeIndex)
    case strings([String: Int32])
  }

  /// Makes a list of words; of several equal ones the first has the code.
  init(_ words: WordList = WordList()) { self.words = words }

  /// The code of a word, which is added where it is not there yet.
  mutating func code(of word: String) -> Int32 {
    if index == nil { index = Self.index(of: words) }
    if case .bytes(var codes) = index, let hash = Self.hash(ofPlain: word) {
      if let code = Self.code(of: word, hash, codes, words) { return code }
      index = nil  // Gives up the shared storage, so that the insertion does not copy it.
      codes.insert(Int32(words.count), hash)
      index = .bytes(codes)
      return append(word)
    }
    if case .bytes = index { index = .strings(Self.strings(of: words)) }
    guard case .strings(var codes) = index else { preconditionFailure("there is an index") }
    if let code = codes[word] { return code }
    index = nil
    codes[word] = Int32(words.count)
    index = .strings(codes)
    return append(word)
  }

  private mutating func append(_ word: String) -> Int32 {
    words.append(word)
    return Int32(words.count - 1)
  }

  private static func index(of words: WordList) -> Index {
    var codes = CodeIndex()
    for code in 0..<words.count {
      let word = words[code]
      guard let hash = hash(ofPlain: word) else { return .strings(strings(of: words)) }
      if Self.code(of: word, hash, codes, words) == nil { codes.insert(Int32(code), hash) }
    }
    return .bytes(codes)
  }

  private static func strings(of words: WordList) -> [String: Int32] {
    Dictionary(
      words.strings.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
  }

  private static func code(
    of word: String, _ hash: UInt64, _ codes: CodeIndex, _ words: WordList
  ) -> Int32? {
    var word = word
    return word.withUTF8 { own in
      codes.code(hash) { code in
        words.withBytes(of: Int(code)) { bytes in
          guard bytes.count == own.count else { return false }
          for place in 0..<own.count where bytes[place] != own[place] { return false }
          return true
        }
      }
    }
  }

  /// A hash of the bytes of a word (FNV-1a, a character at a time); `nil` where the word has a character
  /// that may be written in another way.
  private static func hash(ofPlain word: String) -> UInt64? {
    var word = word
    return word.withUTF8 { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var place = 0
      while place < bytes.count {
        var code = UInt32(bytes[place])
        place += 1
        if code >= 0x80 {
          guard code >= 0xE0, code < 0xF0 else { return nil }
          code = code << 12 | UInt32(bytes[place] & 0x3F) << 6 | UInt32(bytes[place + 1] & 0x3F)
          code &= 0xFFFF
          guard isPlain(code) else { return nil }
          place += 2
        }
        hash = (hash ^ UInt64(code)) &* 0x100_0000_01B3
      }
      // The last character must reach the upper half, which tells words apart.
      return hash &* 0x9E37_79B9_7F4A_7C15
    }
  }

  /// Whether a character has no canonical decomposition and joins no other (Unicode Character Database,
  /// UnicodeData.txt): Chinese characters, and the marks and full-width forms that stand beside them.
  private static func isPlain(_ code: UInt32) -> Bool {
    switch code {
    case 0x3400...0x9FFF, 0x3001...0x3029, 0xFF01...0xFF60, 0x2010...0x2027: true
    default: false
    }
  }
}
