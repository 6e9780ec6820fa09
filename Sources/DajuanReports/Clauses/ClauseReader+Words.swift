internal import DajuanLedger

extension ClauseReader {
  /// How the words before a number end.
  struct Tail {
    var movement: TailSense?
    var isReach = false
    var isEach = false
    var isAverage = false
    /// Where the movement and what comes before it in the measure begin.
    var start: Int
    var isMovement: Bool { movement != nil && !isReach }

    var ruleSuffix: StaticString {
      if isReach { return "+clause.reach" }
      return isMovement ? "+clause.movement" : "+clause.measure"
    }

    /// 增速, 涨幅: a rate of change named by a noun.
    func isRateOfChange(_ codes: [Code], _ left: Range<Int>) -> Bool {
      let window = max(left.lowerBound, left.upperBound - 10)..<left.upperBound
      return Lexicon.rateNouns.occurs(codes, in: window)
        && !Lexicon.naturalRates.occurs(codes, in: window)
    }
  }

  /// Parts the words before a number: what it is about, what of it, and how it ends.
  func split(_ left: Range<Int>) -> (head: Range<Int>, measure: Range<Int>, tail: Tail) {
    let (head, measure, tail) = splitWhole(left)
    return (trimTail(head.lowerBound..<(comparison(head) ?? head.upperBound)), measure, tail)
  }

  /// Drops from the end of a thing's name the adverbs of what is told of it: 已, 先后, 五年.
  func trimTail(_ head: Range<Int>) -> Range<Int> {
    var end = head.upperBound
    while let word = Lexicon.tailAdverbs.match(codes, endingAt: end, from: head.lowerBound),
      word.range.lowerBound - head.lowerBound >= 2,
      Lexicon.tailDecoys.match(codes, endingAt: end, from: head.lowerBound)
        .map({ $0.range.count <= word.range.count }) ?? true
    {
      end = word.range.lowerBound
    }
    return head.lowerBound..<end
  }

  /// Where 到2020年, 比2000年 or 较上年 begins inside the words of a head.
  func comparison(_ head: Range<Int>) -> Int? {
    guard head.count > 3 else { return nil }
    for index in head.lowerBound + 2..<head.upperBound - 1
    where Self.beforeTime.contains(codes[index]) {
      if TimeReader.time(codes, at: index + 1, from: index, limit: head.upperBound) != nil {
        return index
      }
    }
    return nil
  }

  func splitWhole(_ left: Range<Int>) -> (head: Range<Int>, measure: Range<Int>, tail: Tail) {
    var end = left.upperBound
    var tail = Tail(start: left.upperBound)
    if end > left.lowerBound, codes[end - 1] == char("的") { end -= 1 }
    tail.movement = comparedMovement(left.lowerBound..<end)
    while let match = Lexicon.tails.match(codes, endingAt: end, from: left.lowerBound) {
      if isWordTail(match, left) { break }
      switch match.sense {
      case .link: break
      case .reach: tail.isReach = true
      case .rise, .fall:
        if tail.movement != nil || tail.isReach { break }
        tail.movement = match.sense
      case .each: tail.isEach = true
      case .manner:
        if codes[match.range.lowerBound] == char("年") { tail.isAverage = true }
      }
      end = match.range.lowerBound
      tail.start = end
      if end > left.lowerBound, codes[end - 1] == char("了") { end -= 1 }
    }
    if tail.isMovement, let year = yearlyStart(left.lowerBound..<end) { end = year }
    if let share = shareStart(left.lowerBound..<end) {
      return (left.lowerBound..<share, share..<end, tail)
    }
    if let activity = Lexicon.activities.match(codes, endingAt: end, from: left.lowerBound),
      activity.range.lowerBound > left.lowerBound
    {
      return (left.lowerBound..<activity.range.lowerBound, activity.range.lowerBound..<end, tail)
    }
    let measure = tail.isMovement ? movementRange(tail, left) : end..<end
    return (left.lowerBound..<end, measure, tail)
  }

  /// The movement of 比上年低 and 较全国平均水平高, whose word alone is none.
  private func comparedMovement(_ left: Range<Int>) -> TailSense? {
    guard let last = left.last else { return nil }
    let sense: TailSense
    switch codes[last] {
    case char("高"), char("多"), char("快"): sense = .rise
    case char("低"), char("慢"): sense = .fall
    default: return nil
    }
    return left.contains { codes[$0] == char("比") || codes[$0] == char("较") } ? sense : nil
  }

  /// Where the 年 of 年增长 begins, which is of no year named: 生产总值年增长8%, not 2016年增长8%.
  private func yearlyStart(_ head: Range<Int>) -> Int? {
    guard let last = head.last, codes[last] == char("年") else { return nil }
    if last == head.lowerBound { return last }
    let before = codes[last - 1]
    return before.isHan && !Self.beforeYear.contains(before) ? last : nil
  }

