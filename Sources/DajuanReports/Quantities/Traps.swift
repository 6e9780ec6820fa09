internal import DajuanLedger

/// Numerals that are no quantities: in quotes and titles, in names, after letters, in slogans.
enum Traps {
  /// Whether a numeral stands inside short quotes: “153”, “四好农村路”; or in a title 《…》.
  static func isQuoted(_ codes: [Code], _ start: Int, _ statement: Range<Int>) -> Bool {
    var index = start - 1
    while index >= statement.lowerBound, start - index <= 24 {
      let code = codes[index]
      // Quotes and title marks all stand in two short runs of the code table.
      guard code &- 0x2018 < 6 || code &- 0x300A < 6 else {
        index -= 1
        continue
      }
      if closingQuotes.contains(code) { return false }
      if openingQuotes.contains(code) {
        return closes(codes, index, statement.upperBound)
      }
      if code == char("》") { return false }
      if code == char("《") { return true }
      index -= 1
    }
    return false
  }

  /// Whether the quote that opens at a place closes soon: a name, not a quotation.
  private static func closes(_ codes: [Code], _ open: Int, _ limit: Int) -> Bool {
    var index = open + 1
    while index < limit, index - open <= 20 {
      if closingQuotes.contains(codes[index]) { return true }
      index += 1
    }
    return false
  }

  /// Whether a numeral is part of a name: G60, PM2.5, 1+3, 7×24, 三大攻坚战.
  static func isInName(_ codes: [Code], _ numeral: Numeral, _ statement: Range<Int>) -> Bool {
    let (start, end) = (numeral.range.lowerBound, numeral.range.upperBound)
    if start > statement.lowerBound {
      let before = codes[start - 1]
      if before.isLetter, !isMeasure(codes, numeral, statement) { return true }
      if joints.contains(before) { return true }
      if before == char("-") || before == char("·"), start - 1 > statement.lowerBound,
        codes[start - 2].isLetter || codes[start - 2].isDigit
      {
        return true
      }
      if numeral.isHan, beforeHan.contains(before) { return true }
      // 上千, but 站上千亿元台阶.
      if numeral.isBareScale, vague.contains(before),
        Lexicon.leadingBounds.match(codes, endingAt: start, from: statement.lowerBound) == nil
      {
        return true
      }
      if numeral.isHan, codes[start] == char("十"), vagueTens.contains(before) { return true }
      // 分三批, 分两步: how it is done, not how many.
      if numeral.isHan, before == char("分"), end < statement.upperBound,
        batches.contains(codes[end])
      {
        return true
      }
    }
    if end < statement.upperBound, joints.contains(codes[end]) { return true }
    if numeral.isHan, numeral.range.count <= 2, end < statement.upperBound,
      codes[end] == char("大") || codes[end] == char("化") || codes[end] == char("是")
    {
      return true
    }
    return isQuoted(codes, start, statement) && !isFigure(codes, numeral, statement)
  }

  /// Whether letters before a percentage are a measure's name: GDP8%.
  private static func isMeasure(
    _ codes: [Code], _ numeral: Numeral, _ statement: Range<Int>
  ) -> Bool {
    let start = numeral.range.lowerBound
    guard codes.has("%", at: numeral.range.upperBound, limit: statement.upperBound) else {
      return false
    }
    return codes.has("GDP", endingAt: start, from: statement.lowerBound)
      && !(start - 4 >= statement.lowerBound && codes[start - 4].isLetter)
  }

  /// Whether a percentage is all that the quotes around it hold: “8%左右”.
  private static func isFigure(
    _ codes: [Code], _ numeral: Numeral, _ statement: Range<Int>
  ) -> Bool {
    let (start, limit) = (numeral.range.lowerBound, statement.upperBound)
    guard start > statement.lowerBound, openingQuotes.contains(codes[start - 1]),
      codes.has("%", at: numeral.range.upperBound, limit: limit)
    else { return false }
    var end = numeral.range.upperBound + 1
    if let bound = Lexicon.trailingBounds.match(codes, at: end, limit: limit) {
      end = bound.range.upperBound
    }
    return end < limit && closingQuotes.contains(codes[end])
  }

  /// Whether a number with a unit is a name all the same: 15分钟生活圈, 万吨级, 三个“高于”.
  static func isTrap(
    _ codes: [Code],
    _ numeral: Numeral,
    _ mention: Mention,
    _ statement: Range<Int>
  ) -> Bool {
    let limit = statement.upperBound
    let end = mention.range.upperBound
    let next = end < limit ? codes[end] : char("。")
    if next == char("级") || next == char("型"), !mention.hasTrailingBound {
      return mention.unit.family != .points
    }
    switch mention.unit.family {
    case .time, .length:
      let window = end..<min(limit, end + 12)
      return Lexicon.circleWords.occurs(codes, in: window)
    case .thing, .people:
      if mention.isHan, openingQuotes.contains(next) { return true }
      if mention.isHan, Lexicon.sloganNouns.match(codes, at: end, limit: limit) != nil {
        return true
      }
      let before =
        max(statement.lowerBound, mention.range.lowerBound - 4)..<mention.range.lowerBound
      return mention.isHan && numeral.range.count == 1
        && Lexicon.figures.match(codes, at: end, limit: limit) != nil
        && !Lexicon.countingVerbs.occurs(codes, in: before)
    default: return false
    }
  }

  /// Whether a bound word is the end of another word: 通过, 最近, 节约, 赶超.
  static func isBoundDecoy(_ codes: [Code], _ range: Range<Int>, _ lower: Int) -> Bool {
    guard range.count == 1, range.lowerBound > lower else { return false }
    let before = codes[range.lowerBound - 1]
    switch codes[range.lowerBound] {
    case char("过"): return Self.beforePassing.contains(before)
    case char("近"): return Self.beforeNear.contains(before)
    case char("约"): return Self.beforeAbout.contains(before)
    case char("破"): return Self.beforeBreaking.contains(before)
    case char("超"): return before == char("赶") || before == char("反") || before == char("高")
    default: return false
    }
  }

  static let openingQuotes = CodeSet("“‘「『")
  static let closingQuotes = CodeSet("”’」』")
  private static let joints = CodeSet("+×*&")
  /// A Chinese numeral after these is part of a word: 统一, 同一, 每一, 逐一.
  private static let beforeHan = CodeSet("统同每某这那任逐另唯第专单万划归合独不初")
  /// 数百, 几千, 几十, 上万, 成千: no number is stated.
  private static let vague = CodeSet("数几上成每十")
  private static let batches = CodeSet("批期步类级次个层档段组")
  private static let vagueTens = CodeSet("数几")
  private static let beforePassing = CodeSet("通经不渡错太胜难")
  private static let beforeNear = CodeSet("最附靠临亲贴远接")
  private static let beforeAbout = CodeSet("节签合制预违缔集条大")
  private static let beforeBreaking = CodeSet("打侦攻告")
}
