internal import DajuanLedger

/// When a finding is, whether it is done or aimed at, and how strongly.
struct Timing {
  let calendar: Calendar
  let nature: Nature
  let period: Period?
  let codes: [Code]
  let scan: StatementScan
  let findings: [Finding]

  struct Answer {
    var nature: Nature
    var force: Force
    var period: Period?
    var words: String?
    var rule: Rule
  }

  /// What told when: the section, a time in the clause, or the way a plan tells of a fact.
  enum Rule {
    case section, said, told

    var name: StaticString {
      switch self {
      case .section: "time.section"
      case .said: "time.said"
      case .told: "time.told"
      }
    }
  }

  func answer(for index: Int) -> Answer {
    let finding = findings[index]
    let start = finding.mention.leadingStart
    var answer = Answer(nature: nature, force: .achieved, period: period, rule: .section)
    if let time = time(before: start, isOrigin: finding.isOrigin, index) {
      apply(time, to: &answer)
      // No year to reckon from: the words themselves.
      if answer.period == nil { answer.words = codes.text(time.range) }
    }
    if answer.rule == .section, answer.nature == .actual, isOfLastYear(finding) {
      answer.period = period.map { Period(year: Int($0.last / 12)) }
    }
    if answer.nature == .target, answer.rule == .section, isTold(index) {
      answer.nature = .actual
      answer.period = calendar.isMidYear ? calendar.soFar : calendar.reviewed
      answer.rule = .told
    }
    if answer.nature == .actual, isNamedGoal(finding) { answer.nature = .target }
    answer.force = answer.nature == .actual ? .achieved : .target
    let isAhead =
      answer.rule == .said && !calendar.isMidYear
      && (answer.period?.first).map { Int($0 / 12) >= calendar.year ?? .max } ?? false
    if let force = force(before: start, index, isAhead: isAhead),
      admits(force, answer.nature, finding)
    {
      answer.force = force
      answer.nature = force.nature
    }
    settleStretch(finding, &answer, start)
    if finding.isOrigin { settleOrigin(finding, &answer) }
    if index > 0, isOfAverage(index) { answer.period = self.answer(for: index - 1).period }
    return answer
  }

  /// Whether a figure of a review over several years says that it is of the last of them: 全年,
  /// 同比, 比年初.
  private func isOfLastYear(_ finding: Finding) -> Bool {
    guard let period, let first = period.first, Int(first / 12) < Int(period.last / 12) else {
      return false
    }
    let start = finding.mention.leadingStart
    let measure = finding.subject.measure
    return Lexicon.yearly.occurs(codes, in: finding.left)
      || Lexicon.yearly.occurs(measure, in: measure.indices)
      || scan.times[..<timesEnd(start)].suffix(Self.timeReach).contains {
        $0.value == .word(.wholeYear) && isWhole($0)
      }
  }

  /// Whether points compare the average growth told straight before: 年均增长8.9%，增幅高于全国….
  private func isOfAverage(_ index: Int) -> Bool {
    let (finding, before) = (findings[index], findings[index - 1])
    return finding.mention.unit.family == .points && finding.role == .change
      && before.role == .growth && (before.isAverage || isAverage(before))
      && !finding.isOrigin && before.subject.head == finding.subject.head
      && !scan.times.contains {
        $0.range.lowerBound >= before.mention.range.upperBound && !$0.isReference
          && $0.range.upperBound <= finding.mention.leadingStart
      }
  }

  /// Whether a review names a figure as what had been aimed at: 未达到8%的预期目标.
  private func isNamedGoal(_ finding: Finding) -> Bool {
    finding.mention.unit.family == .percent
      && Lexicon.goalNouns.match(
        codes, at: finding.right.lowerBound, limit: finding.right.upperBound) != nil
  }

  // MARK: Time

