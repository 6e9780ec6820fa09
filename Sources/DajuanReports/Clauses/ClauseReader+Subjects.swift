internal import DajuanLedger

extension ClauseReader {
  /// Finds the subject of one quantity that stands by itself.
  mutating func readOne(_ index: Int) {
    let finding = findings[index]
    switch finding.mention.shape {
    case .rank: readRank(index)
    case .ratio: readMeasured(index)
    case .plain, .fraction:
      if finding.mention.unit.family == .year {
        readYears(index)
      } else if isAttribute(index) {
        readAttribute(index)
      } else if isSizeOfNoun(index) {
        readSize(index)
      } else if isCounted(index) {
        readCounted(index)
      } else {
        readMeasured(index)
      }
    }
    if finding.mention.unit.family == .year || finding.mention.unit.family == .time
      || finding.mention.unit.family == .month
    {
      if findings[index].role == .level { findings[index].role = .duration }
    }
  }

  /// Whether the thing counted stands after the number.
  private func isCounted(_ index: Int) -> Bool {
    let finding = findings[index]
    let right = counted(index)
    let isBare = trimOpeners(finding.left).isEmpty
    guard startsNoun(right, isLoose: isBare) else {
      // 帮助130万人实现再就业: what the people come to belongs to what is told of them.
      return finding.mention.unit.family == .people && !right.isEmpty && isAction(finding.left)
        && codes[right.lowerBound].isHan
    }
    switch finding.mention.unit.family {
    case .thing, .people, .place, .administrative: return true
    case .money, .length, .area, .volume, .mass, .power, .container, .energy, .age:
      // 发放100亿元消费券; not 投资100亿元建设….
      return isAction(finding.left) || isBare || codes[right.lowerBound] == char("的")
        || Lexicon.funds.match(codes, at: right.lowerBound, limit: right.upperBound) != nil
    case .percent: return codes[right.lowerBound] == char("的") || finding.left.isEmpty
    default: return false
    }
  }

  /// The words after a number, past the size of what it counts.
  private func counted(_ index: Int) -> Range<Int> {
    isFollowedBySize(index) ? findings[index + 1].right : findings[index].right
  }

  /// Whether words are a verb alone, or end in one after which the thing is still to come.
  private func isAction(_ range: Range<Int>) -> Bool {
    guard
      let match = Lexicon.actions.match(codes, endingAt: range.upperBound, from: range.lowerBound)
    else { return false }
    return match.range.upperBound == range.upperBound
  }

  // MARK: Counted things after the number

  private mutating func readCounted(_ index: Int) {
    let right = counted(index)
    let (noun, predicate) = splitNoun(right)
    var left = trimOpeners(findings[index].left)
    if let first = left.first, codes[first] == char("在") { left = first + 1..<left.upperBound }
    var verb = split(left).head.isEmpty ? [] : words(left)
    if left.isEmpty && isListed(index) || isAttributed(index) { verb = action }
    if !left.isEmpty { action = verb }
    let name = words(noun)
    var head = verb + name
    if name.isEmpty { head = verb + words(right) }
    // 的 before the noun: a share of it, or an attribute.
    if findings[index].mention.unit.family == .percent {
      let isCovering =
        left.isEmpty
        || Lexicon.covering.match(codes, endingAt: left.upperBound, from: left.lowerBound) != nil
      head = isCovering ? topic : head
      findings[index].role = .share
      findings[index].subject =
        isCovering
        ? Subject(head: head, measure: words(left) + name + [Code]("比例")) : Subject(head: head)
      findings[index].rule += "+clause.share-of-noun"
      return
    }
    if Lexicon.listNouns.match(codes, endingAt: noun.upperBound, from: noun.lowerBound) != nil {
      findings[index].role = isListing(index, noun) ? .enumerator : .level
    }
    findings[index].subject = Subject(head: head, measure: words(predicate))
    findings[index].rule += "+clause.noun-after"
    if findings[index].mention.unit.family == .money, codes[right.lowerBound] == char("的") {
      // 投资80亿元的项目: the sum is the project's.
      let (_, measure, _) = split(left)
      findings[index].subject = Subject(
        head: name,
        measure: measure.isEmpty ? stripAction(left) : words(measure)
      )
    }
    if isWithin(findings[index].left) { return }
    topic = name.isEmpty ? head : name
    topics = [topic]
  }

