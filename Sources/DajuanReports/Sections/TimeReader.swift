internal import DajuanLedger

/// Reads dates and times: `2021年`, `2016—2020年`, `1-7月份`, `截至8月16日`, `二〇〇八年一月`,
/// `“十三五”时期`, `近五年`, `今年以来`.
enum TimeReader {
  /// The time that begins at a place, if one does.
  static func time(_ codes: [Code], at start: Int, from lower: Int, limit: Int) -> TimeMention? {
    let first = codes[start]
    if first.isDigit {
      guard isDated(codes, start, limit) else { return nil }
    } else {
      guard starts.contains(first) else { return nil }
    }
    if let months = pastMonths(codes, start, lower, limit) { return months }
    var found =
      first.isDigit
      ? arabic(codes, start, lower, limit)
      : han(codes, start, lower, limit) ?? plan(codes, start, limit) ?? barePlan(
        codes, start, limit)
        ?? Lexicon.times.match(codes, at: start, limit: limit).map {
          TimeMention(range: $0.range, value: .word($0.sense))
        }
    found?.place(codes, lower, limit)
    return found
  }

  /// Whether a run of digits can be a date: 年, 月, 日 or a dash follows it, or 个月.
  private static func isDated(_ codes: [Code], _ start: Int, _ limit: Int) -> Bool {
    var end = start + 1
    while end < limit, codes[end].isDigit {
      if end - start >= 4 { return false }
      end += 1
    }
    guard end < limit else { return false }
    switch codes[end] {
    case char("年"), char("月"), char("日"), char("号"), char("到"), char("-"), char("—"), char("~"),
      char("至"):
      return true
    case char("个"): return end + 1 < limit && codes[end + 1] == char("月")
    default: return false
    }
  }

  /// The characters a time begins with.
  private static let starts: CodeSet = {
    var set = CodeSet("0123456789〇零一二两三四五六七八九十“‘")
    set.formUnion(Lexicon.times.firsts)
    return set
  }()

  /// 过去的近八个月, 过去7个月: the part of the year that a report given during it looks back on.
  private static func pastMonths(
    _ codes: [Code], _ start: Int, _ lower: Int, _ limit: Int
  ) -> TimeMention? {
    if start > lower, codes[start - 1] == char("前") {
      return firstMonths(codes, start, limit)
    }
    guard start > lower,
      codes[start - 1] == char("近") || codes[start - 1] == char("的")
        || codes[start - 1] == char("去"),
      let numeral = NumeralScanner.numeral(codes, at: start, limit: limit),
      codes.has("个月", at: numeral.range.upperBound, limit: limit)
    else { return nil }
    let before = start > lower && codes[start - 1] == char("近") ? start - 1 : start
    guard
      codes.has("过去的", endingAt: before, from: lower)
        || codes.has("过去", endingAt: before, from: lower)
    else { return nil }
    return TimeMention(
      range: start..<numeral.range.upperBound + 2, value: .word(.thisYearSoFar))
  }

  /// 前11个月, 前十个月: January to that month of the year spoken of.
  private static func firstMonths(_ codes: [Code], _ start: Int, _ limit: Int) -> TimeMention? {
    guard let numeral = NumeralScanner.numeral(codes, at: start, limit: limit),
      let count = numeral.value.intValue, (2...12).contains(count)
    else { return nil }
    let end = numeral.range.upperBound
    let word = codes.has("个月", at: end, limit: limit) ? 2 : 1
    guard word == 2 || !numeral.isHan && end < limit && codes[end] == char("月") else { return nil }
    return TimeMention(range: start..<end + word, value: .months(nil, 1, count))
  }

  // MARK: Arabic digits

  private static func arabic(
    _ codes: [Code], _ start: Int, _ lower: Int, _ limit: Int
  ) -> TimeMention? {
    guard let (first, end) = digits(codes, start, limit), end < limit else { return nil }
    if end - start == 4, (1900...2100).contains(first) {
      return year(codes, start, first, end, limit)
    }
    guard end - start <= 2 else { return nil }
    if codes[end] == char("月") { return month(codes, start, nil, first, end, limit) }
    if codes[end] == char("日") || codes[end] == char("号") {
      return (1...31).contains(first) ? TimeMention(range: start..<end + 1, value: .day) : nil
    }
    if codes.has("年代", at: end, limit: limit) {
      return TimeMention(range: start..<end + 2, value: .day)
    }
    if isDash(codes[end]), let (last, next) = digits(codes, end + 1, limit), next < limit,
      codes[next] == char("月"), (1...12).contains(first), (1...12).contains(last), first <= last
    {
      let stop = codes.has("月份", at: next, limit: limit) ? next + 2 : next + 1
      return TimeMention(range: start..<stop, value: .months(nil, first, last))
    }
    if codes[end] == char("年"), (1...30).contains(first) {
      return count(codes, start, lower, first, end + 1, limit)
    }
    return nil
  }

