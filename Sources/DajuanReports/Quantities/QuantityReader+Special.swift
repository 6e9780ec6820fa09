internal import DajuanLedger

extension QuantityReader {
  // MARK: Ordinals

  /// 第二, 第4位 as a rank; 第三产业, 第十届, 第一批 are names.
  func readOrdinal(_ start: Int, _ mentions: inout [Mention]) -> Int {
    guard let numeral = NumeralScanner.numeral(codes, at: start + 1, limit: limit),
      !numeral.isBareScale
    else { return start + 1 }
    var end = numeral.range.upperBound
    let next = end < limit ? codes[end] : char("。")
    let hasPlace = next == char("位") || next == char("名")
    if hasPlace { end += 1 }
    guard hasPlace || isRankContext(start, next),
      !Lexicon.figurative.occurs(codes, in: max(lower, start - 10)..<start),
      !Traps.isQuoted(codes, start, statement)
    else {
      return numeral.range.upperBound
    }
    var mention = Mention(
      range: start..<end,
      leadingStart: start,
      value: numeral.value,
      step: .one,
      unit: UnitSense(name: "位", family: .place),
      rule: "quantity.rank"
    )
    mention.shape = .rank
    mention.isHan = numeral.isHan
    mentions.append(mention)
    return end
  }

  /// Whether an ordinal without 位 tells a rank: it ends its clause, after 居, 列, 排 or 全国.
  private func isRankContext(_ start: Int, _ next: Code) -> Bool {
    guard !next.isHan || Self.afterRank.contains(next) else { return false }
    let window = max(lower, start - 12)..<start
    return Lexicon.rankWords.occurs(codes, in: window)
  }

  /// 前10位, 前十, 前三名: a rank of at most so much.
  func leadingRank(_ numeral: Numeral) -> Mention? {
    let start = numeral.range.lowerBound
    guard start > lower, codes[start - 1] == char("前"), numeral.scale == 0, !numeral.isBareScale
    else { return nil }
    var end = numeral.range.upperBound
    let next = end < limit ? codes[end] : char("。")
    let hasPlace = next == char("位") || next == char("名")
    if hasPlace { end += 1 }
    let window = max(lower, start - 10)..<start
    guard hasPlace || (!next.isHan || next == char("强") || next == char("行")),
      Lexicon.rankWords.occurs(codes, in: window)
    else { return nil }
    var mention = Mention(
      range: start..<end,
      leadingStart: start - 1,
      value: numeral.value,
      step: .one,
      unit: UnitSense(name: "位", family: .place),
      rule: "quantity.leading-rank"
    )
    mention.shape = .rank
    mention.bound = .atMost
    return mention
  }

  // MARK: Fractions

  /// 百分之三十, 千分之五 and 三分之一.
  func readFraction(_ start: Int, _ found: Numeral?, _ mentions: inout [Mention]) -> Int? {
    let below: Numeral
    // The numeral reader leaves the 百 before 分 alone.
    if let found, let next = readStroke(found, &mentions) { return next }
    if codes.has("百分之", at: start, limit: limit) {
      below = Numeral(
        range: start..<start + 1, value: Decimal(100), step: Decimal(100),
        lastPlace: Decimal(100))
    } else if let found {
      below = found
    } else {
      return nil
    }
    let end = below.range.upperBound
    guard codes.has("分之", at: end, limit: limit),
      let above = NumeralScanner.numeral(codes, at: end + 2, limit: limit)
    else { return nil }
    if Traps.isQuoted(codes, start, statement) { return above.range.upperBound }
    var value = above.value
    let unit: UnitSense
    switch below.value {
    case Decimal(100): unit = UnitSense(name: "%", family: .percent)
    case Decimal(1000): unit = UnitSense(name: "‰", family: .percent)
    default:
      unit = UnitSense(name: "", family: .percent)
      let scaled = above.value.scaled(byPowerOfTen: 6)
      guard let a = scaled.intValue, let b = below.value.intValue, b > 0 else { return nil }
      value =
        above.value.dividedExactly(by: below.value)
        ?? Decimal(coefficient: Int128((a + b / 2) / b), exponent: -6)
    }
    var mention = Mention(
      range: start..<above.range.upperBound,
      leadingStart: start,
      value: value,
      step: above.step,
      unit: unit,
      rule: "quantity.fraction"
    )
    mention.shape = unit.name.isEmpty ? .fraction : .plain
    mention.lastPlace = above.lastPlace
    takeLeading(&mention)
    takeTrailing(&mention)
    mentions.append(mention)
    return mention.range.upperBound
  }