  /// Whether a count only says among how many: 在168个城市中, 居9个城市首位.
  private func isWithin(_ left: Range<Int>) -> Bool {
    guard let first = left.first else { return false }
    return codes[first] == char("在") || rankVerb(left) != nil
  }

  /// Whether only 的 stands between the quantity before and this count: 总投资2550亿元的360个项目.
  private func isAttributed(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let start = findings[index].mention.leadingStart
    return findings[index - 1].mention.range.upperBound == start - 1
      && codes[start - 1] == char("的")
  }

  /// Whether a count goes on a list of counts: 、5个….
  private func isListed(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let start = findings[index].mention.leadingStart
    return start > statement.lowerBound && codes[start - 1] == char("、")
  }

  /// Whether so many 项 or 个 announce a list, rather than count what was done.
  private func isListing(_ index: Int, _ noun: Range<Int>) -> Bool {
    guard let count = findings[index].mention.value?.intValue, count < 300 else { return false }
    let unit = findings[index].mention.unit.name
    return unit == "项" || unit == "条" || unit == "件"
      || unit == "个" && codes.first([Code]("方面"), in: noun) != nil
  }

  /// Parts the words after a number into the noun and what became of it.
  func splitNoun(_ range: Range<Int>) -> (noun: Range<Int>, predicate: Range<Int>) {
    var start = range.lowerBound
    if start < range.upperBound, codes[start] == char("的") { start += 1 }
    var index = start + 1
    while index < range.upperBound {
      if Lexicon.predicates.match(codes, at: index, limit: range.upperBound) != nil,
        index - start >= 2, !isInQuotes(index, from: start),
        Lexicon.rankDecoys.match(codes, endingAt: index + 1, from: start) == nil,
        Lexicon.predicateDecoys.match(codes, at: index, limit: range.upperBound) == nil
      {
        return (start..<index, index..<range.upperBound)
      }
      index += 1
    }
    var end = range.upperBound
    // 应对3轮疫情防控中: the place word is the clause's, not the noun's.
    if end - start > 2, Self.placeWords.contains(codes[end - 1]),
      Lexicon.placeDecoys.match(codes, endingAt: end, from: start) == nil
    {
      end -= 1
    }
    return (start..<end, range.upperBound..<range.upperBound)
  }

  private func isInQuotes(_ index: Int, from start: Int) -> Bool {
    for place in stride(from: index - 1, through: start, by: -1) {
      if Traps.closingQuotes.contains(codes[place]) { return false }
      if Traps.openingQuotes.contains(codes[place]) { return true }
    }
    return false
  }

  // MARK: Sizes

  private mutating func readSize(_ index: Int) {
    let (noun, _) = splitNoun(findings[index].right)
    let (head, measure, _) = split(trimOpeners(findings[index].left))
    let own = measure.isEmpty ? (head.count > 1 ? words(head) : []) : words(measure)
    let isFirst =
      index == 0
      || findings[index - 1].mention.range.upperBound
        != findings[index].mention.leadingStart
    let name: [Code]
    if !own.isEmpty, isFirst, !isAction(findings[index].left), own.count <= 6 {
      name = own
    } else {
      name = [Code](findings[index].mention.unit.family == .age ? "年龄门槛" : "规模门槛")
    }
    findings[index].subject = Subject(head: words(noun), measure: name)
    findings[index].role = .threshold
    findings[index].rule += "+clause.size-of-noun"
    if isFirst, isAction(findings[index].left) { action = words(trimOpeners(findings[index].left)) }
  }

  // MARK: Attributes and spans

