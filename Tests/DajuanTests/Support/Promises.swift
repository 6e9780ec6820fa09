import DajuanLedger

/// Builds a ledger of promises and outcomes row by row. Every row has a sentence of its own.
struct Promises {
  private(set) var rows = LedgerRows()

  /// A report delivered in a year; those after it in the ledger need not be later.
  mutating func report(_ year: Int) {
    rows.reports.append(
      ReportRow(
        id: "\(year)", date: ReportDate(year: year, month: 2), reviewed: Period(year: year - 1),
        characters: 100, facts: 0))
  }

  /// What a row says of a place in a period, in one of the reports.
  mutating func standing(
    _ nature: Nature, _ period: Period?, in report: Int, place: String? = "甲市", force: Force? = nil
  ) -> Standing {
    let line = rows.sources.count + 1
    rows.sources.append(
      SourceRow(
        report: rows.reports.firstIndex { $0.id == "\(report)" } ?? 0, section: "一",
        statement: "第\(line)句。", lines: line...line))
    return Standing(
      place: place, nature: nature, force: force ?? (nature == .actual ? .achieved : .target),
      period: period, sources: [line - 1])
  }

  mutating func indicator(
    _ name: String, _ nature: Nature, _ period: Period?, in report: Int, place: String? = "甲市",
    force: Force? = nil, level: Quantity? = nil, growth: Quantity? = nil, change: Quantity? = nil,
    share: Quantity? = nil, rank: Quantity? = nil
  ) {
    let standing = standing(nature, period, in: report, place: place, force: force)
    rows.indicators.append(
      IndicatorRow(
        name: name, level: level, growth: growth, change: change, share: share, rank: rank,
        standing: standing))
  }

  mutating func project(
    _ name: String, _ nature: Nature, _ period: Period?, in report: Int, count: Quantity? = nil,
    started: Quantity? = nil, completed: Quantity? = nil, total: Quantity? = nil,
    investment: Quantity? = nil
  ) {
    let standing = standing(nature, period, in: report)
    rows.projects.append(
      ProjectRow(
        name: name, count: count, started: started, completed: completed, totalInvestment: total,
        investment: investment, standing: standing))
  }

  mutating func measure(
    _ name: String, _ nature: Nature, _ period: Period?, in report: Int,
    quantity: Quantity? = nil, coverage: Quantity? = nil, beneficiaries: Quantity? = nil
  ) {
    let standing = standing(nature, period, in: report)
    rows.measures.append(
      MeasureRow(
        name: name, quantity: quantity, coverage: coverage, beneficiaries: beneficiaries,
        standing: standing))
  }

  /// A figure as a report puts it: `said("7.5", "%", .atLeast)`. `step` is that of the last digit.
  static func said(
    _ number: String, _ unit: String, _ bound: Bound = .exact, step: String = "1",
    surface: String? = nil, isSurplus: Bool = false
  ) -> Quantity {
    Quantity(
      Quantity.interval(
        of: Decimal(number) ?? .zero, bound: bound, lastDigit: Decimal(step) ?? .one,
        isSurplus: isSurplus),
      Unit.named(unit) ?? .none, bound: bound, surface: surface)
  }

  /// A figure between two others.
  static func between(_ low: String, _ high: String, _ unit: String) -> Quantity {
    SampleRows.bounded(low, high, unit)
  }
}
