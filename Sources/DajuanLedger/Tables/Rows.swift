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
  /// What a person has corrected of its facts, in words, or nothing.
  public var note: String?

  /// Makes a source.
  public init(
    report: Int, section: String, statement: String, lines: ClosedRange<Int>,
    pageLines: ClosedRange<Int>? = nil, note: String? = nil
  ) {
    self.report = report
    self.section = section
    self.statement = statement
    self.lines = lines
    self.pageLines = pageLines
    self.note = note
  }

  /// The statement as `cite` shows it: what was corrected stands behind it, in brackets that reports
  /// do not use.
  public var cited: String { note.map { "\(statement) 〔\($0)〕" } ?? statement }
}

/// A row of `reports` 报告: one document.
public struct ReportRow: Hashable, Sendable {
  /// A short name, unique in the ledger.
  public var id: String
  /// Its title, or nothing.
  public var title: String?
  /// The place (地区) it is of, or nothing.
  public var place: String?
  /// The level (层级) of the place.
  public var level: Level?
  /// The day it was delivered, as a period of one month at the finest, and its day of the month.
  public var date: ReportDate?
  /// What it looks back on (回顾期).
  public var reviewed: Period?
  /// What it plans for (计划期).
  public var planned: Period?
  /// The number of characters that are not blank.
  public var characters: Int
  /// The number of its quantities.
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
  /// The year.
  public var year: Int
  /// The month, from 1, or nothing.
  public var month: Int?
  /// The day of the month, or nothing.
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
  /// The place (地区) it is of, or nothing.
  public var place: String?
  /// The heading it stands under, or nothing.
  public var section: String?
  /// What it is about (类别).
  public var kind: Kind
  /// What is measured of what, in normal form (主体).
  public var subject: String
  /// The measure alone (度量), or nothing.
  public var measure: String?
  /// What the number does (角色).
  public var role: Role
  /// The number with its bound, in the unit as written with 万 and 亿 folded in.
  public var value: Quantity
  /// Reported or promised (性质).
  public var nature: Nature
  /// How strongly it is put (力度).
  public var force: Force
  /// The time it is of (期间), or nothing.
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
  /// The place (地区) it is of, or nothing.
  public var place: String?
  /// Reported or promised (性质).
  public var nature: Nature
  /// How strongly it is put (力度).
  public var force: Force
  /// The time it is of (期间), or nothing.
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
  /// The amount (总量).
  public var level: Quantity?
  /// Per cent against the year before.
  public var growth: Quantity?
  /// An absolute change, or one in percentage points.
  public var change: Quantity?
  /// The share of a whole (占比).
  public var share: Quantity?
  /// The place in an order (位次).
  public var rank: Quantity?
  /// Place, nature, force, period and sources.
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
  /// What it is called (名称).
  public var name: String
  /// The part of the place it lies in (板块).
  public var area: String?
  /// How many (数量).
  public var count: Quantity?
  /// The size of the things counted.
  public var threshold: Quantity?
  /// How many were begun (开工).
  public var started: Quantity?
  /// How many were finished (完工).
  public var completed: Quantity?
  /// The money over the whole life (总投资).
  public var totalInvestment: Quantity?
  /// The money of the period (投资).
  public var investment: Quantity?
  /// Place, nature, force, period and sources.
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
  /// What it is called (名称).
  public var name: String
  /// The field of livelihood it belongs to (领域): 养老, 教育, 就业.
  public var category: String?
  /// How much (数量).
  public var quantity: Quantity?
  /// The share reached, in per cent (覆盖率).
  public var coverage: Quantity?
  /// Whom it reaches (受益人数).
  public var beneficiaries: Quantity?
  /// Place, nature, force, period and sources.
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
  /// The place (地区) it is of, or nothing.
  public var place: String?
  /// What it is called (名称).
  public var name: String
  /// Who gave it, by level.
  public var level: Level?
  /// The time it is of (期间), or nothing.
  public var period: Period?
  /// The indices, among the ledger's sources, of what the row rests on.
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
  /// The passages that rows rest on.
  public var sources: [SourceRow] = []
  /// Rows of `reports`.
  public var reports: [ReportRow] = []
  /// Rows of `facts`.
  public var facts: [FactRow] = []
  /// Rows of `indicators`.
  public var indicators: [IndicatorRow] = []
  /// Rows of `projects`.
  public var projects: [ProjectRow] = []
  /// Rows of `measures`.
  public var measures: [MeasureRow] = []
  /// Rows of `honours`.
  public var honours: [HonourRow] = []

  /// Makes an empty set of rows.
  public init() {}
}