  /// 1/3 and 2/3: a part of the whole, where both are single digits and nothing joins them to a name.
  private func readStroke(_ above: Numeral, _ mentions: inout [Mention]) -> Int? {
    let (start, end) = (above.range.lowerBound, above.range.upperBound)
    guard above.range.count == 1, !above.isHan, end + 1 < limit, codes[end] == char("/"),
      codes[end + 1].isDigit, codes[end + 1] > codes[start], codes[start] > char("0")
    else { return nil }
    let after = end + 2 < limit ? codes[end + 2] : char("。")
    let before = start > lower ? codes[start - 1] : char("。")
    if after.isDigit || after.isLetter || after == char("/") || after == char(".") { return nil }
    if before.isLetter || before.isDigit || before == char("/") { return nil }
    if Traps.isQuoted(codes, start, statement) { return end + 2 }
    let value =
      (Int128(codes[start] - 0x30) * 1_000_000 * 2 / Int128(codes[end + 1] - 0x30) + 1) / 2
    var mention = Mention(
      range: start..<end + 2,
      leadingStart: start,
      value: Decimal(coefficient: value, exponent: -6),
      step: .one,
      unit: UnitSense(name: "", family: .percent),
      rule: "quantity.fraction"
    )
    mention.shape = .fraction
    takeLeading(&mention)
    takeTrailing(&mention)
    mentions.append(mention)
    return mention.range.upperBound
  }

  // MARK: Numbers without a unit

  /// A number whose unit is left out: before people (65万农村贫困人口), on a later conjunct
  /// (10.6和3.4个百分点), after an index, or money that everyone knows (突破千亿).
  func readUnitless(_ numeral: Numeral, _ mentions: inout [Mention]) -> Int {
    let end = numeral.range.upperBound
    if let rank = leadingRank(numeral) {
      mentions.append(rank)
      return rank.range.upperBound
    }
    guard let (sense, rule, isElided) = lostPercent(numeral) ?? elidedUnit(numeral) else {
      return end
    }
    var mention = self.mention(numeral, sense, end: end)
    if numeral.isBareScale, mention.bound == .exact || mention.bound == .about { return end }
    if Traps.isTrap(codes, numeral, mention, statement) { return end }
    mention.isUnitElided = isElided
    mention.rule = rule
    mentions.append(mention)
    return mention.range.upperBound
  }

  /// The sign a growth has lost on its way through converters: 增长8.5左右, 增长12.3，.
  private func lostPercent(_ numeral: Numeral) -> (UnitSense, StaticString, Bool)? {
    guard !numeral.isHan, numeral.scale == 0, numeral.wholeDigits <= 2, !numeral.isSurplus,
      numeral.hasPoint || isOfAggregate(numeral.range.lowerBound)
    else { return nil }
    var end = numeral.range.upperBound
    if let bound = Lexicon.trailingBounds.match(codes, at: end, limit: limit) {
      end = bound.range.upperBound
    }
    guard end >= limit || Self.clauseEnds.contains(codes[end]) else { return nil }
    let start = numeral.range.lowerBound
    guard let word = Lexicon.tails.match(codes, endingAt: start, from: lower),
      word.sense == .rise || word.sense == .fall, word.range.count >= 2
    else { return nil }
    return (UnitSense(name: "%", family: .percent), "quantity.percent-lost", true)
  }

  /// Whether a sum of money is told of just before: of its growth a whole number may be said, too.
  private func isOfAggregate(_ start: Int) -> Bool {
    Lexicon.aggregates.occurs(codes, in: max(lower, start - 14)..<start)
  }