  /// Whether a sum belongs to the things a count counts straight after it: 总投资…的360个项目.
  private func isAttribute(_ index: Int) -> Bool {
    guard index + 1 < findings.count, findings[index].mention.unit.family == .money else {
      return false
    }
    let end = findings[index].mention.range.upperBound
    return codes[end] == char("的") && findings[index + 1].mention.leadingStart == end + 1
      && startsNoun(counted(index + 1))
  }

  private mutating func readAttribute(_ index: Int) {
    let left = trimOpeners(findings[index].left)
    let (head, measure, _) = split(left)
    let (noun, _) = splitNoun(counted(index + 1))
    let isNamed = !measure.isEmpty
    findings[index].subject = Subject(
      head: words(noun),
      measure: isNamed ? words(measure) : stripAction(head)
    )
    findings[index].rule += "+clause.attribute"
    action = isNamed ? words(head) : []
  }

  /// 连续三年荣获…: what lasted stands on both sides.
  private mutating func readYears(_ index: Int) {
    let left = trimOpeners(findings[index].left)
    var end = left.upperBound
    if let word = Lexicon.durationWords.match(codes, endingAt: end, from: left.lowerBound) {
      end = word.range.lowerBound
    }
    let before = words(left.lowerBound..<max(left.lowerBound, end))
    let isLasting = end < left.upperBound && codes[end] == char("连")
    let after = splitNoun(findings[index].right)
    findings[index].subject = Subject(
      head: before.isEmpty ? words(after.noun.lowerBound..<after.predicate.upperBound) : before,
      measure: [Code](isLasting ? "连续年数" : "年数")
    )
    if !before.isEmpty { topic = before }
    findings[index].role = .duration
    findings[index].rule += "+clause.years"
  }

  // MARK: Ranks

  private mutating func readRank(_ index: Int) {
    findings[index].role = .rank
    let left = trimOpeners(findings[index].left)
    findings[index].rule += "+clause.rank"
    // 位居全省第二 is a place among 全省.
    guard let verb = rankVerb(left) else {
      if isListed(index), index > 0, findings[index - 1].role == .rank {
        // 居全国第20位、全省第1位: one thing in two orders.
        findings[index].subject = Subject(
          head: findings[index - 1].subject.head, measure: words(left) + [Code]("位次"))
        return
      }
      findings[index].subject =
        left.isEmpty || isElided(left)
        ? Subject(head: topic, measure: words(left)) : Subject(head: words(left))
      return
    }
    let name = left.lowerBound..<verb.range.lowerBound
    let scope = words(verb.range.upperBound..<left.upperBound)
    let isNamed = codes.has([Code]("排名"), at: verb.range.lowerBound, limit: left.upperBound)
    let place = scope + [Code](isNamed ? "排名" : "位次")
    let isShared = index > 0 && findings[index - 1].right == findings[index].left
    if isShared {
      findings[index].subject = Subject(head: topicOrClause(index), measure: words(name) + place)
    } else if name.isEmpty || isElided(name) {
      findings[index].subject = Subject(head: topicOrClause(index), measure: words(name) + place)
    } else {
      findings[index].subject = Subject(head: words(name), measure: place)
    }
  }

  private func rankVerb(_ left: Range<Int>) -> WordTable<Void>.Match? {
    for start in left {
      if let decoy = Lexicon.rankDecoys.match(codes, endingAt: start + 1, from: left.lowerBound),
        decoy.range.upperBound == start + 1
      {
        continue
      }
      if Lexicon.predicateDecoys.match(codes, at: start, limit: left.upperBound) != nil { continue }
      if let verb = Lexicon.rankVerbs.match(codes, at: start, limit: left.upperBound) {
        return verb
      }
    }
    return nil
  }

  // MARK: Measures before the number

