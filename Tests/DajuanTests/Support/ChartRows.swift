import DajuanLedger

/// Figures of every sort that a chart has to draw: exact, bounded on either side, negative, zero,
/// missing; names short, long and hostile; several places over several years.
enum ChartRows {
  static var rows: LedgerRows {
    var rows = LedgerRows()
    rows.reports = [ReportRow(id: "charts", characters: 1, facts: 0)]
    rows.indicators = growths + levels + levels2
    rows.projects = [
      ProjectRow(
        name: "路<script>alert('x')</script>&\u{1B}[31m\u{202E}桥", area: "]]>\"'",
        investment: SampleRows.quantity("300000000", "元"),
        standing: SampleRows.standing("甲区", .actual, 2021)),
      ProjectRow(
        name: "既有住宅加装电梯和老旧小区配套管网更新改造（二期）工程以及与之相接的道路和绿地整治项目",
        investment: SampleRows.quantity("125000000", "元"),
        standing: SampleRows.standing("甲区", .actual, 2021)),
      ProjectRow(
        name: "桥", investment: SampleRows.quantity("1000000", "元"),
        standing: SampleRows.standing("甲区", .actual, 2021)),
    ]
    return rows
  }

  /// Growth in 2022, every sort of bound.
  private static var growths: [IndicatorRow] {
    let values: [(String, Quantity?)] = [
      ("固定资产投资", SampleRows.quantity("10", "%")),
      ("地区生产总值", surface("7.5", nil, "7.5%以上")),
      ("一般公共预算收入", SampleRows.bounded("3", "4.5", "%")),
      ("城镇调查失业率", SampleRows.bounded(nil, "5.5", "%")),
      ("常住人口", SampleRows.quantity("0", "%")),
      ("规模以上工业增加值", nil),
      ("进出口总额", SampleRows.quantity("-3.2", "%")),
      ("房地产开发投资", SampleRows.bounded("-6", "-5", "%")),
      ("居民消费价格", SampleRows.bounded("-0.5", "1", "%")),
    ]
    return values.map { name, growth in
      IndicatorRow(
        name: name, growth: growth, standing: SampleRows.standing("甲区", .target, 2022))
    }
  }

  private static func surface(_ low: String?, _ high: String?, _ text: String) -> Quantity {
    let plain = SampleRows.bounded(low, high, "%")
    return Quantity(plain.interval, plain.unit, bound: plain.bound, surface: text)
  }

  /// Levels in 亿元 of two places over the years; 乙区 has a gap, a range and an open end.
  private static var levels: [IndicatorRow] {
    let first: [String?] = ["528.7", "590.2", "655", "702.4", "698.1", "784.2", "843"]
    return first.enumerated().map { row("甲区", 2016 + $0.offset, $0.element.map(yuan)) }
  }

  private static var levels2: [IndicatorRow] {
    let values: [Quantity?] = [
      yuan("310"), yuan("335.5"), nil, yuan("402"), yuan("398.6"),
      SampleRows.bounded("43000000000", "47000000000", "元"),
      SampleRows.bounded("50000000000", nil, "元"),
    ]
    return values.enumerated().map { row("乙区", 2016 + $0.offset, $0.element) }
  }

  private static func yuan(_ hundredMillions: String) -> Quantity {
    let number = (Decimal(hundredMillions) ?? .zero).scaled(byPowerOfTen: 8)
    return Quantity(.exact(number), Unit.named("元") ?? .none)
  }

  private static func row(_ place: String, _ year: Int, _ level: Quantity?) -> IndicatorRow {
    IndicatorRow(
      name: "总量", level: level, standing: SampleRows.standing(place, .actual, year))
  }
}