  private static let beforeYear = CodeSet("〇零一二两三四五六七八九十去今全当每明本历多数后前上下同近往常半整")

  /// Whether a tail word is the end of a longer word: 年收入 in 收入为 is not 为's.
  func isWordTail(_ match: WordTable<TailSense>.Match, _ left: Range<Int>) -> Bool {
    guard match.range.count == 1, match.range.lowerBound > left.lowerBound else { return false }
    return Lexicon.tailDecoys.match(codes, endingAt: match.range.upperBound, from: left.lowerBound)
      != nil
  }

  func movementRange(_ tail: Tail, _ left: Range<Int>) -> Range<Int> {
    guard
      let word = Lexicon.tails.first(
        codes,
        in: tail.start..<left.upperBound,
        where: {
          $0 == .rise || $0 == .fall
        }
      )
    else { return left.upperBound..<left.upperBound }
    return word.range
  }

  /// Where 占…的比重 begins.
  func shareStart(_ range: Range<Int>) -> Int? {
    for index in range where codes[index] == char("占") {
      if Lexicon.shareDecoys.match(codes, at: index, limit: range.upperBound) != nil { continue }
      return index
    }
    return nil
  }

  /// Whether a clause opens with a word whose subject was named before, and names none itself:
  /// 增长, 累计完工, 基本建成, 高于全省平均.
  func isElided(_ left: Range<Int>) -> Bool {
    var rest = left
    if isOwnInvestment(left) { return false }
    while !rest.isEmpty {
      let start = rest.lowerBound
      let word = lightWord(start, left.upperBound)
      if let decoy = decoyEnd(start, left.upperBound), decoy > word ?? start { return false }
      if Lexicon.comparers.match(codes, at: start, limit: left.upperBound) != nil { return true }
      guard let word else { return false }
      rest = word..<left.upperBound
    }
    return true
  }

  /// 投资增长12%: investment itself grew, not that of what was told before.
  private func isOwnInvestment(_ left: Range<Int>) -> Bool {
    guard codes.has("投资", at: left.lowerBound, limit: left.upperBound),
      let word = Lexicon.tails.match(codes, at: left.lowerBound + 2, limit: left.upperBound)
    else { return false }
    return word.sense == .rise || word.sense == .fall
  }

  /// The end of a noun that begins with the characters of a word that names nothing: 居民.
  func decoyEnd(_ start: Int, _ limit: Int) -> Int? {
    Lexicon.predicateDecoys.match(codes, at: start, limit: limit)?.range.upperBound
      ?? Lexicon.openerDecoys.match(codes, at: start, limit: limit)?.range.upperBound
  }

  /// The end of a word that names nothing: a movement, an activity, an adverb, a link.
  func lightWord(_ start: Int, _ limit: Int) -> Int? {
    let ends = [
      Lexicon.elided.match(codes, at: start, limit: limit)?.range.upperBound,
      Lexicon.tails.match(codes, at: start, limit: limit)?.range.upperBound,
      Lexicon.activities.match(codes, at: start, limit: limit)?.range.upperBound,
      Lexicon.adverbs.match(codes, at: start, limit: limit)?.range.upperBound,
    ]
    return ends.compactMap { $0 }.max()
  }

  /// Whether words name only the whole something is a part of: 全省占比.
  func isWhole(_ head: Range<Int>) -> Bool {
    Lexicon.wholes.match(codes, at: head.lowerBound, limit: head.upperBound)?.range.upperBound
      == head.upperBound
  }

  /// Drops links, adverbs, times and list numbers from the beginning of a clause.
  func trimOpeners(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound {
      if codes[start] == char("的") || codes[start] == char(" ") || codes[start] == char("、")
        || codes[start] == char("—")
      {
        start += 1
      } else if Traps.closingQuotes.contains(codes[start]) || codes[start] == char("）") {
        start += 1
      } else if codes[start] == char("（"), codes.first("）", in: start..<range.upperBound) == nil {
        start += 1
      } else if let time = timeStart(start, range.upperBound) {
        start = time
      } else if let match = Lexicon.openers.match(codes, at: start, limit: range.upperBound),
        match.range.upperBound < range.upperBound || match.range.count > 1,
        Lexicon.openerDecoys.match(codes, at: start, limit: range.upperBound) == nil
      {
        start = match.range.upperBound
        if start < range.upperBound, codes[start] == char("了") { start += 1 }
      } else if start + 1 == range.upperBound, Self.helpers.contains(codes[start]) {
        start += 1
      } else {
        break
      }
    }
    return start..<range.upperBound
  }

