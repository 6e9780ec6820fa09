internal import DajuanLedger

/// Finds, for every quantity of a statement, what it measures of what.
///
/// The words before a quantity, back to a comma or the quantity before, are its left; those after
/// it, up to a comma or the next one, its right. A counted thing stands on either side
/// (`建成公园22个`, `建成22个公园`); a clause that opens with a movement, a rank or 占 has its
/// subject in an earlier clause; 分别 deals several numbers out to several things.
///
/// Never copied: one reader goes through a statement and changes its findings as it learns.
struct ClauseReader: ~Copyable {
  let codes: [Code]
  let statement: Range<Int>
  var findings: [Finding] = []

  /// What the last full clause was about.
  var topic: [Code] = []
  /// What a list of several things was about, for a later 分别.
  var topics: [[Code]] = []
  /// Whose the measures of a clause are, for later clauses that name a measure alone.
  var agent: [Code] = []
  /// The verb a list of counts shares: 新引进1个…、5个….
  var action: [Code] = []

  init(codes: [Code], statement: Range<Int>, mentions: [Mention], topic: [Code]) {
    self.codes = codes
    self.statement = statement
    self.topic = topic
    findings = mentions.map { mention in
      let at = mention.range.upperBound
      return Finding(mention: mention, left: at..<at, right: at..<at)
    }
    layOut()
    shareBounds()
  }

  /// Reads all; answers the topic to go on with.
  mutating func read() -> [Code] {
    var index = 0
    while index < findings.count {
      // A clause of its own shares no verb with the list before.
      let start = findings[index].left.lowerBound
      if start == statement.lowerBound || Self.pauses.contains(codes[start - 1]) { action = [] }
      if isOrigin(index) {
        readMove(index)
        index += 2
        continue
      }
      let end = listEnd(from: index)
      if end - index > 1, deal(index..<end) {
        index = end
        continue
      }
      readOne(index)
      index += 1
    }
    markWorks()
    for index in findings.indices {
      trimLinks(&findings[index].subject.head)
      trimLinks(&findings[index].subject.measure)
      if let per = findings[index].per { findings[index].subject.measure += codes[per] }
    }
    return topic
  }

  /// Notes which numbers stand in a list that a verb of works opens.
  private func markWorks() {
    for index in findings.indices {
      let left = trimOpeners(findings[index].left)
      if Lexicon.worksVerbs.match(codes, at: left.lowerBound, limit: left.upperBound) != nil {
        findings[index].isWorks = true
      } else if index > 0, findings[index - 1].isWorks,
        !Self.pauses.contains(
          codes[max(statement.lowerBound, findings[index].left.lowerBound - 1)]),
        Lexicon.actions.match(codes, at: left.lowerBound, limit: left.upperBound) == nil
      {
        findings[index].isWorks = true
      }
    }
  }

  // MARK: Left and right

  /// Gives every quantity the words on its two sides.
  private mutating func layOut() {
    for index in findings.indices {
      let mention = findings[index].mention
      var start = statement.lowerBound
      if index > 0 { start = findings[index - 1].mention.range.upperBound }
      let before = start..<mention.leadingStart
      let stop = lastPause(before)
      if index > 0, stop == nil {
        // Nothing but words between two quantities: they part at an enumeration comma, or share.
        let cut = separator(before)
        findings[index - 1].right = before.lowerBound..<(cut?.lowerBound ?? before.upperBound)
        findings[index].left = (cut?.upperBound ?? before.lowerBound)..<before.upperBound
      } else {
        let from = stop.map { $0 + 1 } ?? start
        findings[index].left = from..<mention.leadingStart
        if index > 0 {
          findings[index - 1].right = start..<firstPause(start..<mention.leadingStart)
        }
      }
    }
    for index in findings.indices {
      // “8%左右”: the quote is none of the words before.
      if let last = findings[index].left.last, Traps.openingQuotes.contains(codes[last]) {
        findings[index].left = findings[index].left.lowerBound..<last
      }
      takePer(index)
    }
    for index in findings.indices.dropFirst() where findings[index].per == nil {
      let isNext = findings[index].left.isEmpty && findings[index - 1].right.isEmpty
      if isNext { findings[index].per = findings[index - 1].per }
    }
    if let last = findings.indices.last {
      let start = findings[last].mention.range.upperBound
      findings[last].right = start..<firstPause(start..<statement.upperBound)
    }
  }

  /// Sets apart 每人每月 and its like from the words before a number.
  private mutating func takePer(_ index: Int) {
    let left = findings[index].left
    guard let word = Lexicon.perWords.match(codes, endingAt: left.upperBound, from: left.lowerBound)
    else { return }
    findings[index].per = word.range
    findings[index].left = left.lowerBound..<word.range.lowerBound
  }

  private func lastPause(_ range: Range<Int>) -> Int? {
    var depth = 0
    for index in range.reversed() {
      if codes[index] == char("）") { depth += 1 }
      if codes[index] == char("（") { depth -= 1 }
      if depth <= 0, Self.pauses.contains(codes[index]) { return index }
    }
    return nil
  }

