internal import DajuanLedger

extension EntityBuilder {
  /// One row a statistic, place, period, nature and force; a second figure of the same sort that
  /// disagrees, as a stretch target does, begins a second row.
  func indicatorRows() -> [IndicatorRow] {
    var rows: [IndicatorRow] = []
    var rowsOf: [Key: [Int]] = [:]
    for fact in report.facts where fact.kind == .indicator {
      let value = Quantity(fact)
      guard let column = Self.column(of: fact, value) else { continue }
      let key = key(of: fact)
      guard !key.name.isEmpty else { continue }
      let place = rowsOf[key, default: []].suffix(Self.reach).first {
        rows[$0].admits(value, in: column)
      }
      if let place {
        rows[place][keyPath: column] = rows[place][keyPath: column] ?? value
        rows[place].standing.sources.append(fact.statement)
      } else {
        var row = IndicatorRow(name: key.name, standing: standing(of: fact, place: key.area))
        row[keyPath: column] = value
        rowsOf[key, default: []].append(rows.count)
        rows.append(row)
      }
    }
    addRanks(to: &rows, rowsOf)
    return rows
  }

  /// What facts of one statistic share.
  private struct Key: Hashable {
    let name: String
    let area: String?
    let nature: Nature
    let force: Force
    let period: Period?
  }

  private func key(of fact: Fact) -> Key {
    let parts = SubjectParts(fact)
    let national = report.level == .national
    let name = IndicatorNames.canonical(parts.name, isNational: national)
    return Key(
      name: name,
      area: parts.area,
      nature: fact.nature,
      force: fact.force,
      period: fact.period
    )
  }

  /// A rank says more of a statistic that is there; alone it is no statistic.
  private func addRanks(to rows: inout [IndicatorRow], _ rowsOf: [Key: [Int]]) {
    for fact in report.facts where fact.role == .rank && fact.kind != .indicator {
      let key = key(of: fact)
      let rank = Quantity(fact)
      guard
        let row = rowsOf[key, default: []].suffix(Self.reach)
          .first(where: { rows[$0].admits(rank, in: \.rank) })
      else { continue }
      rows[row].rank = rank
      rows[row].standing.sources.append(fact.statement)
    }
  }

  /// The column a fact's number belongs in, or `nil` where a statistic has none for it. Growth and
  /// shares are percentages or plain multiples; a change in anything else is an absolute one.
  private static func column(
    of fact: Fact,
    _ value: Quantity
  ) -> WritableKeyPath<IndicatorRow, Quantity?>? {
    let isPlain = value.unit.dimension == .none
    switch fact.role {
    case .level: return \.level
    case .growth: return isPlain ? \.growth : \.change
    case .change: return \.change
    case .share: return isPlain ? \.share : \.level
    case .rank: return \.rank
    // 增长1.5倍 is growth; 是上年的1.9倍 and 翻一番 are neither growth nor level.
    case .multiple: return isPlain && fact.measure.contains("增长") ? \.growth : nil
    case .ratio, .threshold, .enumerator, .duration: return nil
    }
  }
}

extension IndicatorRow {
  /// Whether a column is free, or holds the same figure already.
  fileprivate func admits(
    _ value: Quantity,
    in column: WritableKeyPath<IndicatorRow, Quantity?>
  ) -> Bool {
    self[keyPath: column].map { $0.agrees(with: value) } ?? true
  }
}