  func timeStart(_ start: Int, _ limit: Int) -> Int? {
    // 前11个月.
    if codes[start] == char("前"), start + 1 < limit,
      let months = TimeReader.time(codes, at: start + 1, from: start, limit: limit)
    {
      return months.range.upperBound
    }
    guard codes[start].isDigit || codes[start] == char("“") || codes[start].isHan else {
      return nil
    }
    guard let time = TimeReader.time(codes, at: start, from: start, limit: limit) else {
      return stretchEnd(start, limit) ?? yearsEnd(start, limit)
    }
    if case .word(.yearOnAverage) = time.value { return nil }
    let end = timeTail(time.range.upperBound, limit)
    // 10月底前.
    let isBefore = end < limit && codes[end] == char("前") && Self.beforeEnd.contains(codes[end - 1])
    return isBefore ? end + 1 : end
  }

  /// The end of 近三年, 过去五年 or 未来3年.
  private func stretchEnd(_ start: Int, _ limit: Int) -> Int? {
    guard let word = Lexicon.stretchOpeners.match(codes, at: start, limit: limit) else {
      return nil
    }
    return yearsEnd(word.range.upperBound, limit)
  }

  /// Past 底, 末, 以来 and the like after a time, but not into a noun: 2020年|初中毕业生.
  private func timeTail(_ start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit, Self.afterTime.contains(codes[end]),
      Lexicon.afterTimeDecoys.match(codes, at: end, limit: limit) == nil
    {
      end += 1
    }
    return end
  }

  /// The end of 五年, 两年 or 5年 at the beginning of a clause.
  func yearsEnd(_ start: Int, _ limit: Int) -> Int? {
    guard let numeral = NumeralScanner.numeral(codes, at: start, limit: limit),
      numeral.range.upperBound < limit, codes[numeral.range.upperBound] == char("年")
    else { return nil }
    let end = timeTail(numeral.range.upperBound + 1, limit)
    return end < limit ? end : nil
  }

  /// The words of a range without brackets, blanks and 的 at the end.
  func words(_ range: Range<Int>) -> [Code] {
    var result: [Code] = []
    result.reserveCapacity(range.count)
    var depth = 0
    for index in range {
      switch codes[index] {
      case char("（"): depth += 1
      case char("）"): depth = max(0, depth - 1)
      case char(" "): continue
      default: if depth == 0 { result.append(codes[index]) }
      }
    }
    while let last = result.last, last == char("的") || last == char("、") { result.removeLast() }
    if result.first == char("的") { result.removeFirst() }
    return result
  }

  /// Drops links from the end of a subject's part: 甲和, 甲等.
  func trimLinks(_ words: inout [Code]) {
    while words.count > 2, let last = words.last, Self.links.contains(last),
      Lexicon.linkDecoys.match(words, endingAt: words.count, from: 0) == nil
    {
      words.removeLast()
    }
  }

  /// The words of a clause without the links at its end, but with its movement.
  func words(_ range: Range<Int>, dropping tail: Tail) -> [Code] {
    if tail.isMovement { return words(range) }
    return words(range.lowerBound..<max(range.lowerBound, min(range.upperBound, tail.start)))
  }

  /// The thing without the verb of what was done to it.
  func stripAction(_ range: Range<Int>) -> [Code] {
    var start = range.lowerBound
    while let match = Lexicon.actions.match(codes, at: start, limit: range.upperBound),
      match.range.upperBound < range.upperBound,
      Lexicon.actionDecoys.match(codes, at: start, limit: range.upperBound) == nil,
      Lexicon.generics.match(codes, at: match.range.upperBound, limit: range.upperBound) == nil
    {
      start = match.range.upperBound
      if start < range.upperBound, codes[start] == char("、") || codes[start] == char("及") {
        start += 1
      }
    }
    return words(start..<range.upperBound)
  }

  /// Notes what the tail tells beside the subject.
  func apply(_ tail: Tail, to finding: Finding) {
    finding.isFall = tail.movement == .fall && !tail.isReach
    finding.isState = tail.isReach
    finding.isAverage = tail.isAverage
  }

  private static let beforeTime = CodeSet("到至比较在")
  static let placeWords = CodeSet("中时后里")
  private static let links = CodeSet("的、和与及等并")
  private static let helpers = CodeSet("将把用以让使")
  private static let beforeEnd = CodeSet("底末日")
  private static let afterTime = CodeSet("底末初的起间中以来、，内共时期")
}

extension WordTable {
  /// The first word in a range whose sense is wanted.
  func first(_ codes: [Code], in range: Range<Int>, where isWanted: (Sense) -> Bool) -> Match? {
    var index = range.lowerBound
    while index < range.upperBound {
      if let match = match(codes, at: index, limit: range.upperBound) {
        if isWanted(match.sense) { return match }
        index = match.range.upperBound
      } else {
        index += 1
      }
    }
    return nil
  }
}
