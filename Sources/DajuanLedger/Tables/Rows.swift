/// A row of `reports` 报告: one document.
package struct ReportRow: Hashable, Sendable {
  /// A short name, unique in the ledger.
  package var id: String
  /// Its title, or nothing.
  package var title: String?
  /// The place (地区) it is of, or nothing.
  package var place: String?
  /// The level (层级) of the place.
  package var level: Level?
  /// The day it was delivered, as a period of one month at the finest, and its day of the month.
  package var date: ReportDate?
  /// What it looks back on (回顾期).
  package var reviewed: Period?
  /// What it plans for (计划期).
  package var planned: Period?
  /// The number of characters that are not blank.
  package var characters: Int
  /// The number of its quantities.
  package var facts: Int

  /// Makes a row.
  package init(
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
package struct ReportDate: Hashable, Sendable {
  /// The year.
  package var year: Int
  /// The month, from 1, or nothing.
  package var month: Int?
  /// The day of the month, or nothing.
  package var day: Int?

  /// Makes a date.
  package init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }
}

/// A row of `facts` 事实: one quantity as written.
package struct FactRow: Hashable, Sendable {
  /// The index of its report among the ledger's reports.
  package var report: Int
  /// The place (地区) it is of, or nothing.
  package var place: String?
  /// The heading it stands under, or nothing.
  package var section: String?
  /// What it is about (类别).
  package var kind: Kind
  /// What is measured of what, in normal form (主体).
  package var subject: String
  /// The measure alone (度量), or nothing.
  package var measure: String?
  /// What the number does (角色).
  package var role: Role
  /// The number with its bound, in the unit as written with 万 and 亿 folded in.
  package var value: Quantity
  /// Reported or promised (性质).
  package var nature: Nature
  /// How strongly it is put (力度).
  package var force: Force
  /// The time it is of (期间), or nothing.
  package var period: Period?
  /// The words of the report.
  package var text: String
  /// The index of its source among the ledger's sources.
  package var source: Int

  /// Makes a row.
  package init(
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
package struct Standing: Hashable, Sendable {
  /// The place (地区) it is of, or nothing.
  package var place: String?
  /// Reported or promised (性质).
  package var nature: Nature
  /// How strongly it is put (力度).
  package var force: Force
  /// The time it is of (期间), or nothing.
  package var period: Period?
  /// The indices, among the ledger's sources, of what the row rests on, in order of the text.
  package var sources: [Int]

  /// Makes a standing.
  package init(place: String?, nature: Nature, force: Force, period: Period?, sources: [Int]) {
    self.place = place
    self.nature = nature
    self.force = force
    self.period = period
    self.sources = sources
  }
}

/// A row of `indicators` 指标: one statistic of a place in a period.
package struct IndicatorRow: Hashable, Sendable {
  /// The canonical name: 生产总值 and GDP are 地区生产总值.
  package var name: String
  /// The amount (总量).
  package var level: Quantity?
  /// Per cent against the year before.
  package var growth: Quantity?
  /// An absolute change, or one in percentage points.
  package var change: Quantity?
  /// The share of a whole (占比).
  package var share: Quantity?
  /// The place in an order (位次).
  package var rank: Quantity?
  /// Place, nature, force, period and sources.
  package var standing: Standing

  /// Makes a row.
  package init(
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
package struct ProjectRow: Hashable, Sendable {
  /// What it is called (名称).
  package var name: String
  /// The part of the place it lies in (板块).
  package var area: String?
  /// How many (数量).
  package var count: Quantity?
  /// The size of the things counted.
  package var threshold: Quantity?
  /// How many were begun (开工).
  package var started: Quantity?
  /// How many were finished (完工).
  package var completed: Quantity?
  /// The money over the whole life (总投资).
  package var totalInvestment: Quantity?
  /// The money of the period (投资).
  package var investment: Quantity?
  /// Place, nature, force, period and sources.
  package var standing: Standing

  /// Makes a row.
  package init(
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
package struct MeasureRow: Hashable, Sendable {
  /// What it is called (名称).
  package var name: String
  /// The field of livelihood it belongs to (领域): 养老, 教育, 就业.
  package var category: String?
  /// How much (数量).
  package var quantity: Quantity?
  /// The share reached, in per cent (覆盖率).
  package var coverage: Quantity?
  /// Whom it reaches (受益人数).
  package var beneficiaries: Quantity?
  /// Place, nature, force, period and sources.
  package var standing: Standing

  /// Makes a row.
  package init(
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
package struct HonourRow: Hashable, Sendable {
  /// The place (地区) it is of, or nothing.
  package var place: String?
  /// What it is called (名称).
  package var name: String
  /// Who gave it, by level.
  package var level: Level?
  /// The time it is of (期间), or nothing.
  package var period: Period?
  /// The indices, among the ledger's sources, of what the row rests on.
  package var sources: [Int]

  /// Makes a row.
  package init(place: String?, name: String, level: Level?, period: Period?, sources: [Int]) {
    self.place = place
    self.name = name
    self.level = level
    self.period = period
    self.sources = sources
  }
}

/// The rows of a ledger, gathered from any number of reports before they become columns.
package struct LedgerRows: Sendable {
  /// The passages that rows rest on.
  package var sources: [SourceRow] = []
  /// Rows of `reports`.
  package var reports: [ReportRow] = []
  /// Rows of `facts`.
  package var facts: [FactRow] = []
  /// Rows of `indicators`.
  package var indicators: [IndicatorRow] = []
  /// Rows of `projects`.
  package var projects: [ProjectRow] = []
  /// Rows of `measures`.
  package var measures: [MeasureRow] = []
  /// Rows of `honours`.
  package var honours: [HonourRow] = []

  /// Makes an empty set of rows.
  package init() {}
}