  private func firstPause(_ range: Range<Int>) -> Int {
    var depth = 0
    for index in range {
      switch codes[index] {
      case char("（"): depth += 1
      case char("）"): depth -= 1
      // 8个国、省控断面, 20个县（市、区）: the noun goes on.
      case char("、") where depth > 0 || index == range.lowerBound + 1 && codes[index - 1].isHan:
        continue
      case char("、"): return index
      default: if depth <= 0, Self.pauses.contains(codes[index]) { return index }
      }
    }
    return range.upperBound
  }

  /// Where the words between two quantities part: at 、, or at 和 straight after the first.
  private func separator(_ range: Range<Int>) -> Range<Int>? {
    if let word = Self.links.match(codes, at: range.lowerBound, limit: range.upperBound) {
      return word.range
    }
    var depth = 0
    for index in range {
      if codes[index] == char("（") { depth += 1 }
      if codes[index] == char("）") { depth -= 1 }
      if depth <= 0, codes[index] == char("、") { return index..<index + 1 }
    }
    // 100家研发中心和10家平台, 100家研发中心和新建10家平台.
    for index in range.dropFirst() {
      guard let word = Self.links.match(codes, at: index, limit: range.upperBound) else { continue }
      let rest = word.range.upperBound..<range.upperBound
      let isVerb =
        Lexicon.actions.match(codes, at: rest.lowerBound, limit: rest.upperBound)
        .map { $0.range == rest } ?? false
      if rest.isEmpty || isVerb { return word.range }
    }
    return nil
  }

  // MARK: Lists

  /// The end of a run of quantities parted by nothing but 、 and 和.
  private func listEnd(from index: Int) -> Int {
    var end = index + 1
    while end < findings.count, end - index < Self.longestList, findings[end].left.isEmpty,
      findings[end - 1].mention.range.upperBound < findings[end].mention.leadingStart,
      isOfOneList(index, end),
      findings[end - 1].right.isEmpty
    {
      end += 1
    }
    return end
  }

  /// Whether two numbers may stand in one list: of one family, or growths in percent and in times
  /// of things that 分别 deals out (分别增长1.3倍、80%).
  private func isOfOneList(_ index: Int, _ other: Int) -> Bool {
    let (first, second) = (findings[index].mention.unit, findings[other].mention.unit)
    if first.family == second.family { return true }
    let isGrowth = { (unit: UnitSense) in unit.family == .percent || unit.family == .multiple }
    return isGrowth(first) && isGrowth(second)
      && codes.first("分别", in: findings[index].left) != nil
  }

  /// A bound word after the last of several numbers, or before the first, goes for all.
  private mutating func shareBounds() {
    var index = 0
    while index < findings.count {
      let end = listEnd(from: index)
      defer { index = end }
      guard end - index > 1 else { continue }
      let last = findings[end - 1].mention
      if last.hasTrailingBound, last.bound != .about {
        for place in index..<end - 1 { share(last.bound, with: place) }
      }
      let first = findings[index].mention
      if !first.hasTrailingBound, first.leadingStart < first.range.lowerBound, first.bound != .about
      {
        for place in index + 1..<end { share(first.bound, with: place) }
      }
    }
    shareLeadingWords()
  }

  private mutating func share(_ bound: Bound, with index: Int) {
    guard findings[index].mention.bound == .exact else { return }
    findings[index].mention.bound = bound
    findings[index].mention.isBoundShared = true
  }

  /// 至少新引进1个…、5个…: a bound word before a verb goes for all counts up to the comma.
  private mutating func shareLeadingWords() {
    for index in findings.indices {
      let left = findings[index].left
      guard !left.isEmpty,
        let match = Self.reaching.first(codes, in: left), isReaching(match.range, left)
      else { continue }
      var place = index
      let pause = Self.pauses.first(
        codes, from: left.lowerBound, limit: statement.upperBound)
      while place < findings.count, findings[place].mention.leadingStart <= pause {
        let mention = findings[place].mention
        if mention.bound == .exact, !mention.hasTrailingBound, !isSizeOfNoun(place) {
          findings[place].mention.bound = match.sense.bound
          findings[place].mention.isBoundShared = true
        }
        place += 1
      }
    }
  }

  /// Whether 至少 is the bound word: it opens the clause, or a verb, a number or the thing compared
  /// with follows it; 甲至少乙 may be the way from one place to another.
  private func isReaching(_ word: Range<Int>, _ left: Range<Int>) -> Bool {
    word.lowerBound == left.lowerBound || word.upperBound == left.upperBound
      || codes[word.lowerBound] != char("至")
      || Lexicon.actions.match(codes, at: word.upperBound, limit: left.upperBound) != nil
  }

