internal import DajuanLedger

extension ClauseReader {
  mutating func readMeasured(_ index: Int) {
    let left = trimOpeners(findings[index].left)
    let (head, measure, tail) = split(left)
    apply(tail, to: findings[index])
    findings[index].rule += tail.ruleSuffix
    defer { nameUnsaid(index) }
    if let goal = shareOfGoal(index) {
      if !goal.head.isEmpty {
        topic = goal.head
        topics = [topic]
        action = []
      }
      findings[index].subject = Subject(head: topicOrClause(index), measure: goal.measure)
      findings[index].role = .share
      return
    }
    if let whole = growthOfWhole(index, left) {
      findings[index].subject = whole
      findings[index].role = .growth
      return
    }
    if let share = shareBefore(index, left) {
      findings[index].subject = Subject(head: share, measure: words(measure))
      finishMeasure(index, tail)
      return
    }
    if let first = findings[index].left.first, codes[first] == char("对"), !topic.isEmpty,
      Lexicon.contributions.match(codes, endingAt: tail.start, from: first) != nil
    {
      // 对经济增长的贡献率: of what the clause before is about.
      findings[index].subject = Subject(head: topic, measure: [char("对")] + words(head))
    } else if let earlier = pointsBefore(index, left) {
      findings[index].subject = earlier
      findings[index].role = .change
      findings[index].isFall = findings[index - 1].isFall
      return
    } else if left.isEmpty || head.isEmpty && measure.isEmpty {
      carry(index)
    } else if isElided(left) || head.isEmpty || isWhole(head) && !measure.isEmpty {
      findings[index].subject = Subject(
        head: topicOrClause(index),
        measure: words(left, dropping: tail)
      )
    } else {
      let name = agent(of: head) + sized(index, withoutBringing(head)) + attributed(index)
      findings[index].subject = Subject(head: name, measure: words(measure))
      topic = stripAction(head)
      topics = [topic]
      action = []
    }
    finishMeasure(index, tail)
  }

  /// The share told straight before, for 百分点 whose subject is left out:
  /// 占生产总值比重达到39.5%，比2010年提高8.9个百分点.
  private func shareBefore(_ index: Int, _ left: Range<Int>) -> [Code]? {
    guard index > 0, findings[index].mention.unit.family == .points, isElided(left),
      findings[index - 1].role == .share, !findings[index - 1].subject.measure.isEmpty,
      findings[index - 1].subject.head == topic, topic.count > 1,
      Lexicon.shareEnds.match(
        findings[index - 1].subject.measure,
        endingAt: findings[index - 1].subject.measure.count, from: 0) != nil
    else { return nil }
    return topic + findings[index - 1].subject.measure
  }

  /// What a percentage of a goal is of, and how it is called: 财政收入完成预算的103%, or 完成年度任务
  /// 的112% of what was told before.
  private func shareOfGoal(_ index: Int) -> (head: [Code], measure: [Code])? {
    let left = findings[index].left
    guard findings[index].mention.unit.family == .percent, let last = left.last,
      codes[last] == char("的"),
      let goal = Lexicon.goalBases.match(codes, endingAt: last, from: left.lowerBound),
      let verb = Lexicon.goalVerbs.last(codes, in: left.lowerBound..<goal.range.lowerBound)
    else { return nil }
    let head = trimTail(trimOpeners(left.lowerBound..<verb.range.lowerBound))
    guard verb.range.lowerBound == left.lowerBound || head.count != 1 else { return nil }
    let name = words(verb.range.upperBound..<last)
    return (isElided(head) ? [] : words(head), [Code]("完成") + name + [Code]("比例"))
  }

  /// The growth of a wider whole, told in brackets after the thing's: 增长8%（全国6%、全省7%）.
  private func growthOfWhole(_ index: Int, _ left: Range<Int>) -> Subject? {
    guard index > 0, findings[index].mention.unit.family == .percent,
      findings[index - 1].mention.unit.family == .percent, findings[index - 1].role == .growth,
      !left.isEmpty, isWhole(left), !topic.isEmpty, left.lowerBound > statement.lowerBound
    else { return nil }
    let before = codes[left.lowerBound - 1]
    guard before == char("（") || before == char("、") else { return nil }
    return Subject(head: words(left) + topic, measure: [Code]("增长"))
  }

  /// The words of a head without the verb between a body and its measure: 乡镇企业完成总产值.
  private func withoutBringing(_ head: Range<Int>) -> [Code] {
    guard head.count >= 6, let verb = Lexicon.bringing.first(codes, in: head.dropFirst(2)),
      Lexicon.measureNouns.match(
        codes, endingAt: head.upperBound, from: verb.range.upperBound) != nil,
      codes[verb.range.upperBound] != char("率")
    else { return words(head) }
    return words(head.lowerBound..<verb.range.lowerBound)
      + words(verb.range.upperBound..<head.upperBound)
  }

