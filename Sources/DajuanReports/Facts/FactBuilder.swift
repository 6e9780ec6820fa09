internal import DajuanLedger

/// Makes the facts of one statement.
struct FactBuilder {
  let manuscript: Manuscript
  let calendar: Calendar

  /// Reads a statement; answers its facts, and what the next one may go on about.
  func facts(
    in range: Range<Int>, statement: Int, tracker: SectionTracker, topic: [Code]
  ) -> (facts: [Fact], topic: [Code]) {
    let scan = StatementScan(manuscript.codes, range)
    if scan.mentions.isEmpty { return ([], topic) }
    var reader = ClauseReader(
      codes: manuscript.codes, statement: range, mentions: scan.mentions, topic: topic)
    let next = reader.read()
    var findings = reader.findings
    markOrigins(&findings)
    let timing = Timing(
      calendar: calendar, nature: tracker.nature, period: tracker.period, codes: manuscript.codes,
      scan: scan, findings: findings)
    markCumulative(&findings)
    var facts: [Fact] = []
    facts.reserveCapacity(findings.count)
    for index in findings.indices {
      facts.append(
        fact(findings[index], timing.answer(for: index), statement, tracker.isLivelihood))
    }
    return (facts, next)
  }

  /// 由25元提高到30元: the first figure is the state before.
  private func markOrigins(_ findings: inout [Finding]) {
    let codes = manuscript.codes
    for index in findings.indices.dropLast() {
      let left = findings[index].left
      guard let word = Lexicon.origins.last(codes, in: left), left.upperBound - word.range.upperBound <= 16,
        Lexicon.tails.first(codes, in: findings[index + 1].left, where: { $0 == .reach }) != nil,
        !codes[findings[index].mention.range.upperBound..<findings[index + 1].mention.leadingStart]
          .contains(where: { $0 == char("，") || $0 == char("；") })
      else { continue }
      findings[index].isOrigin = true
      findings[index + 1].isState = true
      findings[index + 1].isFall = false
      let name = left.lowerBound..<word.range.lowerBound
      if !name.isEmpty {
        let reader = ClauseReader(codes: codes, statement: name, mentions: [], topic: [])
        let head = reader.words(reader.trimOpeners(name))
        if !head.isEmpty {
          findings[index].subject = Subject(head: head)
          findings[index + 1].subject = Subject(head: head)
        }
      }
      let isPercent = findings[index].mention.unit.family == .percent
      for place in index...index + 1 {
        findings[place].role = isPercent ? .share : .level
        findings[place].rule = findings[place].mention.rule + "+clause.from-to"
      }
    }
  }

  /// 新改造87个、累计完工332个: a total set against what the period brought.
  private func markCumulative(_ findings: inout [Finding]) {
    let codes = manuscript.codes
    let word = [Code]("累计")
    for index in findings.indices.dropFirst() {
      let left = findings[index].left
      guard codes.has(word, at: left.lowerBound, limit: left.upperBound),
        findings[index].mention.unit.name == findings[index - 1].mention.unit.name,
        codes.first([Code]("新"), in: findings[index - 1].left) != nil
      else { continue }
      findings[index].isCumulative = true
    }
  }

  private func fact(
    _ finding: Finding, _ timing: Timing.Answer, _ statement: Int, _ inLivelihood: Bool
  ) -> Fact {
    let mention = finding.mention
    let range = manuscript.source(mention.range)
    let number = SignedNumber(finding)
    var period = timing.period
    if finding.isCumulative, timing.nature == .actual, let year = period?.year {
      period = Period(throughYear: year)
    }
    if mention.unit.family == .year, finding.role == .duration, timing.nature == .actual,
      let year = period?.year, let count = mention.value?.intValue, (1...60).contains(count),
      Lexicon.durationWords.occurs(manuscript.codes, in: max(0, mention.leadingStart - 2)..<mention.leadingStart)
    {
      period = Period(years: year - count + 1, through: year)
    }
    return Fact(
      surface: manuscript.surface(mention.range),
      leading: manuscript.codes.text(mention.leadingStart..<max(mention.leadingStart, mention.range.lowerBound)),
      range: range, lines: manuscript.lines(range), statement: statement,
      subject: finding.subject.text,
      measure: String(decoding: finding.subject.measure, as: UTF16.self), role: finding.role,
      value: number.value, unit: mention.unit.name, lower: number.lower, upper: number.upper,
      bound: number.bound, interval: number.interval, nature: timing.nature, force: timing.force,
      period: period, periodWords: timing.words,
      kind: KindClassifier.kind(of: finding, manuscript.codes, inLivelihood: inLivelihood),
      rule: finding.rule + "+" + timing.rule)
  }
}
