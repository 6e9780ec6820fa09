import DajuanLedger

/// Rows of an invented place, small enough to reckon by hand.
enum SampleRows {
  static func quantity(_ number: String, _ unit: String) -> Quantity {
    Quantity(.exact(Decimal(number) ?? .zero), Unit.named(unit) ?? .none)
  }

  static func bounded(_ low: String?, _ high: String?, _ unit: String) -> Quantity {
    func number(_ text: String?) -> Number? { text.flatMap { Decimal($0) }.map(Number.exact) }
    return Quantity(Interval(lower: number(low), upper: number(high)), Unit.named(unit) ?? .none)
  }

  static func standing(
    _ place: String?, _ nature: Nature, _ year: Int?, _ sources: [Int] = []
  ) -> Standing {
    Standing(
      place: place, nature: nature, force: nature == .actual ? .achieved : .target,
      period: year.map { Period(year: $0) }, sources: sources)
  }

  /// Seven indicators of two places over two years, in several units, exact and not, and missing.
  static var rows: LedgerRows {
    var rows = LedgerRows()
    rows.reports = [ReportRow(id: "sample", characters: 120, facts: 0)]
    rows.sources = (1...4).map {
      SourceRow(report: 0, section: "一", statement: "第\($0)句。", lines: $0...$0)
    }
    rows.indicators = [
      IndicatorRow(
        name: "地区生产总值", level: quantity("78420000000", "元"), growth: quantity("6.1", "%"),
        standing: standing("甲区", .actual, 2020, [0])),
      IndicatorRow(
        name: "地区生产总值", level: quantity("84000000000", "元"), growth: quantity("7.1", "%"),
        standing: standing("甲区", .actual, 2021, [1])),
      IndicatorRow(
        name: "地区生产总值", level: quantity("51000000000", "元"),
        standing: standing("乙区", .actual, 2021, [2])),
      IndicatorRow(
        name: "地区生产总值", growth: bounded("7.5", nil, "%"),
        standing: standing("甲区", .target, 2022, [3])),
      IndicatorRow(
        name: "常住人口", level: quantity("1050000", "人"), share: bounded("20", "21", "%"),
        standing: standing("甲区", .actual, 2021)),
      IndicatorRow(
        name: "进出口总额", level: quantity("4000000000", "美元"), growth: quantity("-3", "%"),
        standing: standing("乙区", .actual, 2021)),
      IndicatorRow(
        name: "城镇调查失业率", share: bounded(nil, "5.5", "%"),
        standing: standing("乙区", .target, nil)),
    ]
    return rows
  }
}
