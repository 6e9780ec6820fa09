internal import DajuanLedger

/// Follows a report from block to block: which heading it is under, whether it looks back or
/// forward there, and over which period.
///
/// Several signals, the surer first. A chapter's heading (一、) that says 回顾 or 安排, or names a
/// year, fixes the nature of all below it; one that names several periods (`“十二五”成就及“十三五”
/// 目标`) leaves it to the paragraphs which of them they open with. A chapter without a cue, or a
/// text without chapters, goes by the way its words lean (``Leaning``). On a newspaper page, whose
/// columns are out of order, a heading's own form tells: an imperative one (抓好…) plans, a
/// resultative one (…持续提升) reviews. Openings such as 五年来 or 今年以来 change the period: of
/// the paragraphs that follow where they open one, of the rest of theirs where they open a sentence.
struct SectionTracker {
  let calendar: Calendar
  private(set) var section: String?
  private(set) var nature: Nature = .actual
  private(set) var period: Period?
  /// Whether what is told is a list of benefits for the people (民生实事).
  var isLivelihood: Bool { isUnderLivelihood || isLivelihoodBlock }
  /// Whether the text explains words of the report, and tells nothing itself (名词解释).
  private(set) var isGlossary = false
  private var isUnderLivelihood = false
  private var isLivelihoodBlock = false
  private var hasChapter = false
  /// What paragraphs start from: set by headings, and by the openings that go on.
  private var base: Stand
  /// What the chapter started with.
  private var chapter: Stand
  private var parts: [HeadingPart] = []
  /// Whether a paragraph's opening has said since the chapter began what the period is.
  private var isSaid = false
  /// Whether a section looks another way than its chapter.
  private var isOverridden = false
  private var isPastReview = false

  private struct Stand {
    var nature: Nature
    var period: Period?
  }

  init(calendar: Calendar) {
    self.calendar = calendar
    period = calendar.reviewed
    base = Stand(nature: .actual, period: calendar.reviewed)
    chapter = base
  }

  // MARK: Headings

  /// Notes a block; `body` is the text its heading stands over, up to the next of its rank.
  mutating func enter(_ codes: [Code], _ block: Block, body: @autoclosure () -> Range<Int>) {
    guard case .heading(let level) = block.kind else {
      (nature, period) = (base.nature, base.period)
      if block.numbering == 1 { enterRunIn(codes, block) }
      return
    }
    let range = block.range
    section = codes.text(range)
    isUnderLivelihood = Lexicon.livelihoodHeadings.occurs(codes, in: range)
    isLivelihoodBlock = false
    if Lexicon.glossaries.occurs(codes, in: range) { isGlossary = true }
    if !hasChapter, Lexicon.occasions.occurs(codes, in: range) { return }
    let parts = HeadingReader(codes: codes, calendar: calendar).parts(range)
    let isAnnounced = parts.contains { $0.hasCue && $0.period != nil }
    if isAnnounced { isGlossary = false }
    if level <= 1 || isAnnounced && block.numbering == nil {
      // A title stands over everything, and says nothing of it.
      if level == 0, parts.isEmpty { return }
      enterChapter(codes, range, parts, isNumbered: block.numbering == 1, body)
    } else if !hasChapter {
      enterLoose(codes, range)
    } else {
      enterSection(codes, range, parts)
    }
    if parts.isEmpty || parts[0].period == nil, Lexicon.termWords.occurs(codes, in: range) {
      period = nature == .actual ? calendar.pastFive : calendar.nextFive
    }
    base = Stand(nature: nature, period: period)
    if level <= 1 { (chapter, isOverridden) = (base, false) }
    if level <= 1 { isSaid = false } else if !isSaid { choosePart(codes, body()) }
  }

  /// Where a chapter's heading announces both a year and a stretch of years, tells from a section's
  /// words which of the two it reviews.
  private mutating func choosePart(_ codes: [Code], _ range: Range<Int>) {
    guard nature == .actual, parts.count > 1, !isOverridden,
      let stretch = parts.first(where: { $0.nature == .actual && isStretch($0.period) })?.period,
      let year = parts.first(where: { $0.nature == .actual && !isStretch($0.period) })?.period
    else { return }
    // A summing-up of the chapter after its last section is none of the section's.
    let end = Lexicon.summings.first(codes, in: range)?.range.lowerBound ?? range.upperBound
    let sum = Leaning.stretch(codes, range.lowerBound..<end)
    if sum >= 3 { period = stretch }
    if sum <= -3 { period = year }
    base.period = period
  }

