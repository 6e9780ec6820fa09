internal import DajuanLedger

extension ClauseReader {
  /// Deals a list of numbers out to a list of things: `城乡居民收入分别增长12%和13%`.
  ///
  /// Answers whether it did; a list of one thing's several measures (`8个、12979套`) is not dealt.
  mutating func deal(_ list: Range<Int>) -> Bool {
    let first = findings[list.lowerBound]
    let left = trimOpeners(first.left)
    var (head, measure, tail) = split(left)
    if let each = codes.first("分别", in: left), each < head.upperBound {
      (head, measure) = (left.lowerBound..<each, each + 2..<left.upperBound)
      tail.isEach = true
    } else if findings[list.lowerBound].mention.shape == .rank,
      let each = codes.first("分居", in: left) ?? codes.first("分列", in: left),
      each < head.upperBound
    {
      (head, measure) = (left.lowerBound..<each, each + 1..<left.upperBound)
      tail.isEach = true
    }
    let count = list.count
    var names: [[Code]]
    let isBare = head.isEmpty || isElided(left)
    if isBare {
      names = topics.count == count ? topics : lastHeads(count, before: list.lowerBound)
      if names.count != count || !tail.isEach && topics.count != count {
        names = Enumeration.items(topic, count: count)
      }
      guard names.count == count else { return false }
    } else {
      names = Enumeration.items(words(head), count: count)
      guard names.count == count else {
        guard tail.isEach else { return false }
        names = Array(repeating: words(head), count: count)
        return assign(names, list, measure, tail, left, isSplit: false)
      }
    }
    return assign(names, list, isBare ? left : measure, tail, left, isSplit: true)
  }

  private mutating func assign(
    _ names: [[Code]],
    _ list: Range<Int>,
    _ measure: Range<Int>,
    _ tail: Tail,
    _ left: Range<Int>,
    isSplit: Bool
  ) -> Bool {
    for (name, index) in zip(names, list) {
      if findings[index].mention.shape == .rank {
        findings[index].role = .rank
      }
      var own = words(measure)
      if tail.isReach || !tail.isMovement {
        own = words(
          measure.lowerBound..<max(measure.lowerBound, min(measure.upperBound, tail.start))
        )
      }
      if let each = first(of: [Code]("分别"), in: own) { own.removeSubrange(each..<each + 2) }
      if findings[index].mention.shape == .rank,
        let verb = Lexicon.rankVerbs.match(own, at: 0, limit: own.count)
      {
        own = own[verb.range.upperBound...] + [Code]("位次")
      }
      findings[index].subject = Subject(head: name, measure: own)
      apply(tail, to: findings[index])
      if isSplit { findings[index].context = words(left) }
      findings[index].rule += isSplit ? "+clause.dealt" : "+clause.shared-subject"
      finish(index, tail, left)
    }
    if isSplit { topics = names }
    if let last = names.last { topic = isSplit ? names[0] : last }
    return true
  }

  private func first(of word: [Code], in text: [Code]) -> Int? {
    text.first(word, in: text.indices)
  }

  mutating func finish(_ index: Int, _ tail: Tail, _ left: Range<Int>) {
    switch findings[index].mention.unit.family {
    case .percent:
      let head = findings[index].subject.head
      let isRate =
        tail.isRateOfChange(codes, left)
        || Lexicon.aggregates.match(head, endingAt: head.count, from: 0) != nil
          && findings[index].subject.measure.isEmpty
      let isNamed = Lexicon.rateNouns.match(head, endingAt: head.count, from: 0) != nil
      findings[index].role = tail.isMovement || isRate ? .growth : .share
      if !tail.isMovement, isFallNamed(left) { findings[index].isFall = true }
      if tail.isMovement || isRate && !isNamed, findings[index].subject.measure.isEmpty {
        findings[index].subject.measure = [Code]("增长")
      }
    case .points: findings[index].role = .change
    case .multiple, .doubling: findings[index].role = .multiple
    default: if tail.isMovement, findings[index].role == .level { findings[index].role = .change }
    }
  }

  /// The last several things that quantities of the statement were about.
  private func lastHeads(_ count: Int, before index: Int) -> [[Code]] {
    var heads: [[Code]] = []
    for finding in findings[max(0, index - 64)..<index].reversed()
    where !finding.subject.head.isEmpty {
      if heads.last != finding.subject.head { heads.append(finding.subject.head) }
      if heads.count == count { break }
    }
    return heads.reversed()
  }
}

/// Parts `城镇、农村居民人均可支配收入` into as many things as there are numbers.
enum Enumeration {
  static func items(_ text: [Code], count: Int) -> [[Code]] {
    if count == 2, let at = text.first("存、贷款", in: text.indices) {
      let (before, after) = (text[..<at], text[(at + 4)...])
      return [before + [Code]("存款") + after, before + [Code]("贷款") + after]
    }
    var parts = text.split(separator: char("、")).map(Array.init)
    // The last link first: 甲、乙和丙 before the 及 inside a name.
    for place in parts.indices.reversed() where parts.count < count {
      guard let (first, second) = halves(of: parts[place]) else { continue }
      parts.replaceSubrange(place...place, with: [first, second])
    }
    if parts.count == count, count > 1 { return completed(parts).map(withOrdinal) }
    if count == 3 { return industries(text) }
    return count == 2 ? paired(text) : []
  }

