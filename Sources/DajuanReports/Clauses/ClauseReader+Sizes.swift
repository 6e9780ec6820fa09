internal import DajuanLedger

extension ClauseReader {
  // MARK: Sizes

  mutating func readSize(_ index: Int) {
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
    findings[index].subject = Subject(head: noun.isEmpty ? topic : words(noun), measure: name)
    findings[index].role = .threshold
    findings[index].rule += "+clause.size-of-noun"
    if isFirst, isAction(findings[index].left) { action = words(trimOpeners(findings[index].left)) }
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
