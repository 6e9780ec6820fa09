extension Completion {
  /// What the Tab key does with a completion.
  enum Edit: Equatable {
    /// Nothing fits.
    case none

    /// The scalars of `range` give way to `text`.
    case replace(Range<Int>, with: String)

    /// Several fit and none of their letters can be inserted: show them.
    case list
  }

  /// Decides between inserting and listing.
  ///
  /// A sole candidate is inserted whole, with a blank unless one follows already; what stands behind the
  /// cursor and is the candidate's own ending goes into it. Of several, the longest common prefix is
  /// inserted if it carries on what was typed before the cursor, letter case and an opening quotation
  /// mark aside. When it does not, because the candidates are spelt in another script than what was
  /// typed or differ from the first letter on, they are listed: replacing typed text by part of
  /// something else would lose it. Cost: linear in the candidates' length.
  func edit(of text: String, cursor: Int) -> Edit {
    let scalars = Array(text.unicodeScalars)
    let range = replacing.clamped(to: 0..<scalars.count)
    guard let first = candidates.first else { return .none }
    if candidates.count == 1 {
      let rest = scalars[range.upperBound...]
      let swallowed = Self.ending(of: first.text, in: rest, typed: range.count)
      let next = rest.dropFirst(swallowed).first
      let blank = first.appendsBlank && next != " " ? " " : ""
      return .replace(
        range.lowerBound..<range.upperBound + swallowed, with: first.text + blank)
    }
    let prefix = commonPrefix
    let typedEnd = min(max(cursor, range.lowerBound), range.upperBound)
    let typed = Self.string(scalars[range.lowerBound..<typedEnd])
    guard Self.carriesOn(prefix, typed) else { return .list }
    return .replace(range.lowerBound..<typedEnd, with: prefix)
  }

  /// Whether a prefix begins with what was typed and has more.
  private static func carriesOn(_ prefix: String, _ typed: String) -> Bool {
    var prefix = prefix[...]
    if let quote = prefix.first, quotes.contains(quote), typed.first != quote {
      prefix.removeFirst()
    }
    return prefix.unicodeScalars.count > typed.unicodeScalars.count
      && prefix.lowercased().hasPrefix(typed.lowercased())
  }

  /// How many of the scalars behind the cursor are the ending of `text`, and no more than it has beyond
  /// what was typed: the rest of a word in whose middle the cursor is.
  private static func ending(
    of text: String, in rest: ArraySlice<Unicode.Scalar>, typed: Int
  ) -> Int {
    let scalars = Array(text.unicodeScalars)
    var end = rest.prefix {
      $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    .endIndex
    // A bracket or a quotation mark that ends the candidate may be there already.
    if let last = scalars.last, !last.properties.isAlphabetic, end < rest.endIndex,
      rest[end] == last
    {
      end += 1
    }
    let word = rest[..<end]
    return word.count <= scalars.count - min(typed, scalars.count)
      && scalars.suffix(word.count) == word
      ? word.count : 0
  }

  /// The longest text all candidates start with, in whole characters.
  var commonPrefix: String {
    guard var prefix = candidates.first?.text[...] else { return "" }
    for candidate in candidates.dropFirst() {
      let shared = zip(prefix, candidate.text).prefix { $0 == $1 }.count
      prefix = prefix.prefix(shared)
    }
    return String(prefix)
  }

  private static let quotes: Set<Character> = ["\"", "'"]

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
