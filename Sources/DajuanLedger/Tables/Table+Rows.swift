extension Table {
  /// Makes the table of an entity of the rows of a ledger, column by column. Cost: linear in the rows.
  package init(_ entity: Entity, of rows: LedgerRows) {
    switch entity {
    case .reports: self.init(entity.schema, rows.reports.columns, count: rows.reports.count)
    case .facts:
      let columns = rows.facts.columns(reports: rows.reports.map(\.id))
      self.init(entity.schema, columns, count: rows.facts.count)
    case .indicators:
      self.init(entity.schema, rows.indicators.columns, count: rows.indicators.count)
    case .projects: self.init(entity.schema, rows.projects.columns, count: rows.projects.count)
    case .measures: self.init(entity.schema, rows.measures.columns, count: rows.measures.count)
    case .honours: self.init(entity.schema, rows.honours.columns, count: rows.honours.count)
    }
  }
}

extension Array {
  fileprivate func text(_ word: (Element) -> String?) -> Column {
    var column = TextColumn()
    for row in self { column.append(word(row)) }
    return .text(column)
  }

  fileprivate func quantity(_ quantity: (Element) -> Quantity?) -> Column {
    var column = QuantityColumn()
    for row in self { column.append(quantity(row)) }
    return .quantity(column)
  }

  fileprivate func period(_ period: (Element) -> Period?) -> Column {
    var column = PeriodColumn()
    for row in self { column.append(period(row)) }
    return .period(column)
  }

  fileprivate func source(_ sources: (Element) -> [Int]) -> Column {
    var column = SourceColumn()
    for row in self { column.append(sources(row)) }
    return .source(column)
  }

  fileprivate func standing(_ standing: (Element) -> Standing) -> [Column] {
    [
      text { standing($0).nature.rawValue }, text { standing($0).force.rawValue },
      period { standing($0).period }, source { standing($0).sources },
    ]
  }
}

extension [ReportRow] {
  fileprivate var columns: [Column] {
    [
      text { $0.id }, text { $0.title }, text { $0.place }, text { $0.level?.rawValue },
      period { $0.date.flatMap { Period($0) } }, period { $0.reviewed }, period { $0.planned },
      quantity { Quantity($0.characters) }, quantity { Quantity($0.facts) },
    ]
  }
}

extension [FactRow] {
  fileprivate func columns(reports: [String]) -> [Column] {
    [
      text { reports[$0.report] }, text { $0.place }, text { $0.section },
      text { $0.kind.rawValue }, text { $0.subject }, text { $0.measure },
      text { $0.role.rawValue }, quantity { $0.value },
      text { $0.value.unit.name }, text { $0.value.bound.rawValue }, text { $0.nature.rawValue },
      text { $0.force.rawValue }, period { $0.period }, text { $0.text },
      .source(SourceColumn(one: Buffer(map { Int32($0.source) }))),
    ]
  }
}

extension [IndicatorRow] {
  fileprivate var columns: [Column] {
    [
      text { $0.standing.place }, text { $0.name }, quantity { $0.level }, quantity { $0.growth },
      quantity { $0.change }, quantity { $0.share }, quantity { $0.rank },
    ] + standing { $0.standing }
  }
}

extension [ProjectRow] {
  fileprivate var columns: [Column] {
    [
      text { $0.standing.place }, text { $0.name }, text { $0.area }, quantity { $0.count },
      quantity { $0.threshold }, quantity { $0.started }, quantity { $0.completed },
      quantity { $0.totalInvestment }, quantity { $0.investment },
    ] + standing { $0.standing }
  }
}

extension [MeasureRow] {
  fileprivate var columns: [Column] {
    [
      text { $0.standing.place }, text { $0.name }, text { $0.category }, quantity { $0.quantity },
      quantity { $0.coverage }, quantity { $0.beneficiaries },
    ] + standing { $0.standing }
  }
}

extension [HonourRow] {
  fileprivate var columns: [Column] {
    [
      text { $0.place }, text { $0.name }, text { $0.level?.rawValue }, period { $0.period },
      source { $0.sources },
    ]
  }
}