  private static func year(
    _ codes: [Code],
    _ start: Int,
    _ first: Int,
    _ end: Int,
    _ limit: Int
  ) -> TimeMention? {
    var index = end
    if codes[index] == char("年") { index += 1 }
    if index < limit, isDash(codes[index]) || codes[index] == char("到"),
      let (last, next) = digits(codes, index + 1, limit), next - index == 5, last >= first,
      last <= 2100
    {
      let stop = next < limit && codes[next] == char("年") ? next + 1 : next
      return TimeMention(range: start..<stop, value: .years(first, last))
    }
    guard codes[end] == char("年") else { return nil }
    if let (month, next) = digits(codes, end + 1, limit), next < limit, codes[next] == char("月") {
      return self.month(codes, start, first, month, next, limit)
    }
    let isMonths = index < limit && (codes[index].isDigit)
    if isMonths, let (from, next) = digits(codes, index, limit), next < limit, isDash(codes[next]),
      let (to, stop) = digits(codes, next + 1, limit), stop < limit, codes[stop] == char("月"),
      from <= to, (1...12).contains(to), from > 0
    {
      return TimeMention(range: start..<stop + 1, value: .months(first, from, to))
    }
    return TimeMention(range: start..<end + 1, value: .year(first))
  }

  private static func month(
    _ codes: [Code],
    _ start: Int,
    _ year: Int?,
    _ month: Int,
    _ end: Int,
    _ limit: Int
  ) -> TimeMention? {
    guard (1...12).contains(month) else { return nil }
    var index = end + 1
    if index < limit, codes[index] == char("份") { index += 1 }
    if let (_, next) = digits(codes, index, limit), next < limit, codes[next] == char("日") {
      let isUntil = codes.has("截至", endingAt: start, from: 0)
      return TimeMention(
        range: start..<next + 1,
        value: isUntil ? .through(year, month) : year.map { .year($0) } ?? .day
      )
    }
    let isUntil =
      codes.has("截至", endingAt: start, from: 0)
      || codes.has("截止", endingAt: start, from: 0)
    if isUntil { return TimeMention(range: start..<index, value: .through(year, month)) }
    // A month alone dates an event; 1月份 is what a figure is of.
    let isSpan = codes[index - 1] == char("份")
    if let year, !isSpan { return TimeMention(range: start..<index, value: .year(year)) }
    return TimeMention(range: start..<index, value: isSpan ? .months(year, month, month) : .day)
  }

  /// A number of years: a stretch where 近, 过去, 未来 or 来 says so; otherwise a span, no time.
  private static func count(
    _ codes: [Code],
    _ start: Int,
    _ lower: Int,
    _ years: Int,
    _ end: Int,
    _ limit: Int
  ) -> TimeMention? {
    let isPast =
      end < limit && codes[end] == char("来")
      || pastWords.match(codes, endingAt: start, from: lower) != nil
    if isPast { return TimeMention(range: start..<end, value: .lastYears(years)) }
    if nextWords.match(codes, endingAt: start, from: lower) != nil {
      return TimeMention(range: start..<end, value: .nextYears(years))
    }
    // 五年新增…, 三年累计…: at the beginning of a clause, before what was done in them.
    let isFirst = start == lower || !codes[start - 1].isHan && !codes[start - 1].isDigit
    if isFirst, (2...10).contains(years),
      Lexicon.flowWords.match(codes, at: end, limit: limit) != nil
        || codes.has("共", at: end, limit: limit)
    {
      return TimeMention(range: start..<end, value: .span(years))
    }
    return nil
  }

  private static let pastWords = Lexicon.words("近 过去 前 过去的 这 最近\tthe last years")
  private static let nextWords = Lexicon.words("今后 未来 后 下一个 接下来\tthe next years")

