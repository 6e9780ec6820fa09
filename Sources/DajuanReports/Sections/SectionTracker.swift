internal import DajuanLedger

/// Follows a report from block to block: which heading it is under, whether it looks back or
/// forward there, and over which period.
///
/// A chapter (一、) that says 回顾 or 安排 fixes the nature of all below it. Where no chapter does,
/// as on a newspaper page whose columns are out of order, a heading's own form tells: an imperative
/// one (抓好…) plans, a resultative one (…持续提升) reviews. Openings such as 五年来 or 今年以来
/// change the period until the next one.
struct SectionTracker {
  let calendar: Calendar
  private(set) var section: String?
  private(set) var nature: Nature = .actual
  private(set) var period: Period?
  /// Whether what is told is a list of benefits for the people (民生实事).
  var isLivelihood: Bool { isUnderLivelihood || isLivelihoodBlock }
  private var isUnderLivelihood = false
  private var isLivelihoodBlock = false
  private var hasChapter = false
  private var chapterNature: Nature = .actual
  private var chapterPeriod: Period?
  /// Whether a section looks back inside a chapter that plans.
  private var isOverridden = false
  private var isPastReview = false
  /// Whether the chapter's heading names both what was achieved and what is to come.
  private var isMixed = false

  init(calendar: Calendar) {
    self.calendar = calendar
    period = calendar.reviewed
  }

  // MARK: Headings

  mutating func enter(_ codes: [Code], _ block: Block) {
    guard case .heading(let level) = block.kind else { return }
    section = codes.text(block.range)
    isUnderLivelihood = Lexicon.livelihoodHeadings.occurs(codes, in: block.range)
    isLivelihoodBlock = false
    if level <= 1 {
      enterChapter(codes, block.range, isNumbered: block.numbering == 1)
    } else if !hasChapter {
      enterLoose(codes, block.range)
    } else {
      if isOverridden { (nature, period, isOverridden) = (chapterNature, chapterPeriod, false) }
      if Lexicon.strongReview.occurs(codes, in: block.range)
        || Lexicon.achievements.occurs(codes, in: block.range)
      {
        nature = .actual
        period = calendar.reviewed
        isOverridden = true
      }
    }
    if let stretch = stretch(codes, block.range) { period = stretch }
    if level <= 1 { (chapterNature, chapterPeriod, isOverridden) = (nature, period, false) }
  }

  private mutating func enterChapter(_ codes: [Code], _ range: Range<Int>, isNumbered: Bool) {
    let looksBack = Lexicon.reviewCues.occurs(codes, in: range)
    let looksForward = Lexicon.planCues.occurs(codes, in: range)
    isMixed = looksBack && looksForward
    let year = ReportHead.year(codes, range)
    guard isNumbered || looksBack || looksForward || year != nil else { return }
    if Lexicon.strongReview.occurs(codes, in: range) {
      nature = .actual
    } else if looksForward {
      nature = .target
    } else if looksBack {
      nature = .actual
    } else if let year, let delivered = calendar.year {
      nature = year < delivered ? .actual : .target
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
    period = nature == .actual ? calendar.reviewed : calendar.planned
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
    period = nature == .actual ? calendar.reviewed : calendar.planned
  }

  /// The stretch of years a heading names: a term, a plan, or a year.
  private func stretch(_ codes: [Code], _ range: Range<Int>) -> Period? {
    var found: Period?
    for index in range {
      guard
        let time = TimeReader.time(
          codes,
          at: index,
          from: range.lowerBound,
          limit: range.upperBound
        )
      else { continue }
      switch time.value {
      case .day, .word(.wholeYear), .word(.yearOnAverage): continue
      case .months: continue
      default: break
      }
      // A year before a term (2015年工作回顾和“十二五”成就) is what the chapter opens with.
      if found == nil { found = calendar.period(of: time, current: period) }
    }
    if found == nil, Lexicon.termWords.occurs(codes, in: range) {
      found = nature == .actual ? calendar.pastFive : calendar.nextFive
    }
    return found
  }

  // MARK: Paragraphs

  /// Reads the opening of a paragraph or a sentence: 五年来，…; 今年…主要预期目标是….
  mutating func open(_ codes: [Code], _ range: Range<Int>, isBlockStart: Bool) {
    let head = Self.opening(codes, range)
    if isBlockStart { isLivelihoodBlock = Lexicon.livelihoodHeadings.occurs(codes, in: head) }
    var index = head.lowerBound
    while index < head.upperBound {
      guard
        let time = TimeReader.time(
          codes,
          at: index,
          from: range.lowerBound,
          limit: range.upperBound
        )
      else {
        index += 1
        continue
      }
      index = time.range.upperBound
      apply(time, codes, range, head, isBlockStart)
    }
    if Lexicon.goalWords.occurs(codes, in: head), !hasChapter || nature == .target {
      if nature != .target { set(.target) }
    }
  }

  private mutating func apply(
    _ time: TimeMention,
    _ codes: [Code],
    _ range: Range<Int>,
    _ head: Range<Int>,
    _ isBlockStart: Bool
  ) {
    if time.isReference || time.isHorizon { return }
    let isFirst = time.range.lowerBound - range.lowerBound <= 6
    switch time.value {
    case .word(.pastYear), .word(.pastFive), .lastYears, .word(.thisYearSoFar):
      guard isFirst || isBlockStart || time.value == .word(.thisYearSoFar),
        nature == .actual || !hasChapter
      else { return }
      if !hasChapter { nature = .actual }
      period = calendar.period(of: time, current: period)
    case .word(.lastYear) where isBlockStart && isFirst && !hasChapter:
      set(.actual)
    case .word(.nextFive), .nextYears:
      guard nature == .target || !hasChapter || isMixed else { return }
      nature = .target
      period = calendar.period(of: time, current: period)
    case .year(let year) where isBlockStart && isFirst:
      openYear(year, time)
    case .plan where isBlockStart && isFirst:
      guard let plan = calendar.period(of: time, current: period) else { return }
      let isPast = calendar.year.map { plan.last / 12 < Int32($0) } ?? true
      if isMixed, !isPast { nature = .target }
      if isPast == (nature == .actual) { period = plan }
    case .word(.thisYear) where nature == .target && isFirst:
      period = calendar.planned
    default: break
    }
  }

  private mutating func openYear(_ year: Int, _ time: TimeMention) {
    guard let delivered = calendar.year else { return }
    if time.isSince {
      if nature == .actual { period = calendar.period(of: time, current: period) }
    } else if year == delivered, nature == .target || !hasChapter {
      set(.target)
    } else if year < delivered, nature == .actual || !hasChapter {
      nature = .actual
      period = Period(year: year)
    }
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
}
