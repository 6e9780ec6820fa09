/// A passage of a report that facts rest on (出处).
public struct SourceRow: Hashable, Sendable {
  /// The index of its report among the ledger's reports.
  public var report: Int
  /// The heading it stands under.
  public var section: String
  /// The statement, with the layout's line breaks removed.
  public var statement: String
  /// Its lines in the report's text, counted from 1.
  public var lines: ClosedRange<Int>
  /// The lines of the page it was taken from, where the text says so.
  public var pageLines: ClosedRange<Int>?

  /// Makes a source.
  public init(
    report: Int, section: String, statement: String, lines: ClosedRange<Int>,
    pageLines: ClosedRange<Int>? = nil
  ) {
    self.report = report
    self.section = section
    self.statement = statement
    self.lines = lines
    self.pageLines = pageLines
  }
}

/// A row of `reports` 报告: one document.
public struct ReportRow: Hashable, Sendable {
  /// A short name, unique in the ledger.
  public var id: String
  public var title: String?
  public var place: String?
  public var level: Level?
  /// The day it was delivered, as a period of one month at the finest, and its day of the month.
  public var date: ReportDate?
  public var reviewed: Period?
  public var planned: Period?
  /// The number of characters that are not blank.
  public var characters: Int
  public var facts: Int

  /// Makes a row.
  public init(
    id: String, title: String? = nil, place: String? = nil, level: Level? = nil,
    date: ReportDate? = nil, reviewed: Period? = nil, planned: Period? = nil, characters: Int,
    facts: Int
  ) {
    self.id = id
    self.title = title
    self.place = place
    self.level = level
    self.date = date
    self.reviewed = reviewed
    self.planned = planned
    self.characters = characters
    self.facts = facts
  }
}

/// A calendar day, month or year, as exactly as a report gives it.
public struct ReportDate: Hashable, Sendable {
  public var year: Int
  public var month: Int?
  public var day: Int?

  /// Makes a date.
  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }
}

/// A row of `facts` 事实: one quantity as written.
public struct FactRow: Hashable, Sendable {
  /// The index of its report among the ledger's reports.
  public var report: Int
  public var place: String?
  public var section: String?
  public var kind: Kind
  public var subject: String
  public var measure: String?
  public var role: Role
  /// The number with its bound, in the unit as written with 万 and 亿 folded in.
  public var value: Quantity
  public var nature: Nature
  public var force: Force
  public var period: Period?
  /// The words of the report.
  public var text: String
  /// The index of its source among the ledger's sources.
  public var source: Int

  /// Makes a row.
  public init(
    report: Int, place: String?, section: String?, kind: Kind, subject: String, measure: String?,
    role: Role, value: Quantity, nature: Nature, force: Force, period: Period?, text: String,
    source: Int
  ) {
    self.report = report
    self.place = place
    self.section = section
    self.kind = kind
    self.subject = subject
    self.measure = measure
    self.role = role
    self.value = value
    self.nature = nature
    self.force = force
    self.period = period
    self.text = text
    self.source = source
  }
}

/// What the rows of projects, indicators and measures share.
public struct Standing: Hashable, Sendable {
  public var place: String?
  public var nature: Nature
  public var force: Force
  public var period: Period?
  /// The indices, among the ledger's sources, of what the row rests on, in order of the text.
  public var sources: [Int]

  /// Makes a standing.
  public init(place: String?, nature: Nature, force: Force, period: Period?, sources: [Int]) {
    self.place = place
    self.nature = nature
    self.force = force
    self.period = period
    self.sources = sources
  }
}

/// A row of `indicators` 指标: one statistic of a place in a period.
public struct IndicatorRow: Hashable, Sendable {
  /// The canonical name: 生产总值 and GDP are 地区生产总值.
  public var name: String
  public var level: Quantity?
  /// Per cent against the year before.
  public var growth: Quantity?
  /// An absolute change, or one in percentage points.
  public var change: Quantity?
  public var share: Quantity?
  public var rank: Quantity?
  public var standing: Standing

  /// Makes a row.
  public init(
    name: String, level: Quantity? = nil, growth: Quantity? = nil, change: Quantity? = nil,
    share: Quantity? = nil, rank: Quantity? = nil, standing: Standing
  ) {
    self.name = name
    self.level = level
    self.growth = growth
    self.change = change
    self.share = share
    self.rank = rank
    self.standing = standing
  }
}

/// A row of `projects` 项目: a project, or a batch counted as one.
public struct ProjectRow: Hashable, Sendable {
  public var name: String
  /// The part of the place it lies in (板块).
  public var area: String?
  public var count: Quantity?
  /// The size of the things counted.
  public var threshold: Quantity?
  public var started: Quantity?
  public var completed: Quantity?
  public var totalInvestment: Quantity?
  public var investment: Quantity?
  public var standing: Standing

  /// Makes a row.
  public init(
    name: String, area: String? = nil, count: Quantity? = nil, threshold: Quantity? = nil,
    started: Quantity? = nil, completed: Quantity? = nil, totalInvestment: Quantity? = nil,
    investment: Quantity? = nil, standing: Standing
  ) {
    self.name = name
    self.area = area
    self.count = count
    self.threshold = threshold
    self.started = started
    self.completed = completed
    self.totalInvestment = totalInvestment
    self.investment = investment
    self.standing = standing
  }
}

/// A row of `measures` 民生: something done or promised for people's livelihood.
public struct MeasureRow: Hashable, Sendable {
  public var name: String
  /// The field of livelihood it belongs to (领域): 养老, 教育, 就业.
  public var category: String?
  public var quantity: Quantity?
  public var coverage: Quantity?
  public var beneficiaries: Quantity?
  public var standing: Standing

  /// Makes a row.
  public init(
    name: String, category: String? = nil, quantity: Quantity? = nil, coverage: Quantity? = nil,
    beneficiaries: Quantity? = nil, standing: Standing
  ) {
    self.name = name
    self.category = category
    self.quantity = quantity
    self.coverage = coverage
    self.beneficiaries = beneficiaries
    self.standing = standing
  }
}

/// A row of `honours` 荣誉: an award, a rank or a title.
public struct HonourRow: Hashable, Sendable {
  public var place: String?
  public var name: String
  /// Who gave it, by level.
  public var level: Level?
  public var period: Period?
  public var sources: [Int]

  /// Makes a row.
  public init(place: String?, name: String, level: Level?, period: Period?, sources: [Int]) {
    self.place = place
    self.name = name
    self.level = level
    self.period = period
    self.sources = sources
  }
}

/// The rows of a ledger, gathered from any number of reports before they become columns.
public struct LedgerRows: Sendable {
  public var sources: [SourceRow] = []
  public var reports: [ReportRow] = []
  public var facts: [FactRow] = []
  public var indicators: [IndicatorRow] = []
  public var projects: [ProjectRow] = []
  public var measures: [MeasureRow] = []
  public var honours: [HonourRow] = []

  /// Makes an empty set of rows.
  public init() {}
}