  private func elidedUnit(_ numeral: Numeral) -> (UnitSense, StaticString, Bool)? {
    let end = numeral.range.upperBound
    let person = UnitSense(name: "人", family: .people)
    let next = end < limit ? codes[end] : char("。")
    if !numeral.isHan, let unit = laterUnit(end) { return (unit, "quantity.shared-unit", true) }
    if numeral.hasPoint, let unit = laterPoints(end) { return (unit, "quantity.shared-unit", true) }
    let bound = Lexicon.trailingBounds.match(codes, at: end, limit: limit)
    let isBounded = bound != nil
    if let bound, numeral.scale >= 4 {
      let noun = bound.range.upperBound..<min(limit, bound.range.upperBound + 8)
      if Lexicon.people.occurs(codes, in: noun.prefixOfHan(codes)) {
        return (person, "quantity.people-elided", true)
      }
    }
    let isLarge = numeral.scale >= 4 || numeral.isSurplus || numeral.isBareScale
    let start = numeral.range.lowerBound
    let before = max(lower, start - 10)..<start
    if isLarge, next.isHan, !isBounded {
      let range = (end..<min(limit, end + 14)).prefixOfHan(codes)
      if numeral.scale >= 4 || numeral.isSurplus, !range.isEmpty,
        Lexicon.people.occurs(codes, in: range)
      {
        return (person, "quantity.people-elided", true)
      }
      if numeral.isBareScale, codes.has("大关", at: end, limit: limit) {
        return (UnitSense(name: "元", family: .money), "quantity.money-elided", true)
      }
      return nil
    }
    if isLarge {
      if !numeral.isBareScale, codes.first("人次", in: before) != nil {
        return (UnitSense(name: "人次", family: .people), "quantity.people-elided", true)
      }
      if !numeral.isBareScale, Lexicon.people.occurs(codes, in: before) {
        return (person, "quantity.people-elided", true)
      }
      if numeral.scale >= 8 {
        return (UnitSense(name: "元", family: .money), "quantity.money-elided", true)
      }
      return numeral.scale >= 4 && !numeral.isHan
        ? (UnitSense(name: "", family: .score), "quantity.plain-number", true) : nil
    }
    if !numeral.isHan, !next.isHan || Self.afterIndex.contains(next),
      Lexicon.indexWords.last(codes, in: before) != nil,
      !next.isLetter
    {
      return (UnitSense(name: "", family: .score), "quantity.index", false)
    }
    return nil
  }

  /// The unit a later conjunct of the same list carries.
  func laterUnit(_ end: Int) -> UnitSense? {
    var index = end
    for _ in 0..<6 {
      guard index + 1 < limit, Self.conjunctions.contains(codes[index]),
        let next = NumeralScanner.numeral(codes, at: index + 1, limit: limit), !next.isHan
      else { return nil }
      if let unit = unit(after: next) {
        return unit.sense.family == .year || unit.sense.family == .month ? nil : unit.sense
      }
      index = next.range.upperBound
    }
    return nil
  }

  /// Percentage points that a later conjunct names: 高于全国1.4个、全省0.6个百分点.
  func laterPoints(_ end: Int) -> UnitSense? {
    guard end < limit, Self.conjunctions.contains(codes[end]) else { return nil }
    var index = end + 1
    while index < limit, index - end <= 10, codes[index].isHan { index += 1 }
    guard index > end + 1, index < limit, codes[index].isDigit,
      let next = NumeralScanner.numeral(codes, at: index, limit: limit),
      let unit = unit(after: next)
    else { return nil }
    if unit.sense.family == .points { return unit.sense }
    return unit.sense.name == "个" ? laterPoints(unit.end) : nil
  }

  private static let clauseEnds = CodeSet("，。；、！）")
  private static let conjunctions = CodeSet("和、与及或")
  private static let afterRank = CodeSet("和与及的")
  private static let afterIndex = CodeSet("和与、以左上")
}

extension Range<Int> {
  /// The part of the range before the first character that is not Chinese.
  fileprivate func prefixOfHan(_ codes: [Code]) -> Range<Int> {
    lowerBound..<(first { !codes[$0].isHan } ?? upperBound)
  }
}