  /// Whether the next quantity straight after this one is the size of what this one counts.
  func isFollowedBySize(_ index: Int) -> Bool {
    index + 1 < findings.count
      && findings[index + 1].mention.leadingStart == findings[index].mention.range.upperBound
  }

  /// Whether a quantity is the size of the noun after it: 10亿元以上项目, and 60家以上企业 not.
  func isSizeOfNoun(_ index: Int) -> Bool {
    let finding = findings[index]
    let mention = finding.mention
    guard !finding.right.isEmpty, mention.bound != .exact || mention.unit.family == .voltage,
      !mention.isBoundShared, !mention.isSurplus
    else { return false }
    switch mention.unit.family {
    case .money, .mass, .power, .area, .age, .voltage, .length, .volume, .container, .energy:
      return startsNoun(finding.right)
    case .people where isCountOfBodies(finding): return false
    case .people, .percent, .year:
      return mention.hasTrailingBound != (mention.bound == .range) && mention.bound != .about
        && startsNoun(finding.right)
        && (mention.unit.family != .percent || isRateBefore(finding.left))
    default: return false
    }
  }

  /// Whether people or firms are counted, not the size told of what they make up: 20户以上自然村.
  private func isCountOfBodies(_ finding: Finding) -> Bool {
    let name = finding.mention.unit.name
    if name == "家" || name == "名" || name == "位" { return true }
    guard name == "户" else { return isAction(finding.left) }
    return Lexicon.gainingVerbs.match(
      codes, endingAt: finding.left.upperBound, from: finding.left.lowerBound) != nil
  }

  /// Whether a quantity stands straight after a count, which has it for the size of its things:
  /// 开工10个5亿元以上、签约8个5亿元以上项目.
  func isSizeOfCount(_ index: Int) -> Bool {
    guard index > 0, isFollowedBySize(index - 1), findings[index].mention.bound != .exact else {
      return false
    }
    let family = findings[index].mention.unit.family
    return family == .money || family == .area || family == .mass || family == .power
  }

  /// Whether a quantity is the size of things the next number counts, which the list names but
  /// once: 50亿元以上项目2个、10亿元以上9个.
  func isSizeBeforeCount(_ index: Int) -> Bool {
    guard index + 1 < findings.count else { return false }
    let mention = findings[index].mention
    let isTrailing =
      isFollowedBySize(index) && mention.hasTrailingBound && mention.bound == .atLeast
    // 超10亿元的4个.
    let isLeading =
      isAttributed(index + 1) && !mention.hasTrailingBound
      && (mention.bound == .moreThan || mention.bound == .atLeast)
      && findings[index + 1].right.isEmpty && findings[index].left.isEmpty
    guard isTrailing || isLeading else { return false }
    switch (findings[index].mention.unit.family, findings[index + 1].mention.unit.family) {
    case (.money, .thing), (.area, .thing), (.mass, .thing), (.power, .thing): return true
    case (.money, .people): return findings[index + 1].mention.unit.name == "家"
    default: return false
    }
  }

  /// Whether the words before a percentage name a rate: 空置率在30%-50%的….
  private func isRateBefore(_ range: Range<Int>) -> Bool {
    guard let stop = Lexicon.tails.last(codes, in: range) else { return false }
    return stop.range.lowerBound > range.lowerBound && codes[stop.range.lowerBound - 1] == char("率")
      && stop.range.upperBound == range.upperBound
  }

  /// Whether words begin with a noun, not with a verb that goes on about something else.
  func startsNoun(_ range: Range<Int>, isLoose: Bool = false) -> Bool {
    var start = range.lowerBound
    if start < range.upperBound, codes[start] == char("的") { start += 1 }
    guard start < range.upperBound else { return false }
    let code = codes[start]
    if NumeralScanner.hanDigits.contains(code),
      Lexicon.units.match(codes, at: start + 1, limit: range.upperBound) != nil
    {
      return false
    }
    guard code.isHan || Traps.openingQuotes.contains(code) || code.isLetter else { return false }
    let verb =
      isLoose
      ? Lexicon.neverNouns.match(codes, at: start, limit: range.upperBound)
      : Lexicon.notNouns.match(codes, at: start, limit: range.upperBound)
    return verb == nil
      || Lexicon.predicateDecoys.match(codes, at: start, limit: range.upperBound) != nil
  }

  /// No list of a report has more members; a longer run of numbers is read piece by piece, so that
  /// reading stays linear.
  private static let longestList = 64
  /// How far back a clause is looked through for its beginning; none of a report is longer.
  static let longestClause = 400

  static let pauses = CodeSet("，；：。！？")
  private static let links = Lexicon.words("和 及 与 并 以及 并且 或 、 和新 及其\tbetween two counted things")
  /// Bound words that may stand apart from the number they belong to.
  private static let reaching = Lexicon.table(
    """
    至少 不少于 不低于	atLeast	stands before the verb or the thing compared with
    不超过 不高于 不多于	atMost	stands before the verb or the thing compared with
    """
  ) { BoundSense(rawValue: String($0)) }
}
