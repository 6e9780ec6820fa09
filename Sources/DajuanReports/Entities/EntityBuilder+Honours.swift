internal import DajuanLedger

extension EntityBuilder {
  /// One row an honour that a statement of what was done tells of; one said twice has both sources.
  func honourRows() -> [HonourRow] {
    var rows: [HonourRow] = []
    var rowOf: [Key: Int] = [:]
    for (index, statement) in report.statements.enumerated() where statement.nature == .actual {
      for honour in HonourReader.honours(in: readings[index]) {
        let row = HonourRow(
          place: honour.place ?? report.place,
          name: honour.name,
          level: honour.level,
          period: statement.period ?? report.reviewed,
          sources: [index]
        )
        let key = Key(place: row.place, name: row.name, period: row.period)
        if let same = rowOf[key] {
          rows[same].sources.append(index)
        } else {
          rowOf[key] = rows.count
          rows.append(row)
        }
      }
    }
    return rows
  }

  private struct Key: Hashable {
    let place: String?
    let name: String
    let period: Period?
  }
}
