internal import DajuanLedger

/// Goes through the blocks of a report, statement by statement.
struct ReportBuilder: ~Copyable {
  let manuscript: Manuscript
  private let words: StatementWords.Source
  let head: ReportHead
  let calendar: Calendar

  init(manuscript: Manuscript, options: ReportReader.Options) {
    self.manuscript = manuscript
    words = StatementWords.Source(
      scalars: manuscript.scalars, origin: manuscript.origin, replaced: manuscript.replaced)
    head = ReportHead(manuscript, options: options)
    let isDated = head.date?.year == head.year
    calendar = Calendar(year: head.year, month: isDated ? head.date?.month : nil)
  }

  func report() -> Report {
    var statements: [Statement] = []
    var facts: [Fact] = []
    // About as many as reports have; more grow as they come.
    statements.reserveCapacity(manuscript.codes.count / 32)
    facts.reserveCapacity(manuscript.codes.count / 64)
    var tracker = SectionTracker(calendar: calendar)
    let builder = FactBuilder(manuscript: manuscript, calendar: calendar)
    let turn = turnWithoutHeadings()
    for (index, block) in manuscript.blocks.enumerated() {
      tracker.enter(manuscript.codes, block, body: body(of: index))
      if index == turn { tracker.turn() }
      var topic: [Code] = []
      for range in sentences(of: block) {
        let scan = StatementScan(manuscript.codes, range)
        if block.kind == .paragraph {
          tracker.open(manuscript.codes, range, in: block, times: scan.times)
        }
        topic = builder.read(
          scan, statement: statements.count, tracker: tracker, topic: topic, into: &facts)
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

  /// The text a heading stands over: up to the next heading of its rank or a higher one.
  private func body(of index: Int) -> Range<Int> {
    let blocks = manuscript.blocks
    guard case .heading(let level) = blocks[index].kind else { return blocks[index].range }
    var end = index + 1
    while end < blocks.count {
      if case .heading(let next) = blocks[end].kind, next <= level { break }
      end += 1
    }
    return blocks[index].range.upperBound..<blocks[end - 1].range.upperBound
  }

  /// The block at which a text that has paragraphs only turns from what was done to what is to be
  /// done, or nothing where headings tell.
  private func turnWithoutHeadings() -> Int? {
    let blocks = manuscript.blocks
    let headings = blocks.count { if case .heading = $0.kind { true } else { false } }
    guard blocks.count >= 3, headings * 8 <= blocks.count else { return nil }
    let reader = HeadingReader(codes: manuscript.codes, calendar: calendar)
    for block in blocks {
      guard case .heading = block.kind,
        !Lexicon.occasions.occurs(manuscript.codes, in: block.range)
      else { continue }
      if !reader.parts(block.range).isEmpty { return nil }
    }
    let turn = Leaning.turn(blocks.map { Leaning.score(manuscript.codes, $0.range) })
    return turn > 0 && turn < blocks.count ? turn : nil
  }

  private func statement(_ range: Range<Int>, _ block: Block, _ tracker: SectionTracker)
    -> Statement
  {
    let source = manuscript.source(range)
    return Statement(
      words: StatementWords(source: words, range: range),
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
    let codes = manuscript.codes
    let (stops, tails) = (Self.stops, Self.tails)
    var sentences: [Range<Int>] = []
    var start = block.range.lowerBound
    while start < block.range.upperBound {
      var end = stops.first(codes, from: start, limit: block.range.upperBound)
      while end < block.range.upperBound, tails.contains(codes[end]) { end += 1 }
      sentences.append(start..<end)
      start = end
    }
    return sentences
  }

  private static let stops = CodeSet("。！？")
  private static let tails = CodeSet("。！？”’）」』")
}
