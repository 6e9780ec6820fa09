import DajuanLedger
import DajuanSyntax

extension FormulaEvaluator {
  /// `contains`, `starts`, `ends` and `matches`, over Unicode scalars as UTF-8.
  func matchText(_ operator: TextOperator, _ text: String?, _ pattern: String?) -> Truth {
    guard let text, let pattern else { return .undecided(.missing) }
    switch `operator` {
    case .contains: return Truth(Self.find(Array(pattern.utf8), in: Array(text.utf8)))
    case .starts: return Truth(text.utf8.starts(with: pattern.utf8))
    case .ends: return Truth(text.utf8.reversed().starts(with: pattern.utf8.reversed()))
    case .matches:
      return Truth(
        Self.glob(
          pattern.unicodeScalars.map(\.value), text.unicodeScalars.map(\.value),
          isStopped: { context?.watch.stop != nil }))
    }
  }

  /// The same for an enumerated value, which has a spelling in either language.
  func matchWord(
    _ operator: TextOperator, _ value: String?, _ enumeration: Enumeration, _ pattern: String?
  ) -> Truth {
    let entry = value.flatMap {
      Vocabulary.entry(spelled: $0, in: .value, scope: enumeration.rawValue)
    }
    guard let entry else { return matchText(`operator`, value, pattern) }
    return entry.spellings.map { matchText(`operator`, $0, pattern) }.reduce(.no) { $0.or($1) }
  }

  /// Whether the needle stands somewhere in the hay. UTF-8 is self-synchronising, so a match of
  /// bytes is one of characters.
  ///
  /// Never goes back in the hay (Knuth, Morris, Pratt), so the time is linear in both lengths.
  static func find(_ needle: [UInt8], in hay: [UInt8]) -> Bool {
    if needle.isEmpty { return true }
    guard hay.count >= needle.count else { return false }
    // How much of the needle's beginning also ends it at each place: what still fits after a miss.
    var fits = [Int](repeating: 0, count: needle.count)
    var matched = 0
    for place in needle.indices.dropFirst() {
      while matched > 0, needle[place] != needle[matched] { matched = fits[matched - 1] }
      if needle[place] == needle[matched] { matched += 1 }
      fits[place] = matched
    }
    matched = 0
    for byte in hay {
      while matched > 0, byte != needle[matched] { matched = fits[matched - 1] }
      if byte == needle[matched] { matched += 1 }
      if matched == needle.count { return true }
    }
    return false
  }

  /// Whether the whole text fits a pattern of `*` (any characters) and `?` (one character).
  ///
  /// Goes back only to the last star, so the time is at most the product of the lengths. That may be
  /// long, so it is asked now and then whether the answer is still wanted.
  static func glob(
    _ pattern: [UInt32], _ text: [UInt32], isStopped: () -> Bool
  ) -> Bool {
    let (star, one) = (UInt32(UInt8(ascii: "*")), UInt32(UInt8(ascii: "?")))
    var (p, t) = (0, 0)
    var lastStar: (pattern: Int, text: Int)?
    var steps = 0
    while t < text.count {
      steps += 1
      if steps.isMultiple(of: 1 << 16), isStopped() { return false }
      if p < pattern.count, pattern[p] == star {
        lastStar = (p, t)
        p += 1
      } else if p < pattern.count, pattern[p] == one || pattern[p] == text[t] {
        (p, t) = (p + 1, t + 1)
      } else if let back = lastStar {
        lastStar = (back.pattern, back.text + 1)
        (p, t) = (back.pattern + 1, back.text + 1)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == star }
  }
}
