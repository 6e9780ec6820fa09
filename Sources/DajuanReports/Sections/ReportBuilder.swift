internal import DajuanLedger

/// Goes through the blocks of a report, statement by statement.
struct ReportBuilder {
  let manuscript: Manuscript
  let head: ReportHead
  let calendar: Calendar

  init(manuscript: Manuscript, options: ReportReader.Options) {
    self.manuscript = manuscript
    head = ReportHead(manuscript, options: options)
    let isDated = head.date?.year == head.year
    calendar = Calendar(year: head.year, month: isDated ? head.date?.month : nil)
  }

  func report() -> Report {
    var statements: [Statement] = []
    var facts: [Fact] = []
    var tracker = SectionTracker(calendar: calendar)
    let builder = FactBuilder(manuscript: manuscript, calendar: calendar)
    for block in manuscript.blocks {
      tracker.enter(manuscript.codes, block)
      var topic: [Code] = []
      for range in sentences(of: block) {
        if block.kind == .paragraph {
          tracker.open(
            manuscript.codes,
            range,
            isBlockStart: range.lowerBound == block.range.lowerBound
          )
        }
        let found = builder.facts(
          in: range,
          statement: statements.count,
          tracker: tracker,
          topic: topic
        )
        topic = found.topic
        facts += found.facts
        statements.append(statement(range, block, tracker))
      }
    }
    return Report(
      title: head.title,
      place: head.place,
      level: head.level,
      date: head.date,
      reviewed: calendar.reviewed,
      planned: calendar.planned,
      characters: manuscript.codes.count,
      statements: statements,
      facts: facts
    )
  }

  private func statement(_ range: Range<Int>, _ block: Block, _ tracker: SectionTracker)
    -> Statement
  {
    let source = manuscript.source(range)
    return Statement(
      text: manuscript.surface(range),
      range: source,
      lines: manuscript.lines(source),
      pageLines: block.pageLines,
      section: tracker.section,
      nature: tracker.nature,
      period: tracker.period
    )
  }

  /// The sentences of a block, each with its stop.
  private func sentences(of block: Block) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = block.range.lowerBound
    var index = start
    while index < block.range.upperBound {
      let code = manuscript.codes[index]
      index += 1
      guard Self.stops.contains(code) else { continue }
      while index < block.range.upperBound, Self.tails.contains(manuscript.codes[index]) {
        index += 1
      }
      sentences.append(start..<index)
      start = index
    }
    if start < block.range.upperBound { sentences.append(start..<block.range.upperBound) }
    return sentences
  }

  private static let stops = CodeSet("。！？")
  private static let tails = CodeSet("。！？”’）」』")
}