  // MARK: Chinese numerals

  private static func han(
    _ codes: [Code], _ start: Int, _ lower: Int, _ limit: Int
  ) -> TimeMention? {
    guard NumeralScanner.hanDigits.contains(codes[start]) else { return nil }
    // Most Chinese numerals count things: a date's ends in 年, 月 or 日.
    var run = start + 1
    while run < limit, NumeralScanner.hanDigits.contains(codes[run]) { run += 1 }
    guard run < limit,
      codes[run] == char("年") || codes[run] == char("月") || codes[run] == char("日")
    else { return nil }
    // 二〇一六年: four digits, one after another.
    var (index, value) = (start, 0)
    while index < limit, index - start < 4, let digit = digit(codes[index]) {
      value = value * 10 + digit
      index += 1
    }
    if index - start == 4, index < limit, codes[index] == char("年"), (1900...2100).contains(value) {
      guard let month = NumeralScanner.numeral(codes, at: index + 1, limit: limit),
        month.range.upperBound < limit, codes[month.range.upperBound] == char("月")
      else { return TimeMention(range: start..<index + 1, value: .year(value)) }
      var end = month.range.upperBound + 1
      if let day = NumeralScanner.numeral(codes, at: end, limit: limit),
        day.range.upperBound < limit, codes[day.range.upperBound] == char("日")
      {
        end = day.range.upperBound + 1
      }
      return TimeMention(range: start..<end, value: .year(value))
    }
    guard let numeral = NumeralScanner.numeral(codes, at: start, limit: limit),
      let count = numeral.value.intValue, numeral.range.upperBound < limit
    else { return nil }
    let end = numeral.range.upperBound
    if codes[end] == char("月"), (1...12).contains(count) {
      return TimeMention(range: start..<end + 1, value: .months(nil, count, count))
    }
    if codes[end] == char("日"), (1...31).contains(count) {
      return TimeMention(range: start..<end + 1, value: .day)
    }
    if codes[end] == char("年"), (1...30).contains(count) {
      return self.count(codes, start, lower, count, end + 1, limit)
    }
    return nil
  }

  private static func digit(_ code: Code) -> Int? {
    switch code {
    case char("〇"), char("零"): 0
    case char("一"): 1
    case char("二"): 2
    case char("三"): 3
    case char("四"): 4
    case char("五"): 5
    case char("六"): 6
    case char("七"): 7
    case char("八"): 8
    case char("九"): 9
    default: nil
    }
  }

  /// “十三五”时期: from the first year of the plan to its last. In a heading the plan's years are
  /// meant whatever follows.
  static func plan(
    _ codes: [Code], _ start: Int, _ limit: Int, inHeading: Bool = false
  ) -> TimeMention? {
    guard codes[start] == char("“") || codes[start] == char("‘"), start + 3 < limit else {
      return nil
    }
    guard let (number, index) = planNumber(codes, start + 1, limit), index < limit,
      codes[index] == char("”") || codes[index] == char("’"),
      inHeading || planFollowers.occurs(codes, in: index + 1..<min(limit, index + 3))
    else { return nil }
    let isEnd =
      codes.has("末", at: index + 1, limit: limit)
      || codes.has("期末", at: index + 1, limit: limit)
    return firstYears(codes, number, start, index + 1, limit)
      ?? planTime(number, start..<index + 1, isEnd: isEnd)
  }

  /// “十四五”前三年: the first years of a plan.
  private static func firstYears(
    _ codes: [Code], _ plan: Int, _ start: Int, _ end: Int, _ limit: Int
  ) -> TimeMention? {
    guard end < limit, codes[end] == char("前"),
      let numeral = NumeralScanner.numeral(codes, at: end + 1, limit: limit),
      let count = numeral.value.intValue, (1...5).contains(count),
      codes.has("年", at: numeral.range.upperBound, limit: limit)
    else { return nil }
    let first = 2001 + (plan - 10) * 5
    return TimeMention(
      range: start..<numeral.range.upperBound + 1, value: .years(first, first + count - 1))
  }