  private mutating func enterChapter(
    _ codes: [Code],
    _ range: Range<Int>,
    _ parts: [HeadingPart],
    isNumbered: Bool,
    _ body: () -> Range<Int>
  ) {
    guard
      isNumbered || !parts.isEmpty
        || range.count > 1 && Leaning.nature(codes, body(), atLeast: 8) != nil
    else {
      // What follows the years of a plan without naming any is the coming year's work.
      if nature == .target, isSaid, isStretch(base.period) { period = calendar.planned }
      return
    }
    self.parts = parts
    // 2035年远景目标及“十四五”主要任务: the plan's years are what the chapter is about.
    let horizon = (calendar.year ?? .max / 2) + 9
    let first =
      parts.first { $0.period.map { Int($0.last / 12) <= horizon } ?? true } ?? parts.first
    if let first {
      nature = first.nature
    } else if let leaning = Leaning.nature(codes, body(), atLeast: 8) {
      nature = leaning
    } else {
      // The first chapter reviews; whatever comes after it without saying so plans.
      nature = hasChapter || isPastReview ? .target : nature
      if !hasChapter,
        Lexicon.imperatives.match(codes, at: range.lowerBound, limit: range.upperBound) != nil
      {
        nature = .target
      }
    }
    hasChapter = true
    isPastReview = nature == .target
    period = first?.period ?? usual(nature)
  }

  /// A chapter whose heading runs into its first paragraph: `一、2019年工作回顾。2019年，…`.
  private mutating func enterRunIn(_ codes: [Code], _ block: Block) {
    guard let stop = block.range.first(where: { Self.runInStops.contains(codes[$0]) }),
      stop - block.range.lowerBound <= 36
    else { return }
    let range = block.range.lowerBound..<stop
    let parts = HeadingReader(codes: codes, calendar: calendar).parts(range)
    guard parts.contains(where: { $0.hasCue && $0.period != nil }) else { return }
    section = codes.text(range)
    enterChapter(codes, range, parts, isNumbered: true) { block.range }
    base = Stand(nature: nature, period: period)
    (chapter, isOverridden) = (base, false)
  }

  /// A section inside a chapter, which may look another way: 成就 inside a plan.
  private mutating func enterSection(
    _ codes: [Code], _ range: Range<Int>, _ parts: [HeadingPart]
  ) {
    if isOverridden {
      (nature, period, isOverridden) = (chapter.nature, chapter.period, false)
    } else {
      (nature, period) = (base.nature, base.period)
    }
    let looksBack =
      Lexicon.strongReview.occurs(codes, in: range)
      || Lexicon.achievements.occurs(codes, in: range)
    if let first = parts.first, first.period != nil, first.hasCue {
      isOverridden = first.nature != chapter.nature || first.period != chapter.period
      (nature, period) = (first.nature, first.period)
    } else if looksBack, nature == .target {
      (nature, period, isOverridden) = (.actual, calendar.reviewed, true)
    }
  }

  /// A heading where no chapter has fixed the nature.
  private mutating func enterLoose(_ codes: [Code], _ range: Range<Int>) {
    let year = ReportHead.year(codes, range)
    if let year, let delivered = calendar.year {
      set(year < delivered ? .actual : .target)
    } else if Lexicon.strongReview.occurs(codes, in: range) {
      set(.actual)
    } else if Lexicon.resultatives.last(codes, in: range)?.range.upperBound == range.upperBound {
      set(.actual)
    } else if Lexicon.imperatives.match(codes, at: range.lowerBound, limit: range.upperBound) != nil
    {
      set(.target)
    } else if Lexicon.resultatives.occurs(codes, in: range) {
      set(.actual)
    }
  }

  private mutating func set(_ nature: Nature) {
    self.nature = nature
    period = usual(nature)
  }

  private func usual(_ nature: Nature) -> Period? {
    nature == .actual ? calendar.reviewed : calendar.planned
  }

  /// Turns to the plan where a text without headings does so by its words alone.
  mutating func turn() {
    set(.target)
    base = Stand(nature: nature, period: period)
  }

  // MARK: Paragraphs