  /// A noun of one character with the size that tells it apart: 收入超5亿元的县.
  private func sized(_ index: Int, _ name: [Code]) -> [Code] {
    guard name.count == 1, index > 0, findings[index - 1].role == .threshold else { return name }
    let size = findings[index - 1].left.lowerBound..<findings[index - 1].mention.range.upperBound
    return words(trimOpeners(size)) + [char("的")] + name
  }

  /// The subject of points told against a second whole: 高于全国1.4个、全省0.6个百分点.
  private func pointsBefore(_ index: Int, _ left: Range<Int>) -> Subject? {
    guard index > 0, findings[index].mention.unit.family == .points,
      findings[index - 1].mention.unit.family == .points, findings[index - 1].role == .change,
      !left.isEmpty, findings[index].left.lowerBound > statement.lowerBound,
      Self.listLinks.contains(codes[findings[index].left.lowerBound - 1]),
      Lexicon.wholes.match(codes, at: left.lowerBound, limit: left.upperBound) != nil,
      Lexicon.tails.first(codes, in: left, where: { $0 == .rise || $0 == .fall }) == nil
    else { return nil }
    let comparison: [Code] = [Code](findings[index - 1].isFall ? "低于" : "高于")
    return Subject(head: findings[index - 1].subject.head, measure: comparison + words(left))
  }

  /// Whose a bare measure is: 规模以上工业企业实现利税…，利润…. A clause that names its agent before
  /// 实现 sets it; the measures that follow by themselves are the agent's.
  private mutating func agent(of head: Range<Int>) -> [Code] {
    if head.count >= 6, let verb = Lexicon.bringing.first(codes, in: head.dropFirst(2)),
      head.upperBound - verb.range.upperBound >= 2
    {
      agent = words(head.lowerBound..<verb.range.lowerBound)
      return []
    }
    let isBare =
      Lexicon.bareMeasures.match(codes, at: head.lowerBound, limit: head.upperBound)?.range == head
    if !isBare { agent = [] }
    return agent
  }