  mutating func readMeasured(_ index: Int) {
    let left = trimOpeners(findings[index].left)
    let (head, measure, tail) = split(left)
    apply(tail, to: index, left: findings[index].left)
    findings[index].rule += tail.ruleSuffix
    defer { nameUnsaid(index) }
    if left.isEmpty || head.isEmpty && measure.isEmpty {
      carry(index)
    } else if isElided(left) || head.isEmpty || isWhole(head) && !measure.isEmpty {
      findings[index].subject = Subject(
        head: topicOrClause(index),
        measure: words(left, dropping: tail)
      )
    } else {
      let name = words(head) + attributed(index)
      findings[index].subject = Subject(head: name, measure: words(measure))
      topic = stripAction(head)
      topics = [topic]
      action = []
    }
    finishMeasure(index, tail)
  }

  /// The noun whose size a physical measure tells: 120万吨洁净煤.
  private func attributed(_ index: Int) -> [Code] {
    let right = findings[index].right
    switch findings[index].mention.unit.family {
    case .mass, .power, .volume, .length, .area, .energy:
      let isShared = index + 1 < findings.count && findings[index + 1].left == right
      guard !isShared, startsNoun(right) else { return [] }
      return words(splitNoun(right).noun)
    default: return []
    }
  }

  /// 降低电价5%: the movement stands before the thing.
  private mutating func takesVerb(_ index: Int) -> Bool {
    let left = trimOpeners(findings[index].left)
    guard let verb = Lexicon.tails.match(codes, at: left.lowerBound, limit: left.upperBound),
      verb.sense == .fall || verb.sense == .rise, verb.range.count == 2,
      left.upperBound - verb.range.upperBound >= 2, codes[left.upperBound - 1] != char("的"),
      !Lexicon.rateEnds.occurs(codes, in: left.upperBound - 1..<left.upperBound)
    else { return false }
    findings[index].isFall = verb.sense == .fall
    findings[index].role = .growth
    findings[index].subject = Subject(
      head: words(verb.range.upperBound..<left.upperBound), measure: words(verb.range))
    return true
  }

  /// Gives 占财政支出 the 比重 it is short for.
  private mutating func completeShare(_ index: Int) {
    let measure = findings[index].subject.measure
    guard measure.first == char("占"), findings[index].mention.unit.family == .percent else {
      return
    }
    if measure.count == 1 {
      findings[index].subject.measure = [Code]("占比")
    } else if Lexicon.shareEnds.match(measure, endingAt: measure.count, from: 0) == nil {
      findings[index].subject.measure += [Code]("比重")
    }
  }

  /// Names what the clause leaves to the unit: 就业2.1万人 is of 人数, 100%全覆盖 of 覆盖率.
  private mutating func nameUnsaid(_ index: Int) {
    guard findings[index].subject.measure.isEmpty else { return }
    let mention = findings[index].mention
    if mention.unit.family == .percent, let first = findings[index].right.first,
      Lexicon.coverage.match(codes, at: first, limit: findings[index].right.upperBound) != nil
    {
      findings[index].subject.measure = [Code]("覆盖率")
    } else if mention.unit.name == "人" {
      let head = findings[index].subject.head
      if Lexicon.people.match(head, endingAt: head.count, from: 0) == nil,
        Lexicon.peopleEnds.match(head, endingAt: head.count, from: 0) == nil, !head.isEmpty
      {
        findings[index].subject.measure = [Code]("人数")
      }
    }
  }

  /// A number with nothing of its own before it: it goes on about the last thing.
  private mutating func carry(_ index: Int) {
    let isSame = index > 0 && findings[index - 1].right.isEmpty && isListed(index)
    let subject = isSame ? findings[index - 1].subject : Subject(head: topicOrClause(index))
    findings[index].subject = subject
    if findings[index].subject.head.isEmpty {
      findings[index].subject.head = words(splitNoun(findings[index].right).noun)
    }
  }

  /// The topic, or the clause before where no quantity has named one yet.
  func topicOrClause(_ index: Int) -> [Code] {
    let start = findings[index].left.lowerBound
    if index == 0 || topic.isEmpty, start - 1 > statement.lowerBound {
      let clause = previousClause(before: start - 1)
      if index == 0, !clause.isEmpty, clause.count <= 24 { return words(trimOpeners(clause)) }
      if topic.isEmpty, !clause.isEmpty { return words(clause) }
    }
    return topic
  }