  /// Reads the opening of a paragraph or a sentence, of which `times` are the times named:
  /// 五年来，…; 今年…主要预期目标是….
  mutating func open(
    _ codes: [Code], _ range: Range<Int>, in block: Block, times: [TimeMention]
  ) {
    let start = Self.afterGreeting(codes, range)
    let isBlockStart = range.lowerBound - block.range.lowerBound <= 8
    if times.isEmpty, !isBlockStart, nature == .target { return }
    let head = Self.opening(codes, range)
    if isBlockStart { isLivelihoodBlock = Lexicon.livelihoodHeadings.occurs(codes, in: head) }
    for time in times where time.range.lowerBound < head.upperBound {
      if time.isReference || time.isHorizon { continue }
      // 由2016年的…增加到…: where a thing came from opens nothing.
      if time.range.lowerBound > range.lowerBound,
        Self.origins.contains(codes[time.range.lowerBound - 1])
      {
        continue
      }
      let isFirst = time.range.lowerBound - start <= 6
      if isBlockStart {
        let before = time.range.lowerBound > start ? codes[time.range.lowerBound - 1] : 0
        if isFirst, !before.isHan, openPart(time) { continue }
        openBlock(time, codes, block, isFirst: isFirst)
      } else if isFirst {
        openSentence(time, codes, isLast: range.upperBound == block.range.upperBound)
      }
    }
    if nature != .target, !hasChapter || hasPlan, Lexicon.goalWords.occurs(codes, in: head),
      Leaning.score(codes, range.lowerBound..<min(block.range.upperBound, range.upperBound + 300))
        <= 0
    {
      if let plan = parts.first(where: { $0.nature == .target }) {
        keep(plan.nature, plan.period ?? calendar.planned)
      } else {
        keep(.target, calendar.planned)
      }
    }
  }

  /// Whether the chapter's heading names one year and no other time: a paragraph about a stretch of
  /// years is then an aside.
  private var isOfOneYear: Bool {
    parts.count == 1 && parts[0].period != nil && !isStretch(parts[0].period)
  }

  /// Whether the chapter's heading also announces a plan.
  private var hasPlan: Bool { parts.contains { $0.nature == .target } }

  private mutating func keep(_ nature: Nature, _ period: Period?) {
    (self.nature, self.period) = (nature, period)
    isSaid = true
    base = Stand(nature: nature, period: period)
  }

  /// A paragraph that opens with one of the periods its chapter's heading names.
  private mutating func openPart(_ time: TimeMention) -> Bool {
    guard parts.count > 1, let said = calendar.period(of: time, current: period),
      let part = parts.first(where: { $0.period == said })
    else { return false }
    keep(part.nature, said)
    return true
  }

  private mutating func openBlock(
    _ time: TimeMention, _ codes: [Code], _ block: Block, isFirst: Bool
  ) {
    let said = calendar.period(of: time, current: period)
    switch time.value {
    case .word(.pastYear), .word(.pastFive), .word(.thisYearSoFar):
      if nature == .actual || !hasChapter {
        keep(.actual, said)
      } else if isFirst {
        lookBack(codes, block, said)
      }
    case .lastYears(let count) where isFirst:
      if nature == .target, hasChapter {
        lookBack(codes, block, said)
      } else if count == 5 || count == 1 || isStretch(chapter.period) {
        keep(.actual, said)
      } else {
        (nature, period) = (.actual, said)
      }
    case .word(.lastYear) where isFirst:
      if !hasChapter {
        keep(.actual, calendar.reviewed)
      } else if nature == .target {
        lookBack(codes, block, said)
      }
    case .word(.nextFive), .nextYears:
      guard nature == .target || !hasChapter || hasPlan else { return }
      if isOfOneYear { (nature, period) = (.target, said) } else { keep(.target, said) }
    case .year(let year) where isFirst: openYear(year, time, codes, block)
    case .word(.wholeYear) where isFirst && nature == .target && isStretch(base.period):
      // Goals of the year after those of a stretch that a paragraph opened with.
      let year = parts.first { $0.nature == .target && $0.period != nil && !isStretch($0.period) }
      if let year = year?.period ?? (isStretch(chapter.period) ? nil : chapter.period) {
        keep(.target, year)
      }
    case .plan where isFirst:
      guard let said else { return }
      let isPast = calendar.year.map { said.last / 12 < Int32($0) } ?? true
      if time.isSince {
        // What a plan has brought so far, told for the length of a paragraph.
        if isStretch(chapter.period), nature == .actual { keep(.actual, said); return }
        (nature, period) = (.actual, said)
      } else if !isPast, nature == .target, isOfOneYear {
        period = said
      } else if isPast == (nature == .actual) {
        keep(nature, said)
      } else if isPast {
        lookBack(codes, block, said)
      } else if let past = calendar.past(of: said), nature == .actual,
        Leaning.nature(codes, block.range) == .actual
      {
        // A review that speaks of a plan not yet over tells what it has brought so far.
        period = past
      } else if Leaning.nature(codes, block.range) != .actual {
        keep(.target, said)
      }
    case .word(.thisYear) where isFirst:
      if nature == .target {
        keep(.target, calendar.planned)
      } else if !calendar.isMidYear, Leaning.nature(codes, block.range) == .target {
        keep(.target, calendar.planned)
      }
    default: break
    }
  }

