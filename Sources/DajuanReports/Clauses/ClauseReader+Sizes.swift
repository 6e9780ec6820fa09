internal import DajuanLedger

extension ClauseReader {
  // MARK: Sizes

  mutating func readSize(_ index: Int) {
    let noun = sizedNoun(findings[index].right)
    let (head, measure, _) = split(trimOpeners(findings[index].left))
    let own = sizeWords(measure.isEmpty ? head : measure)
    let isFirst =
      index == 0
      || findings[index - 1].mention.range.upperBound
        != findings[index].mention.leadingStart
    let name: [Code]
    if !own.isEmpty, isFirst, !isAction(findings[index].left) {
      name = own + [Code]("门槛")
    } else {
      name = earlierMeasure(index) ?? [Code](sizeName(findings[index].mention.unit) + "门槛")
    }
    findings[index].subject = Subject(head: noun.isEmpty ? topic : words(noun), measure: name)
    findings[index].role = .threshold
    findings[index].rule += "+clause.size-of-noun"
    if isFirst, isAction(findings[index].left) { action = words(trimOpeners(findings[index].left)) }
  }

  /// The measure an earlier size of the sentence names, where this one has no words of its own:
  /// 销售收入超100亿元的企业6家，超200亿元的3家.
  private func earlierMeasure(_ index: Int) -> [Code]? {
    guard trimOpeners(findings[index].left).isEmpty, index > 1 else { return nil }
    for earlier in findings[max(0, index - 2)..<index].reversed()
    where earlier.role == .threshold
      && earlier.mention.unit.name == findings[index].mention.unit.name
    {
      return earlier.subject.measure
    }
    return nil
  }

  /// The measure before a size where words name one: 年销售收入, 空置率.
  private func sizeWords(_ range: Range<Int>) -> [Code] {
    var range = range
    if let word = Lexicon.asWords.last(codes, in: range) {
      range = word.range.upperBound..<range.upperBound
    }
    while let verb = Lexicon.actions.match(codes, at: range.lowerBound, limit: range.upperBound)
      ?? Lexicon.leadVerbs.match(codes, at: range.lowerBound, limit: range.upperBound),
      Lexicon.actionDecoys.match(codes, at: range.lowerBound, limit: range.upperBound) == nil
    {
      range = verb.range.upperBound..<range.upperBound
    }
    if codes.has("一批", at: range.lowerBound, limit: range.upperBound) {
      range = range.lowerBound + 2..<range.upperBound
    }
    guard range.count > 1, range.count <= 12,
      Lexicon.measureNouns.match(codes, endingAt: range.upperBound, from: range.lowerBound) != nil
    else { return [] }
    return words(range)
  }

  /// The noun a size belongs to, past an attribute of its own: 20户以上具备条件的自然村.
  func sizedNoun(_ right: Range<Int>) -> Range<Int> {
    let (noun, rest) = splitNoun(right)
    guard rest.count >= 3, codes[rest.lowerBound] == char("的"), rest.lowerBound > noun.lowerBound
    else { return withoutVerb(noun) }
    let (inner, _) = splitNoun(rest)
    return withoutVerb(inner.count >= 2 ? inner : noun)
  }

  /// 县市有 66 个: the link to the next number is none of the noun.
  private func withoutVerb(_ noun: Range<Int>) -> Range<Int> {
    guard let link = Lexicon.tails.match(codes, endingAt: noun.upperBound, from: noun.lowerBound),
      link.sense != .each, link.range.lowerBound - noun.lowerBound >= 2,
      Lexicon.tailDecoys.match(codes, endingAt: noun.upperBound, from: noun.lowerBound) == nil
    else { return noun }
    return noun.lowerBound..<link.range.lowerBound
  }

  /// What a size is called where the text leaves it to the unit.
  private func sizeName(_ unit: UnitSense) -> String {
    switch unit.family {
    case .age: "年龄"
    case .voltage: "电压"
    case .power: "容量"
    case .people: unit.name == "户" ? "户数" : "人数"
    default: "规模"
    }
  }

  // MARK: Attributes and spans

  /// Whether a sum belongs to the things a count counts straight after it: 总投资…的360个项目.
  func isAttribute(_ index: Int) -> Bool {
    guard index + 1 < findings.count, findings[index].mention.unit.family == .money else {
      return false
    }
    let end = findings[index].mention.range.upperBound
    return codes[end] == char("的") && findings[index + 1].mention.leadingStart == end + 1
      && startsNoun(counted(index + 1))
  }

  mutating func readAttribute(_ index: Int) {
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
  mutating func readYears(_ index: Int) {
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
}