  private func previousClause(before end: Int) -> Range<Int> {
    var start = end
    while start > statement.lowerBound, !Self.pauses.contains(codes[start - 1]) { start -= 1 }
    return start..<max(start, end)
  }

  private mutating func finishMeasure(_ index: Int, _ tail: Tail) {
    let family = findings[index].mention.unit.family
    switch family {
    case .percent where !tail.isMovement && !tail.isReach && takesVerb(index): break
    case .percent:
      completeShare(index)
      let measure = findings[index].subject.measure
      findings[index].role =
        tail.isMovement || tail.isRateOfChange(codes, findings[index].left)
        ? .growth : .share
      if measure.isEmpty, tail.isMovement { findings[index].subject.measure = [Code]("增长") }
    case .points:
      findings[index].role = .change
      // 低于全省0.5个百分点: the fall stands before what it is compared with.
      if tail.movement == nil {
        let word = Lexicon.tails.first(codes, in: findings[index].left) {
          $0 == .fall || $0 == .rise
        }
        findings[index].isFall = word?.sense == .fall
      }
    case .multiple:
      let isRatio = findings[index].mention.shape == .ratio
      findings[index].role = isRatio ? .ratio : .multiple
      if !isRatio, !tail.isMovement {
        findings[index].isState = true
        findings[index].subject.measure += [Code]("倍数")
      }
    case .doubling:
      findings[index].role = .multiple
      findings[index].subject.measure = [Code]("翻番")
    default:
      if tail.isMovement, findings[index].role == .level { findings[index].role = .change }
    }
  }

  // MARK: Taking words apart

  /// How the words before a number end.
  struct Tail {
    var movement: TailSense?
    var isReach = false
    var isEach = false
    var isAverage = false
    /// Where the movement and what comes before it in the measure begin.
    var start: Int
    var isMovement: Bool { movement != nil && !isReach }

    var ruleSuffix: String {
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
    guard let cut = comparison(head) else { return (head, measure, tail) }
    return (head.lowerBound..<cut, measure, tail)
  }

  /// Where 到2020年, 比2000年 or 较上年 begins inside the words of a head.
  private func comparison(_ head: Range<Int>) -> Int? {
    guard head.count > 3 else { return nil }
    for index in head.lowerBound + 2..<head.upperBound - 1
    where Self.beforeTime.contains(codes[index]) {
      if TimeReader.time(codes, at: index + 1, from: index, limit: head.upperBound) != nil {
        return index
      }
    }
    return nil
  }

