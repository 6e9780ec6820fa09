internal import DajuanLedger

/// Reads one quantity: numeral, unit, bound words on both sides, range, ratio, rank, fraction.
struct QuantityReader {
  let codes: [Code]
  let statement: Range<Int>

  var limit: Int { statement.upperBound }
  var lower: Int { statement.lowerBound }

  /// Reads what begins at a digit or a Chinese numeral; answers where to go on.
  func read(at start: Int, into mentions: inout [Mention]) -> Int {
    if codes[start] == char("第") { return readOrdinal(start, &mentions) }
    if isLoneWord(start) { return start + 1 }
    let found = NumeralScanner.numeral(codes, at: start, limit: limit)
    if let next = readFraction(start, found, &mentions) { return next }
    guard let numeral = found else { return skipNumerals(start) }
    if let end = ratioEnd(numeral) {
      if !Traps.isQuoted(codes, start, statement) {
        mentions.append(ratio(start..<end))
      }
      return end
    }
    if Traps.isInName(codes, numeral, statement) { return numeral.range.upperBound }
    let unit = unit(after: numeral)
    if let (mention, end) = readRange(numeral, unit) {
      mentions.append(mention)
      return end
    }
    guard let unit else {
      return readUnitless(numeral, &mentions)
    }
    var mention = self.mention(numeral, sharedPoints(unit) ?? unit.sense, end: unit.end)
    if Traps.isTrap(codes, numeral, mention, statement) { return mention.range.upperBound }
    if numeral.isBareScale, mention.bound == .exact { return unit.end }
    mention.rule = numeral.isBareScale ? "quantity.bare-scale" : "quantity.number-unit"
    mentions.append(mention)
    return mention.range.upperBound
  }

  /// Whether a single Chinese digit has no unit after it and tells no rank: 统一, 进一步.
  private func isLoneWord(_ start: Int) -> Bool {
    guard !codes[start].isDigit, start + 1 < limit else { return false }
    let next = codes[start + 1]
    return next.isHan && !Self.afterDigit.contains(next)
      && !(start > lower && codes[start - 1] == char("前"))
      && !Self.scales.contains(codes[start])
  }

  private func skipNumerals(_ start: Int) -> Int {
    var index = start
    if codes[start].isDigit {
      // Digits without end are no figure, nor is their tail.
      while index < limit, codes[index].isDigit { index += 1 }
      return index
    }
    while index < limit, NumeralScanner.hanDigits.contains(codes[index]) { index += 1 }
    return max(index, start + 1)
  }

  // MARK: Number and unit

  struct UnitMatch {
    let sense: UnitSense
    let end: Int
  }

  func unit(after numeral: Numeral) -> UnitMatch? {
    let start = numeral.range.upperBound
    guard let match = Lexicon.units.match(codes, at: start, limit: limit) else { return nil }
    guard UnitGate.admits(codes, numeral, match, statement) else { return nil }
    guard match.range.upperBound < limit, codes[match.range.upperBound] == char("/"),
      let below = denominator(match.range.upperBound + 1)
    else { return UnitMatch(sense: match.sense, end: match.range.upperBound) }
    let name = match.sense.name + "/" + codes.text(match.range.upperBound + 1..<below)
    return UnitMatch(sense: UnitSense(name: name, family: .concentration), end: below)
  }

  /// 百分点 for the 个 of 22.3个和7.5个百分点.
  private func sharedPoints(_ unit: UnitMatch) -> UnitSense? {
    guard unit.sense.name == "个" else { return nil }
    if let later = laterUnit(unit.end), later.family == .points { return later }
    return laterPoints(unit.end)
  }

  /// The end of what stands below a stroke: 人, 万元, 人·月.
  private func denominator(_ start: Int) -> Int? {
    var index = start
    while index < limit, NumeralScanner.scaleStarts.contains(codes[index]) { index += 1 }
    guard let match = Lexicon.units.match(codes, at: index, limit: limit) else { return nil }
    index = match.range.upperBound
    if index < limit, codes[index] == char("·") || codes[index] == char("/"),
      let next = Lexicon.units.match(codes, at: index + 1, limit: limit)
    {
      return next.range.upperBound
    }
    return index
  }

