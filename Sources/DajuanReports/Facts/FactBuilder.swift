internal import DajuanLedger

/// Makes the facts of one statement.
struct FactBuilder {
  let manuscript: Manuscript
  let calendar: Calendar

  /// Reads a statement and adds its facts; answers what the next one may go on about.
  func read(
    _ scan: StatementScan,
    statement: Int,
    tracker: SectionTracker,
    topic: [Code],
    into facts: inout [Fact]
  ) -> [Code] {
    if scan.mentions.isEmpty || tracker.isGlossary { return topic }
    var reader = ClauseReader(
      codes: manuscript.codes,
      statement: scan.range,
      mentions: scan.mentions,
      topic: topic
    )
    let next = reader.read()
    var findings = reader.findings
    let timing = Timing(
      calendar: calendar,
      nature: tracker.nature,
      period: tracker.period,
      codes: manuscript.codes,
      scan: scan,
      findings: findings
    )
    markCumulative(&findings)
    for index in findings.indices {
      facts.append(
        fact(
          findings[index], timing.answer(for: index), statement, tracker.isLivelihood,
          size: index > 0 ? size(findings[index - 1], of: findings[index]) : nil)
      )
    }
    return next
  }

  /// A threshold, where it is told of the things a count counts.
  private func size(_ size: Finding, of count: Finding) -> Finding? {
    size.role == .threshold && count.role == .level && size.subject.head == count.subject.head
      ? size : nil
  }

  /// 新改造87个、累计完工332个: a total set against what the period brought.
  private func markCumulative(_ findings: inout [Finding]) {
    let codes = manuscript.codes
    for index in findings.indices.dropFirst() {
      let left = findings[index].left
      guard codes.has("累计", at: left.lowerBound, limit: left.upperBound),
        findings[index].mention.unit.name == findings[index - 1].mention.unit.name,
        codes.first("新", in: findings[index - 1].left) != nil
      else { continue }
      findings[index].isCumulative = true
    }
  }

  private func fact(
    _ finding: Finding,
    _ timing: Timing.Answer,
    _ statement: Int,
    _ inLivelihood: Bool,
    size: Finding?
  ) -> Fact {
    let mention = finding.mention
    let range = manuscript.source(mention.range)
    let number = SignedNumber(finding)
    var period = timing.period
    if finding.isCumulative, timing.nature == .actual, let year = period?.year {
      period = Period(throughYear: year)
    }
    if mention.unit.family == .year, finding.role == .duration, timing.nature == .actual,
      finding.subject.measure.starts(with: "连续"), let year = period?.year,
      let count = mention.value?.intValue, (1...60).contains(count)
    {
      period = Period(years: year - count + 1, through: year)
    }
    return Fact(
      surface: manuscript.surface(mention.range),
      leading: manuscript.codes.text(
        mention.leadingStart..<max(mention.leadingStart, mention.range.lowerBound)
      ),
      range: range,
      lines: manuscript.lines(range),
      statement: statement,
      subject: finding.subject.text,
      measure: finding.subject.measure.text,
      role: finding.role,
      value: number.value,
      unit: mention.unit.name,
      lower: number.lower,
      upper: number.upper,
      bound: number.bound,
      interval: number.interval,
      nature: timing.nature,
      force: timing.force,
      period: period,
      periodWords: timing.words,
      kind: KindClassifier.kind(
        of: finding, manuscript.codes, inLivelihood: inLivelihood, size: size),
      rule: finding.rule.text(with: timing.rule.name)
    )
  }
}
