internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax

// Pages on units, those with 万 and 亿 before them and quotients of two as well.
extension Help {
  /// The page of a unit the vocabulary does not have.
  func unitPages(_ word: String, _ entries: [VocabularyEntry]) -> [HelpPage] {
    if entries.contains(where: { $0.category == .unit }) { return [] }
    guard Unit.isListed(word), !word.isEmpty, let unit = Unit.named(word) else { return [] }
    return [page(on: unit, spelled: word, title: word, gloss: nil)]
  }

  func unitPage(_ entry: VocabularyEntry) -> HelpPage {
    let names = ([entry.english, entry.chinese] + entry.alternatives).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let unit = Unit.named(entry.chinese) ?? .none
    return page(
      on: unit, spelled: entry.spelling(in: language), title: names.joined(separator: "  "),
      gloss: entry.gloss[language])
  }

  private func page(
    on unit: Unit, spelled word: String, title: String, gloss: String?
  ) -> HelpPage {
    let base = unit.base
    var lines: [String] = []
    if let gloss { lines.append(gloss) }
    lines.append(kind(of: unit))
    if unit.factor != .one {
      lines.append("1\(word) = \(Self.text(unit.factor))\(base.name)")
    }
    let example = base == unit ? "2\(word) * 3" : "3\(word) to \(base.name)"
    let shown = worded(unit.dimension.isNone ? "3\(word) * 2" : example)
    // Some that the ledger knows cannot be written behind a number.
    let isReadable = session.check(Source(shown)).isEmpty
    return HelpPage(
      title: "\(title)  (\(isChinese ? "单位" : "unit"))", gloss: lines.joined(separator: "\n"),
      example: isReadable ? shown : nil,
      more: [command(HelpTopic.units.name(in: language))])
  }

  /// What it measures, and what it may be compared with and added to.
  private func kind(of unit: Unit) -> String {
    let base = unit.base.name
    return switch unit.family {
    case .number: isChinese ? "倍数；是不带单位的数" : "a multiple; a number without a unit"
    case .percent:
      isChinese ? "比率；与 %、‰、倍 相比较" : "a ratio; goes with %, ‰ and plain numbers"
    case .points:
      isChinese ? "两个百分比之差；与 % 不是一回事" : "the difference of two percentages; not the same as %"
    case .money:
      isChinese
        ? "量纲：货币（\(base)）；不同货币不能相加"
        : "dimension: money (\(base)); currencies do not mix"
    case .count:
      isChinese ? "计数；代表人、人次以外的任何量词" : "a count; stands for any classifier but 人 and 人次"
    case .classifier:
      base == "人" || base == "人次"
        ? (isChinese ? "量词：只与自己相比较" : "a classifier: goes with itself alone")
        : (isChinese
          ? "量词：只与自己、个和不带单位的数相比较" : "a classifier: goes with itself, 个 and bare numbers")
    case .measure:
      isChinese
        ? "量纲：\(Self.chinese(unit.dimension))"
        : "dimension: \(Self.english(unit.dimension))"
    case .compound: isChinese ? "两个单位之商，基本单位 \(base)" : "a quotient of units; its base is \(base)"
    }
  }

  private static func english(_ dimension: Dimension) -> String {
    guard let factor = dimension.factors.first, dimension.factors.count == 1 else { return "" }
    return switch (factor.base, factor.power) {
    case ("length", 2): "area"
    case ("length", 3): "volume"
    default: factor.base
    }
  }

  private static func chinese(_ dimension: Dimension) -> String {
    switch english(dimension) {
    case "length": "长度"
    case "area": "面积"
    case "volume": "体积"
    case "mass": "质量"
    case "power": "功率"
    case "energy": "电量"
    case "voltage": "电压"
    case "apparent power": "视在功率"
    case "time": "时间（秒）"
    case "months": "时间（月）"
    case "container": "集装箱"
    case "bit": "信息量"
    case let other: other
    }
  }

  private static func text(_ ratio: Ratio) -> String {
    guard ratio.denominator != 1 else { return String(ratio.numerator) }
    let number = Number.exact(Decimal(Int(ratio.numerator))).divided(
      by: .exact(Decimal(Int(ratio.denominator))))
    return ratio.isDecimal
      ? number?.text(.full) ?? "" : "\(ratio.numerator)/\(ratio.denominator) "
  }
}