  /// 十三五时期 without its quotes.
  private static func barePlan(_ codes: [Code], _ start: Int, _ limit: Int) -> TimeMention? {
    guard codes[start] == char("十"), let (number, end) = planNumber(codes, start, limit),
      number > 10 || codes.has("十五", at: start, limit: end),
      barePlanFollowers.match(codes, at: end, limit: limit) != nil
    else { return nil }
    return planTime(
      number, start..<end, isEnd: end < limit && codes[end] == char("末"))
  }

  /// The number of 十三五 or 九五, and where it ends.
  private static func planNumber(_ codes: [Code], _ start: Int, _ limit: Int) -> (Int, Int)? {
    guard start + 1 < limit else { return nil }
    if codes[start] == char("十"), start + 2 < limit, codes[start + 2] == char("五"),
      let digit = digit(codes[start + 1])
    {
      return (digit + 10, start + 3)
    }
    if codes[start] == char("十"), codes[start + 1] == char("五") { return (10, start + 2) }
    if codes[start + 1] == char("五"), let digit = digit(codes[start]) { return (digit, start + 2) }
    return nil
  }

  private static func planTime(_ number: Int, _ range: Range<Int>, isEnd: Bool) -> TimeMention {
    TimeMention(range: range, value: isEnd ? .year(2005 + (number - 10) * 5) : .plan(number))
  }

  private static let planFollowers = Lexicon.words(
    """
    时期 期间 以来 末 期末 五年 时 前 累计	a plan's years, not its text
    """
  )
  private static let barePlanFollowers = Lexicon.words(
    "时期 期间 以来 末 期末\ta plan's years, not a number")

  // MARK: Helpers

  private static func digits(_ codes: [Code], _ start: Int, _ limit: Int) -> (Int, Int)? {
    var (index, value) = (start, 0)
    while index < limit, index - start < 5, codes[index].isDigit {
      value = value * 10 + Int(codes[index] - 0x30)
      index += 1
    }
    return index > start ? (value, index) : nil
  }

  static func isDash(_ code: Code) -> Bool { dashes.contains(code) }

  static let dashes = CodeSet("-—~至")
}

extension TimeMention {
  /// Tells from the words around it what the time is for.
  fileprivate mutating func place(_ codes: [Code], _ lower: Int, _ limit: Int) {
    let (start, end) = (range.lowerBound, range.upperBound)
    if start > lower {
      let previous = codes[start - 1]
      isReference =
        Self.comparers.contains(previous)
        || codes.has("相当于", endingAt: start, from: lower)
      let isUntil =
        codes.has("截至", endingAt: start, from: lower)
        || codes.has("截止", endingAt: start, from: lower)
      isHorizon = (previous == char("到") || previous == char("至")) && !isUntil
    }
    if Self.references.match(codes, at: end, limit: limit) != nil { isReference = true }
    if codes.has("以来", at: end, limit: limit) { isSince = true }
    // 三季度后出现的…: when something came about, not what a figure is of.
    if case .word = value, codes[end - 1] == char("度"), codes.has("后", at: end, limit: limit) {
      value = .day
    }
    if case .plan = value, isTold(codes, end, limit) { isSince = true }
    if isMultiple(codes, end, limit) { isReference = true }
    // （2017—2035年） after a plan's name dates the plan, not the figures.
    if start > lower, codes[start - 1] == char("（"), end < limit, codes[end] == char("）") {
      value = .day
    }
  }

  /// Whether what a plan's years have brought is told: “十四五”时期，已累计完成…; 累计 alone may
  /// be what they are to bring.
  private func isTold(_ codes: [Code], _ end: Int, _ limit: Int) -> Bool {
    var next = end
    if codes.has("时期", at: next, limit: limit) || codes.has("期间", at: next, limit: limit) {
      next += 2
    }
    if next < limit, codes[next] == char("，") { next += 1 }
    return next < limit && codes[next] == char("已")
  }

  /// Whether 的 and so many times follow: 均为2007年的1.7倍.
  private func isMultiple(_ codes: [Code], _ end: Int, _ limit: Int) -> Bool {
    guard end < limit, codes[end] == char("的"),
      let number = NumeralScanner.numeral(codes, at: end + 1, limit: limit)
    else { return false }
    return codes.has("倍", at: number.range.upperBound, limit: limit)
  }

  private static let comparers = CodeSet("比较是于与同")
  private static let references = Lexicon.words(
    """
    同期 水平 的水平 基础上 的基础上 为基期 不变价 价格	what a figure is compared with
    """
  )
}
