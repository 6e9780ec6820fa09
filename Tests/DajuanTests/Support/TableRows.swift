import DajuanLedger

extension SampleRows {
  /// The sample rows with projects and honours beside them, for questions to two tables.
  static var tables: LedgerRows {
    var rows = rows
    rows.projects = [
      ProjectRow(
        name: "桥", area: "甲区", count: quantity("5", "个"), investment: quantity("500000000", "元"),
        standing: standing("甲区", .actual, 2021, [0])),
      ProjectRow(
        name: "厂", area: "乙区", count: quantity("5", "家"), investment: quantity("300000000", "元"),
        standing: standing("乙区", .actual, 2021, [1])),
      ProjectRow(name: "路", count: quantity("8", "条"), standing: standing(nil, .actual, 2021, [2])),
      ProjectRow(
        name: "站", count: bounded("5", "6", "个"), standing: standing("甲区", .target, 2022, [3])),
      ProjectRow(name: "园", standing: standing("丙区", .actual, 2021)),
    ]
    rows.honours = [
      HonourRow(
        place: "甲区", name: "首批示范区", level: .national, period: Period(year: 2021), sources: [2]),
      HonourRow(
        place: "甲区", name: "先进集体", level: .province, period: Period(year: 2020), sources: [3]),
      HonourRow(place: nil, name: "桥", level: .city, period: nil, sources: [1]),
    ]
    rows.measures = [
      MeasureRow(
        name: "学位", category: "教育", quantity: quantity("5", "条"),
        standing: standing("甲区", .actual, 2021, [0])),
      MeasureRow(
        name: "公园", category: "环境", quantity: quantity("5", "家"),
        standing: standing("乙区", .target, 2022, [1])),
      MeasureRow(
        name: "床位", category: "养老", quantity: quantity("5", ""),
        standing: standing("乙区", .target, 2022, [2])),
    ]
    return rows
  }
}
