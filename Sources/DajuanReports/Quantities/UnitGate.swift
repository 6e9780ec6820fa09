internal import DajuanLedger

/// Whether a unit word after a numeral is a unit there, or the beginning of another word.
enum UnitGate {
  static func admits(
    _ codes: [Code],
    _ numeral: Numeral,
    _ match: WordTable<UnitSense>.Match,
    _ statement: Range<Int>
  ) -> Bool {
    let end = match.range.upperBound
    let next = end < statement.upperBound ? codes[end] : char("。")
    if let decoy = Lexicon.unitDecoys.match(
      codes,
      at: match.range.lowerBound,
      limit: statement.upperBound
    ),
      decoy.range.count > match.range.count
    {
      return false
    }
    let isOne = match.range.count == 1
    // 5000t is a mass, 5tb is none.
    if codes[end - 1].isLetter, next.isLetter { return false }
    switch match.sense.family {
    case .administrative:
      // Bodies stand for their own classifier only after digits, and only at a phrase's end.
      let isListed =
        numeral.range.lowerBound > statement.lowerBound
        && codes[numeral.range.lowerBound - 1] == char("等")
      return !numeral.isHan && (!next.isHan || isListed)
    case .year:
      return isDuration(codes, match.range, numeral, statement)
    case .month where isOne: return false
    case .percent where codes[match.range.lowerBound] == char("成"):
      return numeral.scale == 0 && (!next.isHan || afterTenths.contains(next))
    case .score:
      if codes[match.range.lowerBound] == char("分"), isOne {
        return numeral.scale == 0 && !next.isHan && !numeral.isHan
      }
      let isLetterUnit = codes[match.range.lowerBound].isLetter
      return !isLetterUnit || !next.isLetter && numeral.wholeDigits > 1
    case .energy where isOne: return numeral.scale >= 4
    case .volume where isOne && codes[match.range.lowerBound] == char("方"):
      return numeral.scale >= 4 || !next.isHan && !numeral.isHan
    case .money where isOne && numeral.isHan && numeral.scale == 0 && !numeral.isBareScale:
      // 城乡二元结构; written amounts have a scale or several digits.
      return numeral.range.count > 1
    case .voltage where isOne: return !numeral.isHan
    default: break
    }
    if isOne, numeral.isHan, notAfterHan.contains(codes[match.range.lowerBound]) { return false }
    // 一个, 一条: the article, unless something was counted out.
    if numeral.isHan, numeral.range.count == 1, codes[numeral.range.lowerBound] == char("一") {
      return isCountedOne(codes, numeral, match, next, statement)
    }
    return true
  }

  /// A stretch of years is a quantity only where it is told how long something lasted.
  private static func isDuration(
    _ codes: [Code],
    _ unit: Range<Int>,
    _ numeral: Numeral,
    _ statement: Range<Int>
  ) -> Bool {
    if numeral.wholeDigits == 4, !numeral.hasPoint { return false }
    // No date has a point: 平均受教育年限10.8年.
    if numeral.hasPoint { return true }
    let start = numeral.range.lowerBound
    let window = max(statement.lowerBound, start - 4)..<start
    return Lexicon.durationWords.last(codes, in: window) != nil
      && !Lexicon.durationDecoys.match(codes, at: unit.upperBound, limit: statement.upperBound)
        .isPresent
  }

  /// 新增一家 counts; 一个新时代 does not.
  private static func isCountedOne(
    _ codes: [Code],
    _ numeral: Numeral,
    _ match: WordTable<UnitSense>.Match,
    _ next: Code,
    _ statement: Range<Int>
  ) -> Bool {
    let family = match.sense.family
    if family == .doubling || family == .multiple || family == .percent { return true }
    if family == .points { return true }
    let start = numeral.range.lowerBound
    let window = max(statement.lowerBound, start - 4)..<start
    let unit = codes[match.range.lowerBound]
    return family == .thing && unit != char("批") && unit != char("系")
      && Lexicon.countingVerbs.occurs(codes, in: window)
  }

  private static let afterTenths = CodeSet("以左的多和与")
  /// Classifiers that make other words with a Chinese numeral: 三面, 两口之家, 三门, 八方, 二期.
  private static let notAfterHan = CodeSet("门口类面道方期层站席周国县市省镇村乡级环线院校节单对例次届轮组章")
}

extension Optional {
  fileprivate var isPresent: Bool { self != nil }
}
