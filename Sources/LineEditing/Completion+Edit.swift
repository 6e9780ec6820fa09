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
  /// A sole candidate is inserted whole, with a blank unless one follows already. Of several,
  /// the longest common prefix is inserted if it carries on what was typed before the cursor,
  /// letter case aside. When it does not, because the candidates are spelt in another script
  /// than what was typed or differ from the first letter on, they are listed: replacing typed
  /// text by part of something else would lose it. Cost: linear in the candidates' length.
  func edit(of text: String, cursor: Int) -> Edit {
    let scalars = Array(text.unicodeScalars)
    let range = replacing.clamped(to: 0..<scalars.count)
    guard let first = candidates.first else { return .none }
    if candidates.count == 1 {
      let followed = range.upperBound < scalars.count && scalars[range.upperBound] == " "
      let blank = first.appendsBlank && !followed ? " " : ""
      return .replace(range, with: first.text + blank)
    }
    let prefix = commonPrefix
    let typedEnd = min(max(cursor, range.lowerBound), range.upperBound)
    let typed = Self.string(scalars[range.lowerBound..<typedEnd])
    guard prefix.unicodeScalars.count > typed.unicodeScalars.count,
      prefix.lowercased().hasPrefix(typed.lowercased())
    else { return .list }
    return .replace(range.lowerBound..<typedEnd, with: prefix)
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

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
