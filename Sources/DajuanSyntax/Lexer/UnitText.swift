/// How a run of letters after a number divides into a scale word and a unit.
package enum UnitText {
  /// The scale words, longest first where one begins another.
  package static let scales = [
    "万亿", "千亿", "百亿", "十亿", "亿", "千万", "百万", "十万", "万", "千", "百",
  ]

  /// Splits the scale off a run: `亿元` is `亿` and `元`. A run that is a unit as a whole, such as
  /// `百分点` or `千米`, keeps its first character.
  package static func split(_ run: String) -> (scale: String, unit: String) {
    guard let scale = scales.first(where: { run.utf8.starts(with: $0.utf8) }), !isUnit(run) else {
      return ("", run)
    }
    return (scale, String(run.unicodeScalars.dropFirst(scale.unicodeScalars.count)))
  }

  /// Whether the vocabulary has this unit. Cost: one hash.
  package static func isUnit(_ word: String) -> Bool {
    units.contains(word)
  }

  private static let units = Set(Vocabulary.spellings(of: .unit))

  /// Whether a run is a scale word with a reserved word directly after it, which is no unit.
  static func isScaledKeyword(_ run: String) -> Bool {
    let (scale, unit) = split(run)
    return !scale.isEmpty && GluedWords.keyword(unit).isReserved
  }

  /// Whether a word is a unit symbol or a unit of the vocabulary, perhaps after a scale word.
  package static func isScaledUnit(_ word: String) -> Bool {
    let (_, unit) = split(word)
    if unit.unicodeScalars.count == 1, let scalar = unit.unicodeScalars.first,
      Scalar.isUnitSymbol(scalar.value)
    {
      return true
    }
    return isUnit(unit)
  }
}
