internal import DajuanLedger

extension ClauseReader {
  mutating func readCounted(_ index: Int) {
    let right = counted(index)
    let (noun, predicate) = splitNoun(right)
    var left = trimOpeners(findings[index].left)
    if let first = left.first, codes[first] == char("在") { left = first + 1..<left.upperBound }
    var verb = split(left).head.isEmpty ? [] : words(left)
    if left.isEmpty && isListed(index) || isAttributed(index) { verb = action }
    let name = words(laterNoun(index, noun) ?? noun)
    if let last = verb.last, last == char("了") { verb.removeLast() }
    if !left.isEmpty { action = verb }
    let qualifier = verb.count <= 4 && isGeneric(name) ? clauseNoun(index) : []
    var head = verb + qualifier + name
    if name.isEmpty { head = verb + words(right) }
    // 的 before the noun: a share of it, or an attribute.
    if findings[index].mention.unit.family == .percent {
      let isCovering =
        left.isEmpty
        || Lexicon.covering.match(codes, endingAt: left.upperBound, from: left.lowerBound) != nil
      findings[index].role = .share
      if left.isEmpty, !name.isEmpty, codes[right.lowerBound] == char("的") {
        // 88%的农户迁入新居: what became of the share is told after it.
        findings[index].subject = Subject(
          head: name, measure: words(predicate) + [Code]("比例"))
        findings[index].rule += "+clause.share-of-noun"
        return
      }
      head = isCovering ? topic : head
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
  func isWithin(_ left: Range<Int>) -> Bool {
    guard let first = left.first else { return false }
    return codes[first] == char("在") || rankVerb(left) != nil
  }

  /// Whether only 的 stands between the quantity before and this count: 总投资2550亿元的360个项目.
  func isAttributed(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let start = findings[index].mention.leadingStart
    return findings[index - 1].mention.range.upperBound == start - 1
      && codes[start - 1] == char("的")
  }

  /// Whether a count goes on a list of counts: 、5个….
  func isListed(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let start = findings[index].mention.leadingStart
    return start > statement.lowerBound && Self.listLinks.contains(codes[start - 1])
  }

  static let listLinks = CodeSet("、和与及")

  /// The noun counted where a measure of it stands between: 形成10家年销售收入超50亿元的企业集团.
  private func laterNoun(_ index: Int, _ noun: Range<Int>) -> Range<Int>? {
    guard noun.count > 1,
      Lexicon.measureNouns.match(codes, endingAt: noun.upperBound, from: noun.lowerBound) != nil
    else { return nil }
    var next = index + 1
    while next < findings.count {
      let between =
        findings[next - 1].mention.range.upperBound..<findings[next].mention.leadingStart
      if between.contains(where: { Self.pauses.contains(codes[$0]) }) { return nil }
      if startsNoun(findings[next].right), isSizeOfNoun(next) {
        return sizedNoun(findings[next].right)
      }
      next += 1
    }
    return nil
  }

  /// Whether a noun says too little by itself: 重大工程, 重点领域.
  private func isGeneric(_ name: [Code]) -> Bool {
    guard let end = Lexicon.plainNouns.match(name, endingAt: name.count, from: 0) else {
      return false
    }
    let rest = 0..<end.range.lowerBound
    return rest.isEmpty
      || Lexicon.plainAttributes.match(name, at: 0, limit: rest.upperBound)?.range == rest
  }

  /// What the clause straight before is about, where no quantity stands in it.
  private func clauseNoun(_ index: Int) -> [Code] {
    let start = findings[index].left.lowerBound
    guard start - 1 > statement.lowerBound, codes[start - 1] == char("，") else { return [] }
    if index > 0, findings[index - 1].mention.range.upperBound > start - 1 { return [] }
    var clause = trimOpeners(previousClause(before: start - 1))
    if index > 0, findings[index - 1].mention.range.upperBound > clause.lowerBound { return [] }
    while let verb = Lexicon.leadVerbs.match(codes, at: clause.lowerBound, limit: clause.upperBound)
    {
      clause = verb.range.upperBound..<clause.upperBound
    }
    return (2...14).contains(clause.count) ? words(clause) : []
  }

  /// Whether so many 项 or 个 announce a list, rather than count what was done.
  func isListing(_ index: Int, _ noun: Range<Int>) -> Bool {
    guard let count = findings[index].mention.value?.intValue, count < 300 else { return false }
    let unit = findings[index].mention.unit.name
    return unit == "项" || unit == "条" || unit == "件"
      || unit == "个" && codes.first("方面", in: noun) != nil
  }

  /// Parts the words after a number into the noun and what became of it.
  func splitNoun(_ range: Range<Int>) -> (noun: Range<Int>, predicate: Range<Int>) {
    var start = range.lowerBound
    if start < range.upperBound, codes[start] == char("的") { start += 1 }
    var index = min(start + 1, range.upperBound)
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

  func isInQuotes(_ index: Int, from start: Int) -> Bool {
    for place in stride(from: index - 1, through: start, by: -1) {
      if Traps.closingQuotes.contains(codes[place]) { return false }
      if Traps.openingQuotes.contains(codes[place]) { return true }
    }
    return false
  }
}