  /// The noun whose size a physical measure tells: 120万吨洁净煤.
  func attributed(_ index: Int) -> [Code] {
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
  mutating func takesVerb(_ index: Int) -> Bool {
    let left = trimOpeners(findings[index].left)
    guard let verb = Lexicon.tails.match(codes, at: left.lowerBound, limit: left.upperBound),
      Lexicon.openerDecoys.match(codes, at: left.lowerBound, limit: left.upperBound) == nil,
      verb.sense == .fall || verb.sense == .rise, verb.range.count == 2,
      Lexicon.rateNouns.match(codes, at: left.lowerBound, limit: left.upperBound) == nil,
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
  mutating func completeShare(_ index: Int) {
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
  mutating func nameUnsaid(_ index: Int) {
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
  mutating func carry(_ index: Int) {
    let isSame = index > 0 && findings[index - 1].right.isEmpty && isListed(index)
    let subject = isSame ? findings[index - 1].subject : Subject(head: topicOrClause(index))
    findings[index].subject = subject
    let right = findings[index].right
    if findings[index].subject.head.isEmpty,
      Lexicon.growthAfter.match(codes, at: right.lowerBound, limit: right.upperBound) == nil
    {
      findings[index].subject.head = words(splitNoun(findings[index].right).noun)
    }
  }

  /// The topic, or the clause before where no quantity has named one yet.
  func topicOrClause(_ index: Int) -> [Code] {
    let start = findings[index].left.lowerBound
    if index == 0 || topic.isEmpty, start - 1 > statement.lowerBound {
      let clause = previousClause(before: start - 1)
      if index == 0, !clause.isEmpty, clause.count <= 24 { return words(trimOpeners(clause)) }
      // A clause that ends in a figure is no name.
      let isTelling = index > 0 && findings[index - 1].mention.range.upperBound == clause.upperBound
      if topic.isEmpty, !clause.isEmpty, clause.count <= 60, !isTelling { return words(clause) }
    }
    return topic
  }

  func previousClause(before end: Int) -> Range<Int> {
    let lower = max(statement.lowerBound, end - Self.longestClause)
    var start = end
    while start > lower, !Self.pauses.contains(codes[start - 1]) { start -= 1 }
    return start..<max(start, end)
  }

  /// Whether a percentage only puts the growth before it otherwise: 力争9%, 努力达到10%.
  private func isStronger(_ index: Int) -> Bool {
    guard index > 0, findings[index - 1].role == .growth,
      findings[index - 1].mention.unit.family == .percent
    else { return false }
    var left = findings[index].left
    if isGoal(index) { return true }
    guard
      Lexicon.forces.first(codes, in: left) != nil || left.isEmpty && isListed(index)
        || Lexicon.bolderGoals.first(codes, in: left) != nil
    else { return false }
    while let first = left.first, codes[first] == char("（") {
      left = first + 1..<left.upperBound
    }
    while let word = Lexicon.bolderGoals.match(
      codes, at: left.lowerBound, limit: left.upperBound)?.range
      ?? Lexicon.forces.match(codes, at: left.lowerBound, limit: left.upperBound)?.range
      ?? Lexicon.tails.match(codes, at: left.lowerBound, limit: left.upperBound)?.range
      ?? Lexicon.openers.match(codes, at: left.lowerBound, limit: left.upperBound)?.range
    {
      left = word.upperBound..<left.upperBound
    }
    return left.isEmpty
  }

  /// Whether a percentage is called a growth after it (9%左右的增长, 8%的增长目标), or can be nothing
  /// else of a sum of money (生产总值8%左右).
  private func isNamedGrowth(_ index: Int) -> Bool {
    let (right, subject) = (findings[index].right, findings[index].subject)
    if Lexicon.growthAfter.match(codes, at: right.lowerBound, limit: right.upperBound) != nil
      || right.count == 2 && codes.has("增长", at: right.lowerBound, limit: right.upperBound)
    {
      return true
    }
    if let goal = Lexicon.goalNouns.match(codes, at: right.lowerBound, limit: right.upperBound),
      codes.first("增长", in: goal.range) != nil
    {
      return true
    }
    return subject.measure.isEmpty && ClauseReader.isAggregate(subject.head)
      && codes.first("占", in: findings[index].left) == nil
  }

  /// Whether a name is that of a sum of money, or of what is aimed at of it: 生产总值目标.
  static func isAggregate(_ head: [Code]) -> Bool {
    var end = head.count
    for word in [[Code]("预期目标"), [Code]("目标")] where head.has(word, endingAt: end, from: 1) {
      end -= word.count
      break
    }
    return Lexicon.aggregates.match(head, endingAt: end, from: 0) != nil
  }

  /// Whether the clause before tells of a growth without a figure, which the percentage then gives:
  /// 增长高于全国平均，力争达到8%.
  private func isOfGrowth(_ index: Int) -> Bool {
    let left = findings[index].left
    guard isElided(trimOpeners(left)), left.lowerBound - 1 > statement.lowerBound else {
      return false
    }
    let clause = previousClause(before: left.lowerBound - 1)
    if index > 0, findings[index - 1].mention.range.upperBound > clause.lowerBound { return false }
    guard let word = Lexicon.growthWords.last(codes, in: clause),
      word.range.lowerBound > clause.lowerBound
    else { return false }
    return word.range.upperBound == clause.upperBound
      || Lexicon.growthSequels.match(
        codes, at: word.range.upperBound, limit: clause.upperBound) != nil
  }

  /// Whether the words before a percentage name it as a fall: 降幅3%.
  func isFallNamed(_ left: Range<Int>) -> Bool {
    let window = max(left.lowerBound, left.upperBound - 6)..<left.upperBound
    return Lexicon.fallNouns.occurs(codes, in: window)
  }

  mutating func finishMeasure(_ index: Int, _ tail: Tail) {
    let family = findings[index].mention.unit.family
    switch family {
    case .percent where !tail.isMovement && isStronger(index):
      // 增长8%，力争9%: the second is of the same growth.
      findings[index].subject = findings[index - 1].subject
      findings[index].role = .growth
      findings[index].isBolder = true
      topic = findings[index].subject.head
      findings[index].isFall = findings[index - 1].isFall
    case .percent where !tail.isMovement && !tail.isReach && takesVerb(index): break
    case .percent:
      completeShare(index)
      if !tail.isMovement, isFallNamed(findings[index].left) { findings[index].isFall = true }
      let measure = findings[index].subject.measure
      findings[index].role =
        tail.isMovement || tail.isRateOfChange(codes, findings[index].left) || isOfGrowth(index)
          || isNamedGrowth(index)
        ? .growth : .share
      if findings[index].role == .growth, !tail.isMovement, measure.isEmpty, isNamedGrowth(index) {
        findings[index].subject.measure = [Code]("增长")
      }
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
        if !findings[index].subject.measure.has(
          "倍数", endingAt: findings[index].subject.measure.count, from: 0)
        {
          findings[index].subject.measure += [Code]("倍数")
        }
      }
    case .doubling:
      findings[index].role = .multiple
      findings[index].subject.measure = [Code]("翻番")
    default:
      if tail.isMovement, findings[index].role == .level { findings[index].role = .change }
    }
  }
}
