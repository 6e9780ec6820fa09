import DajuanLedger
import DajuanSyntax

/// The units that a query writes, those that reports use most first.
enum FittingUnits {
  /// The units that an operand of the given type can meet.
  ///
  /// - Parameters:
  ///   - type: The type of what the number is compared with or added to; `nil` where nothing is known.
  ///   - isApart: Whether a blank stands before the unit: then only those of the vocabulary are read
  ///     as one.
  ///   - used: Units that come first, with those that are so many times them.
  /// - Returns: The words; none where the operand is no quantity.
  static func words(
    for type: ColumnType?, isApart: Bool = false, used: [Unit] = []
  ) -> [CompletionWord] {
    let set: UnitSet
    switch type {
    case .quantity(let units): set = units
    case nil: set = .any
    case .text, .enumeration, .period, .truth, .source: return []
    }
    let fitting = all.filter { unit in
      set.admits(unit.unit) && (!isApart || UnitText.isScaledUnit(unit.word.spelling.chinese))
    }
    let names = Set(used.map { UnitText.split($0.name).unit })
    let isUsed = { (unit: Unit) in names.contains(UnitText.split(unit.name).unit) }
    return (fitting.filter { isUsed($0.unit) } + fitting.filter { !isUsed($0.unit) }).map(\.word)
  }

  /// In the order of how often reports use them: amounts in 亿 and 万, shares, then counts and sizes.
  private static let first = [
    "亿元", "万元", "元", "万亿元", "%", "百分点", "个", "万个", "人", "万人", "户", "万户", "家", "项", "套", "万套",
    "所", "条", "处", "座", "张", "公里", "米", "平方米", "万平方米", "平方公里", "亩", "万亩", "公顷", "吨", "万吨", "人次",
    "万人次", "千瓦", "万千瓦", "千瓦时", "亿千瓦时", "立方米", "万立方米",
  ]

  private static let all: [(word: CompletionWord, unit: Unit)] = {
    var seen: Set<String> = []
    let listed =
      Vocabulary.entries(in: .unit).map(\.chinese)
      + Unit.spellings.compactMap { Unit.named($0)?.name }
    return (first + listed).compactMap { spelling in
      guard let unit = Unit.named(spelling), unit != .none, seen.insert(unit.name).inserted else {
        return nil
      }
      return (word(spelling, unit), unit)
    }
  }()

  private static func word(_ spelling: String, _ unit: Unit) -> CompletionWord {
    let (scale, name) = UnitText.split(spelling)
    guard let entry = Vocabulary.entry(spelled: name, in: .unit) else {
      return CompletionWord(.unit, Bilingual(spelling))
    }
    if scale.isEmpty { return CompletionWord(entry, .unit) }
    // A scale is written in Chinese in either language.
    return CompletionWord(
      .unit, Bilingual(spelling), also: [scale + entry.english], gloss: entry.gloss)
  }
}
