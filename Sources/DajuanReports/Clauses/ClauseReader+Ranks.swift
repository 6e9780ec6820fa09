internal import DajuanLedger

extension ClauseReader {
  mutating func readRank(_ index: Int) {
    findings[index].role = .rank
    let left = trimOpeners(findings[index].left)
    findings[index].rule += "+clause.rank"
    // 位居全省第二 is a place among 全省.
    guard let verb = rankVerb(left) else {
      if index > 0, findings[index - 1].role == .rank, follows(index) {
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
    let name = trimTail(left.lowerBound..<verb.range.lowerBound)
    let scope = words(verb.range.upperBound..<left.upperBound)
    let isNamed = codes.has("排名", at: verb.range.lowerBound, limit: left.upperBound)
    let place = scope + [Code](isNamed ? "排名" : "位次")
    let isShared = index > 0 && findings[index - 1].right == findings[index].left
    if isShared {
      findings[index].subject = Subject(head: topicOrClause(index), measure: words(name) + place)
    } else if let first = name.first, codes[first] == char("在") {
      // 在全省排名第一: the order, with what is ranked in the clause before.
      findings[index].subject = Subject(
        head: topicOrClause(index), measure: words(first + 1..<name.upperBound) + place)
    } else if name.isEmpty || isElided(name) {
      findings[index].subject = Subject(head: topicOrClause(index), measure: words(name) + place)
    } else {
      findings[index].subject = Subject(head: words(name), measure: place)
      topic = words(name)
      topics = [topic]
    }
  }

  /// Whether the words before a number follow a comma of a list.
  private func follows(_ index: Int) -> Bool {
    let start = findings[index].left.lowerBound
    return start > statement.lowerBound && Self.listLinks.contains(codes[start - 1])
  }

  func rankVerb(_ left: Range<Int>) -> WordTable<Void>.Match? {
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
}
