internal import DajuanLedger

extension ClauseReader {
  /// Whether a quantity is the first of `由25元提高到30元`: where a thing came from.
  func isOrigin(_ index: Int) -> Bool {
    guard index + 1 < findings.count else { return false }
    let left = findings[index].left
    guard let word = Lexicon.origins.last(codes, in: left),
      left.upperBound - word.range.upperBound <= 16
    else { return false }
    let between =
      findings[index].mention.range.upperBound..<findings[index + 1].mention.leadingStart
    if between.contains(where: { Self.pauses.contains(codes[$0]) }) { return false }
    return Lexicon.tails.first(codes, in: findings[index + 1].left, where: { $0 == .reach }) != nil
  }

  /// Reads both ends of a move: one thing, at two times.
  mutating func readMove(_ index: Int) {
    let left = findings[index].left
    guard let word = Lexicon.origins.last(codes, in: left) else { return }
    let name = trimOpeners(left.lowerBound..<word.range.lowerBound)
    var head = name.isEmpty ? topicOrClause(index) : words(name)
    if !name.isEmpty, isElided(name) { head = topic + words(name) }
    // 从世界第三位: what stands between is what the rank is of.
    let scope = trimOpeners(word.range.upperBound..<left.upperBound)
    let isRank = findings[index].mention.shape == .rank
    for place in index...index + 1 {
      findings[place].subject = Subject(
        head: head,
        measure: isRank ? words(scope) + [Code]("位次") : []
      )
      findings[place].role = role(of: findings[place].mention, head)
      findings[place].rule += "+clause.from-to"
    }
    findings[index].isOrigin = true
    findings[index + 1].isState = true
    topic = head
    topics = [head]
  }

  private func role(of mention: Mention, _ head: [Code]) -> Role {
    switch mention.shape {
    case .rank: return .rank
    case .ratio: return .ratio
    case .plain, .fraction: break
    }
    guard mention.unit.family == .percent else { return .level }
    // 生产总值增长目标由9%调整为8%.
    let isRate =
      Lexicon.rateNouns.match(head, endingAt: head.count, from: 0) != nil
      && !Lexicon.naturalRates.occurs(head, in: head.indices)
    return isRate || Self.isAggregate(head) ? .growth : .share
  }
}