  private func splitWhole(_ left: Range<Int>) -> (head: Range<Int>, measure: Range<Int>, tail: Tail)
  {
    var end = left.upperBound
    var tail = Tail(start: left.upperBound)
    if end > left.lowerBound, codes[end - 1] == char("的") { end -= 1 }
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

  /// Whether a tail word is the end of a longer word: 年收入 in 收入为 is not 为's.
  private func isWordTail(_ match: WordTable<TailSense>.Match, _ left: Range<Int>) -> Bool {
    guard match.range.count == 1, match.range.lowerBound > left.lowerBound else { return false }
    return Lexicon.tailDecoys.match(codes, endingAt: match.range.upperBound, from: left.lowerBound)
      != nil
  }

  private func movementRange(_ tail: Tail, _ left: Range<Int>) -> Range<Int> {
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
  private func shareStart(_ range: Range<Int>) -> Int? {
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

  /// The end of a noun that begins with the characters of a word that names nothing: 居民.
  private func decoyEnd(_ start: Int, _ limit: Int) -> Int? {
    Lexicon.predicateDecoys.match(codes, at: start, limit: limit)?.range.upperBound
      ?? Lexicon.openerDecoys.match(codes, at: start, limit: limit)?.range.upperBound
  }

  /// The end of a word that names nothing: a movement, an activity, an adverb, a link.
  private func lightWord(_ start: Int, _ limit: Int) -> Int? {
    let ends = [
      Lexicon.elided.match(codes, at: start, limit: limit)?.range.upperBound,
      Lexicon.tails.match(codes, at: start, limit: limit)?.range.upperBound,
      Lexicon.activities.match(codes, at: start, limit: limit)?.range.upperBound,
      Lexicon.adverbs.match(codes, at: start, limit: limit)?.range.upperBound,
    ]
    return ends.compactMap { $0 }.max()
  }

  /// Whether words name only the whole something is a part of: 全省占比.
  private func isWhole(_ head: Range<Int>) -> Bool {
    Lexicon.wholes.match(codes, at: head.lowerBound, limit: head.upperBound)?.range.upperBound
      == head.upperBound
  }

  /// Drops links, adverbs, times and list numbers from the beginning of a clause.
  func trimOpeners(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound {
      if codes[start] == char("的") || codes[start] == char(" ") || codes[start] == char("、") || codes[start] == char("—") {
        start += 1
      } else if Traps.closingQuotes.contains(codes[start]) || codes[start] == char("）") {
        start += 1
      } else if let time = timeStart(start, range.upperBound) {
        start = time
      } else if let match = Lexicon.openers.match(codes, at: start, limit: range.upperBound),
        match.range.upperBound < range.upperBound || match.range.count > 1,
        Lexicon.openerDecoys.match(codes, at: start, limit: range.upperBound) == nil
      {
        start = match.range.upperBound
      } else {
        break
      }
    }
    return start..<range.upperBound
  }

  private func timeStart(_ start: Int, _ limit: Int) -> Int? {
    guard codes[start].isDigit || codes[start] == char("“") || codes[start].isHan else {
      return nil
    }
    guard let time = TimeReader.time(codes, at: start, from: start, limit: limit) else {
      return yearsEnd(start, limit)
    }
    if case .word(.yearOnAverage) = time.value { return nil }
    var end = time.range.upperBound
    while end < limit, Self.afterTime.contains(codes[end]) { end += 1 }
    return end
  }

  /// The end of 五年, 两年 or 5年 at the beginning of a clause.
  private func yearsEnd(_ start: Int, _ limit: Int) -> Int? {
    guard let numeral = NumeralScanner.numeral(codes, at: start, limit: limit),
      numeral.range.upperBound < limit, codes[numeral.range.upperBound] == char("年")
    else { return nil }
    var end = numeral.range.upperBound + 1
    while end < limit, Self.afterTime.contains(codes[end]) { end += 1 }
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
    return result
  }

  /// The words of a clause without the links at its end, but with its movement.
  private func words(_ range: Range<Int>, dropping tail: Tail) -> [Code] {
    if tail.isMovement { return words(range) }
    return words(range.lowerBound..<max(range.lowerBound, min(range.upperBound, tail.start)))
  }

  /// The thing without the verb of what was done to it.
  func stripAction(_ range: Range<Int>) -> [Code] {
    var start = range.lowerBound
    while let match = Lexicon.actions.match(codes, at: start, limit: range.upperBound),
      match.range.upperBound < range.upperBound
    {
      start = match.range.upperBound
      if start < range.upperBound, codes[start] == char("、") || codes[start] == char("及") {
        start += 1
      }
    }
    return words(start..<range.upperBound)
  }

  /// Notes what the tail tells beside the subject.
  func apply(_ tail: Tail, to finding: inout Finding, left: Range<Int>) {
    finding.isFall = tail.movement == .fall && !tail.isReach
    finding.isState = tail.isReach
    finding.isAverage = tail.isAverage
  }

  private mutating func apply(_ tail: Tail, to index: Int, left: Range<Int>) {
    apply(tail, to: &findings[index], left: left)
  }

  private static let beforeTime = CodeSet("到至比较在")
  private static let placeWords = CodeSet("中时后里")
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