  /// A quantity with the bound words on its two sides.
  func mention(_ numeral: Numeral, _ unit: UnitSense, end: Int) -> Mention {
    var mention = Mention(
      range: numeral.range.lowerBound..<end,
      leadingStart: numeral.range.lowerBound,
      value: numeral.value,
      step: numeral.step,
      unit: unit,
      rule: ""
    )
    mention.isBareScale = numeral.isBareScale
    mention.isHan = numeral.isHan
    mention.lastPlace = numeral.lastPlace
    if numeral.isRough { mention.bound = .about }
    let isMore = codes.has("个多", at: numeral.range.upperBound, limit: limit)
    if numeral.isSurplus || isMore {
      mention.bound = .moreThan
      mention.isSurplus = true
    }
    takeLeading(&mention)
    takeTrailing(&mention)
    if mention.leadingStart == mention.range.lowerBound, hasMinus(before: mention.range.lowerBound)
    {
      mention.isMinus = true
      mention.range = mention.range.lowerBound - 1..<mention.range.upperBound
      mention.leadingStart = mention.range.lowerBound
    }
    return mention
  }

  /// Whether a minus stands before a number: a dash straight after the word of a growth, which no
  /// range begins with. 下降-3% tells the same fall twice.
  private func hasMinus(before start: Int) -> Bool {
    guard start - 1 > lower, codes[start - 1] == char("-") || codes[start - 1] == char("—") else {
      return false
    }
    var end = start - 1
    if codes[end - 1] == char("：") || codes[end - 1] == char("了") { end -= 1 }
    let isRise = { (end: Int) in
      Lexicon.tails.match(codes, endingAt: end, from: lower)?.sense == .rise
        || Lexicon.rateNouns.match(codes, endingAt: end, from: lower) != nil
    }
    if isRise(end) { return true }
    guard let link = Lexicon.tails.match(codes, endingAt: end, from: lower), link.sense == .link
    else { return false }
    return isRise(link.range.lowerBound)
  }

  /// A bound word straight before the number; 了 may stand between.
  func takeLeading(_ mention: inout Mention) {
    var end = mention.range.lowerBound
    if end > lower + 1, codes[end - 1] == char("了") { end -= 1 }
    guard let match = Lexicon.leadingBounds.match(codes, endingAt: end, from: lower),
      !Traps.isBoundDecoy(codes, match.range, lower)
    else { return }
    // 高于全省 1.5 个百分点 tells a difference, not a bound.
    let isComparison = mention.unit.family == .points || mention.unit.family == .multiple
    if isComparison, Self.comparisons.contains(codes[match.range.lowerBound]) { return }
    mention.leadingStart = match.range.lowerBound
    // 近 7 万余 keeps 近; 超过 1000 多 keeps 超过.
    mention.bound = match.sense.bound
    mention.isSurplus = false
  }

  func takeTrailing(_ mention: inout Mention) {
    let end = mention.range.upperBound
    guard let match = Lexicon.trailingBounds.match(codes, at: end, limit: limit) else { return }
    let isShort = match.range.count == 1
    if isShort {
      // 内 after a time or a distance; 多 and 余 after a unit that is not itself counted on.
      let after = match.range.upperBound < limit ? codes[match.range.upperBound] : char("，")
      switch codes[match.range.lowerBound] {
      case char("内"):
        guard [.time, .month, .year, .length].contains(mention.unit.family) else { return }
      default:
        guard Self.isSurplusFamily(mention.unit.family),
          !after.isHan || Self.afterSurplus.contains(after)
        else { return }
        mention.isSurplus = true
      }
    }
    mention.bound = match.sense.bound
    if !isShort { mention.isSurplus = false }
    mention.hasTrailingBound = true
    mention.range = mention.range.lowerBound..<match.range.upperBound
  }

  // MARK: Ranges and ratios