  /// 三次产业 stands for the first, the second and the third.
  private static func industries(_ text: [Code]) -> [[Code]] {
    guard let at = text.first("三次产业", in: text.indices) else { return [] }
    return [[Code]("第一"), [Code]("第二"), [Code]("第三")].map {
      text[..<at] + $0 + text[(at + 2)...]
    }
  }

  /// 一、二、三产业: the ordinal's 第 goes for all.
  private static func withOrdinal(_ name: [Code]) -> [Code] {
    guard name.count >= 3, ordinals.contains(name[0]), name.has("产业", at: 1, limit: name.count)
    else { return name }
    return [char("第")] + name
  }

  private static let ordinals = CodeSet("一二三")

  /// The two things 和, 与 or 及 joins.
  private static func halves(of text: [Code]) -> ([Code], [Code])? {
    for link in links {
      guard let at = text.first(link, in: text.indices), at > 0, at + link.count < text.count else {
        continue
      }
      // The 及 of 惠及 links nothing; 集中和分散 is no 中和.
      if link != [char("和")],
        Lexicon.linkDecoys.match(text, endingAt: at + link.count, from: 0) != nil
      {
        continue
      }
      return (Array(text[..<at]), Array(text[(at + link.count)...]))
    }
    return nil
  }

  /// 城乡居民 stands for 城镇居民 and 农村居民.
  private static func paired(_ text: [Code]) -> [[Code]] {
    for (word, pair) in pairs {
      guard let at = text.first(word, in: text.indices) else { continue }
      let (before, after) = (Array(text[..<at]), Array(text[(at + word.count)...]))
      return pair.map { before + $0 + after }
    }
    return []
  }

  /// Gives the earlier items the end they share with the last: 城镇、农村居民收入.
  private static func completed(_ parts: [[Code]]) -> [[Code]] {
    guard let last = parts.last, let first = parts.first, let end = first.last else { return parts }
    // 预算收入、支出: the later items lack what the first begins with.
    if let word = Lexicon.measureNouns.match(first, endingAt: first.count, from: 0),
      word.range.lowerBound >= 2,
      parts.dropFirst().allSatisfy({
        Lexicon.measureNouns.match($0, at: 0, limit: $0.count)?.range == $0.indices
      })
    {
      return [first] + parts.dropFirst().map { Array(first[..<word.range.lowerBound]) + $0 }
    }
    var tail: [Code] = []
    if first.count == 2, first[0] == char("第"), ordinals.contains(last[0]) {
      // 第一、二、三产业增加值.
      tail = Array(last[1...])
    } else if first.count >= 2, let at = lastPlace(of: Array(first.suffix(2)), in: last) {
      tail = Array(last[(at + 2)...])
    } else if !whole.contains(end), let at = lastPlace(of: [end], in: last), at + 1 < last.count {
      tail = Array(last[(at + 1)...])
    } else if !whole.contains(end), first.count <= 2, last.count >= first.count + 3 {
      tail = Array(last[first.count...])
    }
    // 城镇职工和城镇居民参保率: two names that begin alike are as long as each other.
    if tail.isEmpty, !whole.contains(end), first.count >= 3, last.count > first.count + 1,
      first.prefix(2) == last.prefix(2), first[0].isHan
    {
      tail = Array(last[first.count...])
    }
    // 东、中、西部学校: single characters have all of the rest in common.
    if tail.isEmpty, parts.dropFirst().dropLast().contains(where: { $0.count == 1 }) {
      tail = Array(last[1...])
    }
    // 甲、乙产量: the measure stands on the last alone.
    if tail.isEmpty, !whole.contains(end),
      Lexicon.measureNouns.match(first, endingAt: first.count, from: 0) == nil,
      let word = Lexicon.measureNouns.match(last, endingAt: last.count, from: 0),
      word.range.lowerBound >= 2, word.range.count >= 2
    {
      tail = Array(last[word.range])
    }
    return tail.isEmpty ? parts : parts.dropLast().map { $0 + tail } + [last]
  }

  private static func lastPlace(of word: [Code], in text: [Code]) -> Int? {
    for start in stride(from: text.count - word.count, through: 0, by: -1)
    where text.has(word, at: start, limit: text.count) {
      return start
    }
    return nil
  }

  private static let links: [[Code]] = [[Code]("和"), [Code]("与"), [Code]("及")]
  private static let pairs: [([Code], [[Code]])] = [
    ([Code]("城乡"), [[Code]("城镇"), [Code]("农村")]),
    ([Code]("进出口"), [[Code]("进口"), [Code]("出口")]),
    ([Code]("存贷款"), [[Code]("存款"), [Code]("贷款")]),
    ([Code]("水气"), [[Code]("水"), [Code]("气")]),
    ([Code]("国地税"), [[Code]("国税"), [Code]("地税")]),
  ]
  /// What the name of a whole measure ends in.
  private static let whole = CodeSet("额入值率数量重比资款出价费例度标贷人品")
}
