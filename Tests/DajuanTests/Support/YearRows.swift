import DajuanLedger

/// Levels of two invented districts over three years, out of order, one of them missing.
enum YearRows {
  static var rows: LedgerRows {
    rows([
      ("甲区", 2021, "840"), ("乙区", 2020, "500"), ("甲区", 2019, "700"), ("甲区", 2020, "800"),
      ("乙区", 2021, "500"), ("乙区", 2019, nil),
    ])
  }

  /// Levels of 地区生产总值 in 亿元, row by row.
  static func rows(_ levels: [(place: String, year: Int, level: String?)]) -> LedgerRows {
    rows(
      levels.map { row in
        (row.place, row.year, row.level.map { SampleRows.quantity($0 + "00000000", "元") })
      })
  }

  static func rows(_ levels: [(place: String, year: Int, level: Quantity?)]) -> LedgerRows {
    var rows = LedgerRows()
    rows.reports = [ReportRow(id: "years", characters: 1, facts: 0)]
    rows.indicators = levels.map { row in
      IndicatorRow(
        name: "地区生产总值", level: row.level,
        standing: SampleRows.standing(row.place, .actual, row.year))
    }
    return rows
  }
}