  /// A paragraph of a plan that tells, by its opening and its words, of what was before.
  private mutating func lookBack(_ codes: [Code], _ block: Block, _ said: Period?) {
    guard Leaning.nature(codes, block.range) == .actual else { return }
    (nature, period) = (.actual, said)
  }

  private mutating func openYear(
    _ year: Int, _ time: TimeMention, _ codes: [Code], _ block: Block
  ) {
    guard let delivered = calendar.year else { return }
    if time.isSince {
      guard nature == .actual else { return }
      let said = calendar.period(of: time, current: period)
      if isStretch(chapter.period) { keep(.actual, said) } else { period = said }
    } else if year == delivered {
      if nature == .target || !hasChapter || Leaning.nature(codes, block.range) == .target {
        keep(.target, calendar.planned)
      }
    } else if year < delivered {
      if nature == .actual || !hasChapter {
        keep(.actual, Period(year: year))
      } else {
        lookBack(codes, block, Period(year: year))
      }
    }
  }

  /// A sentence inside a paragraph that goes over to another stretch, for the rest of it.
  private mutating func openSentence(_ time: TimeMention, _ codes: [Code], isLast: Bool) {
    guard nature == .actual || !hasChapter else { return }
    switch time.value {
    case .word(.pastYear), .word(.pastFive), .word(.thisYearSoFar), .lastYears:
      let end = time.range.upperBound
      // 五年来， opens; 近三年引进… does not.
      let isOpening = end < codes.count && Self.afterOpening.contains(codes[end])
      guard isOpening else { return }
      let said = calendar.period(of: time, current: period)
      // It goes on over the paragraphs that follow where the chapter is about a stretch of years,
      // or where it announces them: 一年来，我们主要做了以下工作：
      if case .lastYears(let count) = time.value, count != 5, count != 1 {
        (nature, period) = (.actual, said)
      } else if isStretch(chapter.period) || parts.count > 1 || isLast {
        keep(.actual, said)
      } else {
        (nature, period) = (.actual, said)
      }
    case .word(.nextFive), .nextYears:
      guard !hasChapter || hasPlan else { return }
      keep(.target, calendar.period(of: time, current: period))
    default: break
    }
  }

  private static let origins = CodeSet("由从")

  private func isStretch(_ period: Period?) -> Bool {
    guard let period, let first = period.first else { return false }
    return first / 12 < period.last / 12
  }

  /// The first clauses of a sentence, up to the second comma.
  private static func opening(_ codes: [Code], _ range: Range<Int>) -> Range<Int> {
    var commas = 0
    for index in range {
      if codes[index] == char("，") || codes[index] == char("：") { commas += 1 }
      if commas == 2 || index - range.lowerBound >= 40 { return range.lowerBound..<index }
    }
    return range
  }

  /// Where a sentence begins after 各位代表， and its like.
  private static func afterGreeting(_ codes: [Code], _ range: Range<Int>) -> Int {
    let limit = min(range.upperBound, range.lowerBound + 7)
    let comma = (range.lowerBound..<limit).first { codes[$0] == char("，") }
    guard let comma, codes.first("代表", in: range.lowerBound..<comma) != nil else {
      return range.lowerBound
    }
    return comma + 1
  }

  private static let runInStops = CodeSet("。： ")
  private static let afterOpening = CodeSet("来，以里间中")
}