  /// The last time said before a quantity that is no comparison and not the origin of another.
  private func time(before start: Int, isOrigin: Bool, _ index: Int) -> TimeMention? {
    var whole: TimeMention?
    for time in scan.times[..<timesEnd(start)].reversed() {
      if time.isReference { continue }
      switch time.value {
      case .day, .word(.yearOnAverage): continue
      case .word(.wholeYear):
        if whole == nil, isWhole(time) { whole = time }
        continue
      default: break
      }
      let before = time.range.lowerBound > 0 ? codes[time.range.lowerBound - 1] : 0
      let isOfOrigin = before == char("从") || before == char("由")
      if isOfOrigin, !isOrigin { continue }
      // 上半年增长3%，全年增长4%: the year whose half was told.
      if let whole, let said = calendar.period(of: time, current: period), let year = said.year,
        said != Period(year: year)
      {
        return TimeMention(range: whole.range, value: .year(year))
      }
      return time
    }
    return nil
  }

  /// Whether a word for the year that is spoken of says that a figure is all of it: 全年.
  private func isWhole(_ time: TimeMention) -> Bool {
    codes[time.range.lowerBound] == char("全")
      && Lexicon.yearGoals.match(codes, at: time.range.upperBound, limit: codes.count) == nil
  }

  /// How many of the times end by a place. Cost: logarithmic, as the times are in order.
  private func timesEnd(_ place: Int) -> Int {
    var (low, high) = (0, scan.times.count)
    while low < high {
      let middle = (low + high) / 2
      if scan.times[middle].range.upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The year said straight before a part of one: 2018年前三季度, 去年上半年.
  private func yearBefore(_ time: TimeMention) -> Period? {
    let end = timesEnd(time.range.lowerBound)
    guard end > 0, scan.times[end - 1].range.upperBound == time.range.lowerBound else { return nil }
    switch scan.times[end - 1].value {
    case .year, .word(.thisYear), .word(.lastYear):
      return calendar.period(of: scan.times[end - 1], current: period)
    default: return nil
    }
  }

  private func apply(_ time: TimeMention, to answer: inout Answer) {
    let current = yearBefore(time) ?? self.period
    guard var period = calendar.period(of: time, current: current) else { return }
    if case .plan = time.value, answer.nature == .actual, !time.isHorizon {
      period = calendar.past(of: period) ?? period
    }
    answer.period = period
    answer.rule = .said
    guard let year = calendar.year else { return }
    let (first, last) = (Int((period.first ?? period.last) / 12), Int(period.last / 12))
    let hasPassed = calendar.isMidYear ? last < year : last < year
    if answer.nature == .target, hasPassed { answer.nature = .actual }
    let isAhead = first > year || first == year && last > year
    if answer.nature == .actual, time.isHorizon && last >= year || isAhead {
      answer.nature = .target
    }
  }

  /// A stretch of years is when things were done; what was reached is told of its last year.
  private func settleStretch(_ finding: Finding, _ answer: inout Answer, _ start: Int) {
    guard let period = answer.period, let first = period.first else { return }
    let isStretch = first / 12 < period.last / 12
    let isHorizon = answer.rule == .said && !isStretch && answer.nature == .target
    if finding.isAverage || isAverage(finding) {
      if isHorizon, let year = calendar.year, Int(period.last / 12) > year,
        let stretch = Period(years: year, through: Int(period.last / 12))
      {
        answer.period = stretch
      } else if !isStretch, let whole = self.period,
        whole.first.map({ $0 / 12 < whole.last / 12 }) ?? false
      {
        answer.period = whole
      } else if finding.isAverage, !isStretch, answer.rule == .section {
        answer.period = averaged(finding, answer)
      }
      return
    }
    if isHorizon, finding.role == .change, finding.mention.unit.family == .points,
      let year = calendar.year, Int(period.last / 12) > year + 1,
      let stretch = Period(years: year, through: Int(period.last / 12))
    {
      answer.period = stretch
      return
    }
    // 每年控制在7‰以内: of every year, not of the last.
    guard isStretch, codes.first("每年", in: finding.left) == nil else { return }
    if isState(finding) {
      answer.period =
        first % 12 == 0 && period.last % 12 == 11 ? Period(year: Int(period.last / 12)) : period
    }
  }

  /// The years an average is over where its section is about one: up to the horizon told after it,
  /// or a term, as no average is of a single year.
  private func averaged(_ finding: Finding, _ answer: Answer) -> Period? {
    guard let year = calendar.year else { return answer.period }
    if answer.nature == .actual { return calendar.pastFive }
    let horizon = scan.times.first {
      $0.isHorizon && $0.range.lowerBound >= finding.mention.range.upperBound
    }
    if let horizon, let end = calendar.period(of: horizon, current: period)?.last,
      Int(end / 12) > year, let stretch = Period(years: year, through: Int(end / 12))
    {
      return stretch
    }
    return calendar.nextFive
  }

  private func isAverage(_ finding: Finding) -> Bool {
    for time in scan.times[..<timesEnd(finding.mention.leadingStart)].reversed() {
      if time.range.lowerBound < finding.left.lowerBound { return false }
      if time.value == .word(.yearOnAverage) { return true }
    }
    return false
  }

  /// Whether a number tells a state reached rather than what was done over the years.
  private func isState(_ finding: Finding) -> Bool {
    if finding.isState || finding.mention.shape == .rank { return true }
    if finding.role == .growth || finding.role == .change { return false }
    if finding.role == .share || finding.role == .ratio { return true }
    let leading = finding.mention.leadingStart..<finding.mention.range.lowerBound
    let reached = Lexicon.reachedWords.last(codes, in: finding.left)
    let stock = Lexicon.stocks.match(
      codes, endingAt: finding.left.upperBound, from: finding.left.lowerBound)
    // The 增加 of 增加值 adds nothing up.
    let flow = Lexicon.flowWords.last(codes, in: finding.left).flatMap { word in
      stock.map { $0.range.contains(word.range.lowerBound) } ?? false ? nil : word
    }
    if let flow, reached.map({ $0.range.lowerBound < flow.range.lowerBound }) ?? true {
      return false
    }
    if reached != nil || Lexicon.stateWords.occurs(codes, in: finding.left) { return true }
    // A statistic of every year, or a stock, told of a stretch of years, is that of its last.
    guard finding.role == .level, !finding.left.isEmpty else { return false }
    let left = finding.left
    if Lexicon.firmIndicators.occurs(codes, in: left) || stock != nil { return true }
    let isDone =
      Lexicon.actions.match(codes, at: left.lowerBound, limit: left.upperBound) != nil
      || Lexicon.tails.match(codes, at: left.lowerBound, limit: left.upperBound) != nil
    return Lexicon.stateWords.occurs(codes, in: leading) && left.count >= 4 && !isDone
  }

  // MARK: What a plan tells in passing

  /// Whether a plan tells a quantity as a fact: 目前已有…, 作为经济总量超过…的大省.
  private func isTold(_ index: Int) -> Bool {
    let finding = findings[index]
    let mention = finding.mention
    if finding.role == .enumerator { return false }
    let clause = clauseStart(mention.leadingStart)..<mention.leadingStart
    if Lexicon.asWords.occurs(codes, in: clause), mention.range.upperBound < codes.count,
      codes[mention.range.upperBound] == char("的")
    {
      return true
    }
    guard let word = Lexicon.toldWords.first(codes, in: clause) else { return false }
    let before = clause.lowerBound..<word.range.lowerBound
    return Lexicon.planVerbs.first(codes, in: before) == nil
      && Lexicon.planVerbs.first(codes, in: word.range.upperBound..<clause.upperBound) == nil
      && !scan.forces.contains {
        $0.range.upperBound <= mention.leadingStart && $0.range.lowerBound >= sentenceStart(clause)
      }
  }

  private func clauseStart(_ end: Int) -> Int {
    let lower = max(scan.range.lowerBound, end - ClauseReader.longestClause)
    var start = end
    while start > lower, !Self.clauseStops.contains(codes[start - 1]) { start -= 1 }
    return start
  }

  /// Where the part of the sentence a clause stands in begins, after a semicolon.
  private func sentenceStart(_ clause: Range<Int>) -> Int {
    let lower = max(scan.range.lowerBound, clause.lowerBound - Self.forceReach)
    var start = clause.lowerBound
    while start > lower, !Self.stops.contains(codes[start - 1]) { start -= 1 }
    return start
  }

  /// Where a thing came from is the state before the period, unless its own time is said.
  private func settleOrigin(_ finding: Finding, _ answer: inout Answer) {
    let own = scan.times.last {
      $0.range.lowerBound >= finding.left.lowerBound
        && $0.range.upperBound <= finding.mention.leadingStart
    }
    answer.nature = .actual
    answer.force = .achieved
    if let own, let said = calendar.period(of: own, current: period), own.value != .day {
      answer.period = said
      return
    }
    let earlier = scan.times.last {
      $0.range.upperBound <= finding.left.lowerBound && $0.range.lowerBound > 0
        && (codes[$0.range.lowerBound - 1] == char("从")
          || codes[$0.range.lowerBound - 1] == char("由"))
    }
    if let earlier, let said = calendar.period(of: earlier, current: period) {
      answer.period = said
    } else if let first = period?.first {
      answer.period = Period(year: Int(first / 12) - 1)
    }
  }

  // MARK: Force

  private func admits(_ force: Force, _ nature: Nature, _ finding: Finding) -> Bool {
    switch force {
    case .estimated: nature == .actual
    case .ensure: nature == .target
    default: true
    }
  }

  /// The word of force whose clause a quantity stands in.
  private func force(before start: Int, _ index: Int, isAhead: Bool) -> Force? {
    for mention in scan.forces.reversed() where mention.range.upperBound <= start {
      let between = mention.range.upperBound..<start
      if between.count > Self.forceReach { return nil }
      if between.contains(where: { Self.stops.contains(codes[$0]) }) { return nil }
      var from = index
      while from > 0, findings[from - 1].mention.leadingStart >= mention.range.upperBound {
        from -= 1
      }
      let numbers = findings[from..<index]
      let hasComma = between.contains { codes[$0] == char("，") }
      if nature == .actual, !isAhead, !isFirm(mention, hasComma) { continue }
      if mention.force == .plan {
        let isNear = numbers.isEmpty && !hasComma
        if isNear { return .plan }
        continue
      }
      if !hasComma { return mention.force }
      if mention.force == .estimated { return .estimated }
      // 努力实现 A 增长 x，B 增长 y: the clauses run parallel to the first; after 力争9% alone they
      // do not.
      guard let first = numbers.first else { return mention.force }
      let isParallel =
        !first.isBolder && first.role == findings[index].role
        && numbers.allSatisfy { $0.role == first.role }
        && findings[index].subject.head != first.subject.head
      return isParallel ? mention.force : nil
    }
    return nil
  }

  /// Whether a word of force tells of a target even in a review: 力争 of its own clause, and a
  /// planned sum; 争取 and 规划 there are things done.
  private func isFirm(_ mention: StatementScan.ForceMention, _ hasComma: Bool) -> Bool {
    switch mention.force {
    case .estimated: true
    case .strive:
      !hasComma
        && codes.has("力争", at: mention.range.lowerBound, limit: mention.range.upperBound)
    case .plan: Lexicon.sums.occurs(codes, in: mention.range)
    default: false
    }
  }

  /// How many times back 全年 is looked for; no sentence of a report names more.
  private static let timeReach = 32
  /// How far a word of force reaches; no list of goals of a report is longer.
  private static let forceReach = 1000
  private static let stops = CodeSet("；。")
  private static let clauseStops = CodeSet("，；：。！？")
}