  /// `7%—7.5%`, `0-6岁`, `10至15个`, `1—2万亩`.
  private func readRange(_ first: Numeral, _ firstUnit: UnitMatch?) -> (Mention, Int)? {
    let end = firstUnit?.end ?? first.range.upperBound
    guard end + 1 < limit, !first.isBareScale else { return nil }
    let isDash = codes[end] == char("-") || codes[end] == char("—") || codes[end] == char("~")
    let isWord = codes[end] == char("至") || codes[end] == char("到")
    guard isDash || isWord else { return nil }
    var start = end + 1
    while start < limit, isDash, Self.rangeDashes.contains(codes[start]) { start += 1 }
    guard let second = NumeralScanner.numeral(codes, at: start, limit: limit),
      second.isHan == first.isHan, !second.isBareScale, let unit = unit(after: second)
    else { return nil }
    if let firstUnit, firstUnit.sense.name != unit.sense.name { return nil }
    // 由 25 元到 30 元 are two figures.
    if isWord, firstUnit != nil,
      Lexicon.origins.last(
        codes,
        in: max(lower, first.range.lowerBound - 12)..<first.range.lowerBound
      ) != nil
    {
      return nil
    }
    var low = first.value
    if first.scale == 0, second.scale > 0, firstUnit == nil, low < second.value {
      low = low.scaled(byPowerOfTen: second.scale)
    }
    guard low <= second.value else { return nil }
    var mention = self.mention(second, unit.sense, end: unit.end)
    if mention.isSurplus { mention.isSurplus = false }
    mention.range = first.range.lowerBound..<mention.range.upperBound
    mention.leadingStart = first.range.lowerBound
    mention.value = nil
    mention.low = low
    if hasMinus(before: first.range.lowerBound) {
      mention.low = low.negated
      mention.range = mention.range.lowerBound - 1..<mention.range.upperBound
      mention.leadingStart = mention.range.lowerBound
    }
    mention.high = second.value
    mention.bound = .range
    mention.rule = "quantity.range"
    if Traps.isTrap(codes, first, mention, statement) { return nil }
    return (mention, mention.range.upperBound)
  }

  /// The end of a ratio of two parts with a point, or of three parts or more.
  private func ratioEnd(_ first: Numeral) -> Int? {
    guard !first.isHan, first.scale == 0 else { return nil }
    var (end, parts, points) = (first.range.upperBound, 1, first.hasPoint ? 1 : 0)
    var isDashed = false
    while end + 1 < limit,
      codes[end] == char(":") || codes[end] == char("—") || codes[end] == char("-"),
      let next = NumeralScanner.numeral(codes, at: end + 1, limit: limit), !next.isHan,
      next.scale == 0
    {
      if codes[end] != char(":") { isDashed = true }
      end = next.range.upperBound
      parts += 1
      points += next.hasPoint ? 1 : 0
    }
    if isDashed && parts < 3 { return nil }
    if isDashed && Lexicon.units.match(codes, at: end, limit: limit) != nil { return nil }
    let window = max(lower, first.range.lowerBound - 14)..<first.range.lowerBound
    let isNamed = Lexicon.ratioWords.occurs(codes, in: window)
    return parts >= 3 && (points > 0 || isNamed)
      || parts == 2 && !isDashed && (points > 0 || isNamed)
      ? end : nil
  }

  private func ratio(_ range: Range<Int>) -> Mention {
    var mention = Mention(
      range: range,
      leadingStart: range.lowerBound,
      value: nil,
      step: .one,
      unit: UnitSense(name: "比", family: .multiple),
      rule: "quantity.ratio"
    )
    mention.shape = .ratio
    return mention
  }

  private static let scales = CodeSet("十百千万亿")
  /// What may follow a digit of a quantity: a unit, another digit, a scale, 分之, 余 and 到.
  private static let afterDigit: CodeSet = {
    var set = CodeSet("〇零一二两三四五六七八九十百千万亿余多几来分点至到")
    set.formUnion(Lexicon.units.firsts)
    return set
  }()
  private static let comparisons = CodeSet("高低大小多少")
  private static let rangeDashes = CodeSet("-—~")
  /// Whether 多 and 余 may stand after units of a family: 三年多, 5公里多.
  private static func isSurplusFamily(_ family: UnitFamily) -> Bool {
    switch family {
    case .year, .length, .money, .age, .month, .multiple, .doubling: true
    default: false
    }
  }
  private static let afterSurplus = CodeSet("的来前后以")
}
