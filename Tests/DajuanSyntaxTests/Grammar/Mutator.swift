/// Damages sentences at random: the same way for the same seed.
struct Mutator {
  private var random: SeededGenerator

  /// What may be put in place of a token.
  private var pool: [String] = []

  init(seed: UInt64, pool: [String]) {
    random = SeededGenerator(seed: seed)
    self.pool = pool
  }

  /// A text with one of the tokens in `ranges` (in scalars) dropped, doubled, swapped with the next
  /// or replaced, or, if `isFine`, with one character dropped, doubled or replaced.
  mutating func mutate(_ text: String, _ ranges: [Range<Int>], isFine: Bool) -> String {
    let scalars = Array(text.unicodeScalars)
    guard let index = ranges.indices.randomElement(using: &random) else { return text }
    let range = ranges[index]
    if isFine {
      let place = range.randomElement(using: &random) ?? range.lowerBound
      return replace(place..<place + 1, in: scalars, character(scalars[place]))
    }
    let word = Self.text(scalars[range])
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return replace(range, in: scalars, " ")
    case 1: return replace(range, in: scalars, "\(word) \(word)")
    case 2 where index + 1 < ranges.count:
      let after = ranges[index + 1]
      let between = Self.text(scalars[range.upperBound..<after.lowerBound])
      let swapped = "\(Self.text(scalars[after])) \(between) \(word)"
      return replace(range.lowerBound..<after.upperBound, in: scalars, swapped)
    default:
      return replace(range, in: scalars, " \(pool.randomElement(using: &random) ?? "") ")
    }
  }

  private mutating func character(_ old: Unicode.Scalar) -> String {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: ""
    case 1: "\(old)\(old)"
    default: Self.text((pool.randomElement(using: &random) ?? "").unicodeScalars.prefix(1))
    }
  }

  private func replace(
    _ range: Range<Int>,
    in scalars: [Unicode.Scalar],
    _ text: String
  ) -> String {
    Self.text(scalars[..<range.lowerBound]) + text + Self.text(scalars[range.upperBound...])
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
