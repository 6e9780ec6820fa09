/// The scalars of a text; words are looked up in them without grapheme breaking.
typealias Scalars = [Unicode.Scalar]

/// A set of words that is looked up at a place of a text, the longest word first.
///
/// Cost of a look-up at one place: one hash of its scalar, then the words that begin with it.
struct Phrases: Sendable {
  private let byFirst: [Unicode.Scalar: [Scalars]]
  private let byLast: [Unicode.Scalar: [Scalars]]

  /// Makes a set from words separated by blanks or line breaks, as the lexicon files list them.
  init(_ list: String) {
    let ordered = Self.words(of: list).sorted { $0.count > $1.count }
    byFirst = Dictionary(grouping: ordered) { $0[0] }
    byLast = Dictionary(grouping: ordered) { $0[$0.count - 1] }
  }

  /// The words of a list, none of them empty.
  static func words(of list: String) -> [Scalars] {
    list.unicodeScalars.split { $0 == " " || $0 == "\n" }.map { Scalars($0) }
  }

  /// The length of the longest word the text begins with, or 0.
  func prefix(of text: ArraySlice<Unicode.Scalar>) -> Int {
    guard let first = text.first, let words = byFirst[first] else { return 0 }
    return words.first { text.starts(with: $0) }?.count ?? 0
  }

  /// The length of the longest word the text ends with, or 0.
  func suffix(of text: ArraySlice<Unicode.Scalar>) -> Int {
    guard let last = text.last, let words = byLast[last] else { return 0 }
    return words.first { $0.count <= text.count && text.suffix($0.count).elementsEqual($0) }?
      .count ?? 0
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

extension String {
  /// The text of a run of scalars.
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    self.init()
    unicodeScalars.append(contentsOf: scalars)
  }

  /// The scalars without blanks and without the asterisks of marked-up text.
  var compactScalars: Scalars {
    unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "*" }
  }
}
