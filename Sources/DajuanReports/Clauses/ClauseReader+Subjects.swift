internal import DajuanLedger

extension ClauseReader {
  /// Finds the subject of one quantity that stands by itself.
  mutating func readOne(_ index: Int) {
    let finding = findings[index]
    switch finding.mention.shape {
    case .rank: readRank(index)
    case .ratio: readMeasured(index)
    case .plain, .fraction:
      if isSizeOfNoun(index) {
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
    guard startsNoun(right) else { return false }
    switch finding.mention.unit.family {
    case .thing, .people, .place, .administrative: return true
    case .money, .length, .area, .volume, .mass, .power, .container, .energy, .age:
      // 发放100亿元消费券; not 投资100亿元建设….
      return isAction(finding.left) || finding.left.isEmpty || codes[right.lowerBound] == char("的")
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
    guard let match = Lexicon.actions.match(codes, endingAt: range.upperBound, from: range.lowerBound)
    else { return false }
    return match.range.upperBound == range.upperBound
  }

  // MARK: Counted things after the number

  private mutating func readCounted(_ index: Int) {
    let right = counted(index)
    let (noun, predicate) = splitNoun(right)
    var left = trimOpeners(findings[index].left)
    var verb = words(left)
    if left.isEmpty, isListed(index) { verb = action }
    if !left.isEmpty { action = verb }
    let name = words(noun)
    var head = verb + name
    if name.isEmpty { head = verb + words(right) }
    // 的 before the noun: a share of it, or an attribute.
    if findings[index].mention.unit.family == .percent {
      let isCovering = isAction(left) || left.isEmpty
      head = isCovering ? topic : head
      findings[index].role = .share
      findings[index].subject = Subject(head: head, measure: words(left) + name)
      findings[index].rule = "clause.share-of-noun"
      return
    }
    if Lexicon.listNouns.match(codes, at: noun.lowerBound, limit: noun.upperBound) != nil
      || Lexicon.listNouns.last(codes, in: noun)?.range.upperBound == noun.upperBound
    {
      findings[index].role = isListing(index) ? .enumerator : .level
    }
    findings[index].subject = Subject(head: head, measure: words(predicate))
    findings[index].rule = findings[index].rule + "+clause.noun-after"
    topic = name.isEmpty ? head : name
    topics = [topic]
    left = noun
  }

  /// Whether a count goes on a list of counts: 、5个….
  private func isListed(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let start = findings[index].mention.leadingStart
    return start > statement.lowerBound && codes[start - 1] == char("、")
  }

  private func isListing(_ index: Int) -> Bool {
    let unit = findings[index].mention.unit.name
    return unit == "项" || unit == "个" || unit == "条" || unit == "件" || unit == "大"
  }

  /// Parts the words after a number into the noun and what became of it.
  func splitNoun(_ range: Range<Int>) -> (noun: Range<Int>, predicate: Range<Int>) {
    var start = range.lowerBound
    if start < range.upperBound, codes[start] == char("的") { start += 1 }
    var index = start + 1
    while index < range.upperBound {
      if Lexicon.predicates.match(codes, at: index, limit: range.upperBound) != nil,
        index - start >= 2, !isInQuotes(index, from: start),
        Lexicon.predicateDecoys.match(codes, at: index, limit: range.upperBound) == nil
      {
        return (start..<index, index..<range.upperBound)
      }
      index += 1
    }
    return (start..<range.upperBound, range.upperBound..<range.upperBound)
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
    let own = measure.isEmpty ? words(head) : words(measure)
    let isFirst = index == 0 || findings[index - 1].mention.range.upperBound
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

  // MARK: Ranks

  private mutating func readRank(_ index: Int) {
    findings[index].role = .rank
    let left = trimOpeners(findings[index].left)
    findings[index].rule += "+clause.rank"
    if left.isEmpty || isElided(left) {
      findings[index].subject = Subject(head: topic, measure: words(left))
      return
    }
    let head = words(left)
    findings[index].subject = Subject(head: head)
    if let verb = Lexicon.elided.first(codes, in: left), verb.range.lowerBound > left.lowerBound {
      let name = words(left.lowerBound..<verb.range.lowerBound)
      findings[index].subject = Subject(
        head: name, measure: words(verb.range.lowerBound..<left.upperBound))
    }
  }

  // MARK: Measures before the number

  mutating func readMeasured(_ index: Int) {
    let left = trimOpeners(findings[index].left)
    let (head, measure, tail) = split(left)
    apply(tail, to: index, left: findings[index].left)
    findings[index].rule += tail.ruleSuffix
    if left.isEmpty || head.isEmpty && measure.isEmpty {
      carry(index)
    } else if isElided(left) || head.isEmpty {
      findings[index].subject = Subject(head: topicOrClause(index), measure: words(left, dropping: tail))
    } else {
      let name = words(head)
      findings[index].subject = Subject(head: name, measure: words(measure))
      topic = stripAction(head)
      topics = [topic]
      action = []
    }
    finishMeasure(index, tail)
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
    case .percent:
      let measure = findings[index].subject.measure
      findings[index].role = tail.isMovement || tail.isRateOfChange(codes, findings[index].left)
        ? .growth : .share
      if measure.isEmpty, tail.isMovement { findings[index].subject.measure = [Code]("增长") }
    case .points: findings[index].role = .change
    case .multiple:
      findings[index].role = findings[index].mention.shape == .ratio ? .ratio : .multiple
    case .doubling: findings[index].role = .multiple
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
    }
  }

  /// Parts the words before a number: what it is about, what of it, and how it ends.
  func split(_ left: Range<Int>) -> (head: Range<Int>, measure: Range<Int>, tail: Tail) {
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
    guard let word = Lexicon.tails.first(codes, in: tail.start..<left.upperBound, where: {
      $0 == .rise || $0 == .fall
    }) else { return left.upperBound..<left.upperBound }
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

  /// Whether a clause opens with a word whose subject was named before.
  func isElided(_ left: Range<Int>) -> Bool {
    guard let match = Lexicon.elided.match(codes, at: left.lowerBound, limit: left.upperBound) else {
      return false
    }
    // 新增绿化面积 has its own noun; 开工, 完成投资 do not.
    if match.range.upperBound == left.upperBound { return true }
    if Lexicon.comparers.match(codes, at: left.lowerBound, limit: left.upperBound) != nil { return true }
    var rest = match.range.upperBound..<left.upperBound
    while let next = Lexicon.elided.match(codes, at: rest.lowerBound, limit: rest.upperBound)?.range
      ?? Lexicon.tails.match(codes, at: rest.lowerBound, limit: rest.upperBound)?.range
    {
      rest = next.upperBound..<rest.upperBound
    }
    return rest.isEmpty
  }

  /// Drops links, adverbs, times and list numbers from the beginning of a clause.
  func trimOpeners(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound {
      if codes[start] == char(" ") || codes[start] == char("、") || codes[start] == char("—") {
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
    guard codes[start].isDigit || codes[start] == char("“") || codes[start].isHan,
      let time = TimeReader.time(codes, at: start, from: start, limit: limit)
    else { return nil }
    if case .word(.yearOnAverage) = time.value { return nil }
    var end = time.range.upperBound
    while end < limit, Self.afterTime.contains(codes[end]) { end += 1 }
    return end
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
      if start < range.upperBound, codes[start] == char("、") || codes[start] == char("及") { start += 1 }
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

  private static let afterTime = CodeSet("底末初的起间中以来、，")
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
