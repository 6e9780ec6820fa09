/// The scalars of a text; words are looked up in them without grapheme breaking.
typealias Scalars = [Unicode.Scalar]

/// A set of words that is looked up at a place of a text, the longest word first.
///
/// All words lie in one buffer, so that the lexicon costs little at start-up. Cost of a look-up: one
/// test of a bitmap, which turns most places away; where it passes, a binary search for the scalar
/// and a comparison with each word that begins (or ends) with it. A class, as the sets are tables
/// that never change and are passed about.
final class Phrases: Sendable {
  private let letters: Scalars
  private let beginnings: PhraseIndex
  private let endings: PhraseIndex

  /// Makes a set from words separated by blanks or line breaks, as the lexicon files list them.
  convenience init(_ list: String) { self.init(lists: [list]) }

  /// Makes the set of the words of several lists.
  init(lists: [String]) {
    var letters: Scalars = []
    var words: [Range<Int>] = []
    for list in lists {
      var start = letters.count
      for scalar in list.unicodeScalars {
        if scalar != " ", scalar != "\n" {
          letters.append(scalar)
        } else if start < letters.count {
          words.append(start..<letters.count)
          start = letters.count
        }
      }
      if start < letters.count { words.append(start..<letters.count) }
    }
    self.letters = letters
    beginnings = PhraseIndex(words) { letters[$0.lowerBound] }
    endings = PhraseIndex(words) { letters[$0.upperBound - 1] }
  }

  /// The length of the longest word the text begins with, or 0.
  func prefix(of text: ArraySlice<Unicode.Scalar>) -> Int {
    guard let first = text.first else { return 0 }
    for word in beginnings.words(at: first)
    where word.count <= text.count && matches(word, text, at: text.startIndex) {
      return word.count
    }
    return 0
  }

  /// The length of the longest word the text ends with, or 0.
  func suffix(of text: ArraySlice<Unicode.Scalar>) -> Int {
    guard let last = text.last else { return 0 }
    for word in endings.words(at: last)
    where word.count <= text.count && matches(word, text, at: text.endIndex - word.count) {
      return word.count
    }
    return 0
  }

  private func matches(
    _ word: Range<Int>,
    _ text: ArraySlice<Unicode.Scalar>,
    at start: Int
  ) -> Bool {
    for offset in 0..<word.count where text[start + offset] != letters[word.lowerBound + offset] {
      return false
    }
    return true
  }

  /// The first place where one of the words stands, the longest word at that place.
  func first(in text: ArraySlice<Unicode.Scalar>) -> Range<Int>? {
    var place = text.startIndex
    while place < text.endIndex {
      let length = prefix(of: text[place...])
      if length > 0 { return place..<place + length }
      place += 1
    }
    return nil
  }

  /// Whether one of the words stands anywhere in the text.
  func occur(in text: ArraySlice<Unicode.Scalar>) -> Bool { first(in: text) != nil }

  /// Whether the text is one of the words.
  func contain(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    !text.isEmpty && prefix(of: text) == text.count
  }

  /// The text without the words it begins with, taken off one after another.
  func strippedPrefixes(of text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var rest = text
    while case let length = prefix(of: rest), length > 0 { rest = rest.dropFirst(length) }
    return rest
  }

  /// The text without the words it ends with, taken off one after another.
  func strippedSuffixes(of text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var rest = text
    while case let length = suffix(of: rest), length > 0 { rest = rest.dropLast(length) }
    return rest
  }
}

/// The words of a set by one of their scalars, longest first.
private struct PhraseIndex: Sendable {
  /// The keys, ascending, and where the words of each begin.
  private var keys: Scalars = []
  private var starts: [Int] = []
  private var words: [Range<Int>] = []
  /// A bit for the low ten bits of every key.
  private var filter = SIMD16<UInt64>(repeating: 0)

  init(_ words: [Range<Int>], by key: (Range<Int>) -> Unicode.Scalar) {
    // One number sorts by key, then by length downwards, then by place.
    let order = words.indices.map { index -> UInt64 in
      let length = UInt64(255 - min(words[index].count, 255))
      return UInt64(key(words[index]).value) << 40 | length << 32 | UInt64(index)
    }
    for mark in order.sorted() {
      let word = words[Int(mark & 0xFFFF_FFFF)]
      let scalar = key(word)
      if keys.last != scalar {
        keys.append(scalar)
        starts.append(self.words.count)
        filter[Int(scalar.value >> 6 & 15)] |= 1 << UInt64(scalar.value & 63)
      }
      self.words.append(word)
    }
    starts.append(self.words.count)
  }

  func words(at key: Unicode.Scalar) -> ArraySlice<Range<Int>> {
    guard filter[Int(key.value >> 6 & 15)] & 1 << UInt64(key.value & 63) != 0 else { return [] }
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    guard low < keys.count, keys[low] == key else { return [] }
    return words[starts[low]..<starts[low + 1]]
  }
}

extension String {
  /// The text of a run of scalars.
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    self.init()
    unicodeScalars.append(contentsOf: scalars)
  }

  /// The scalars without blanks and without the asterisks of marked-up text.
  var compactScalars: Scalars {
    unicodeScalars.filter { $0 > " " && $0 != "\u{3000}" && $0 != "\u{A0}" && $0 != "*" }
  }
}
