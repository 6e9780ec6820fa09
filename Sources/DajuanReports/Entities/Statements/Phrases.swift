internal import Synchronization

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
  private let words: [PhraseIndex.Word]
  private let beginnings: PhraseIndex
  /// Made when first asked for: most sets are only looked up forwards.
  private let endings = AtomicLazyReference<PhraseIndex>()

  /// Makes a set from words separated by blanks or line breaks, as the lexicon files list them.
  convenience init(_ list: String) { self.init(lists: [list]) }

  /// Makes the set of the words of several lists.
  init(lists: [String]) {
    var letters: Scalars = []
    var words: [PhraseIndex.Word] = []
    letters.reserveCapacity(lists.reduce(0) { $0 + $1.utf8.count / 3 })
    words.reserveCapacity(letters.capacity / 2)
    for (number, list) in lists.enumerated() {
      var start = letters.count
      func end() {
        if start == letters.count { return }
        words.append(.init(start: start, end: letters.count, list: number))
        start = letters.count
      }
      for scalar in list.unicodeScalars {
        if scalar != " ", scalar != "\n" { letters.append(scalar) } else { end() }
      }
      end()
    }
    self.letters = letters
    self.words = words
    beginnings = PhraseIndex(words) { letters[$0.start] }
  }

  /// The longest word the text begins with, as its length and the number of the list it is from, the
  /// first of several; `nil` where there is none.
  func word(at text: ArraySlice<Unicode.Scalar>) -> (length: Int, list: Int)? {
    guard let first = text.first else { return nil }
    for word in beginnings.words(at: first)
    where word.count <= text.count && matches(word, text, at: text.startIndex) {
      return (word.count, word.list)
    }
    return nil
  }

  /// The length of the longest word the text begins with, or 0.
  func prefix(of text: ArraySlice<Unicode.Scalar>) -> Int { word(at: text)?.length ?? 0 }

  /// The length of the longest word the text ends with, or 0.
  func suffix(of text: ArraySlice<Unicode.Scalar>) -> Int {
    guard let last = text.last else { return 0 }
    let index =
      endings.load() ?? endings.storeIfNil(PhraseIndex(words) { letters[$0.start + $0.count - 1] })
    for word in index.words(at: last)
    where word.count <= text.count && matches(word, text, at: text.endIndex - word.count) {
      return word.count
    }
    return 0
  }

  private func matches(
    _ word: PhraseIndex.Word,
    _ text: ArraySlice<Unicode.Scalar>,
    at start: Int
  ) -> Bool {
    for offset in 0..<word.count where text[start + offset] != letters[word.start + offset] {
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
private final class PhraseIndex: Sendable {
  /// A word: where its letters are, and the number of its list.
  struct Word {
    private let place: UInt32
    private let length: UInt16
    private let number: UInt16

    init(start: Int, end: Int, list: Int) {
      (place, length, number) = (UInt32(start), UInt16(end - start), UInt16(list))
    }

    var start: Int { Int(place) }
    var count: Int { Int(length) }
    var list: Int { Int(number) }
  }

  /// The keys, ascending, and where the words of each begin.
  private let keys: Scalars
  private let starts: [Int]
  private let words: [Word]
  /// A bit for the low ten bits of every key.
  private let filter: SIMD16<UInt64>

  init(_ words: [Word], by key: (Word) -> Unicode.Scalar) {
    // One number sorts by key, then by length downwards, then by place.
    var order = words.indices.map { index -> UInt64 in
      let length = UInt64(255 - min(words[index].count, 255))
      return UInt64(key(words[index]).value) << 40 | length << 32 | UInt64(index)
    }
    order.sort()
    var keys: Scalars = []
    var starts: [Int] = []
    var filter = SIMD16<UInt64>(repeating: 0)
    keys.reserveCapacity(words.count)
    starts.reserveCapacity(words.count + 1)
    for (index, mark) in order.enumerated() {
      let scalar = key(words[Int(mark & 0xFFFF_FFFF)])
      if keys.last != scalar {
        keys.append(scalar)
        starts.append(index)
        filter[Int(scalar.value >> 6 & 15)] |= 1 << UInt64(scalar.value & 63)
      }
    }
    starts.append(words.count)
    self.words = order.map { words[Int($0 & 0xFFFF_FFFF)] }
    (self.keys, self.starts, self.filter) = (keys, starts, filter)
  }

  func words(at key: Unicode.Scalar) -> ArraySlice<Word> {
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
  init(_ scalars: some Collection<Unicode.Scalar>) {
    self.init(unsafeUninitializedCapacity: scalars.count * 4) { bytes in
      var end = 0
      for scalar in scalars { bytes.write(scalar.value, at: &end) }
      return end
    }
  }

  /// The scalars without blanks and without the asterisks of marked-up text.
  var compactScalars: Scalars {
    unicodeScalars.filter { $0 > " " && $0 != "\u{3000}" && $0 != "\u{A0}" && $0 != "*" }
  }
}
