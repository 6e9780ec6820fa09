internal import DajuanLedger

extension Report {
  /// The row of the report itself, in a ledger of its own.
  func row(id: String) -> ReportRow {
    ReportRow(
      id: id,
      title: title,
      place: place,
      level: level,
      date: date,
      reviewed: reviewed,
      planned: planned,
      characters: characters,
      facts: facts.count
    )
  }

  /// One row a fact, in the order of the text; its source is the index of its statement.
  func factRows() -> [FactRow] {
    facts.map { fact in
      FactRow(
        report: 0,
        place: place,
        section: statements[fact.statement].section,
        kind: fact.kind,
        subject: fact.subject,
        measure: fact.measure.isEmpty ? nil : fact.measure,
        role: fact.role,
        value: Quantity(fact),
        nature: fact.nature,
        force: fact.force,
        period: fact.period,
        text: fact.leading + fact.surface,
        source: fact.statement
      )
    }
  }
}

extension Quantity {
  /// The quantity a fact states, with words that print as the report had it.
  init(_ fact: Fact) {
    // A number that a person has changed is not the one the words state.
    let words = fact.hasCorrectedNumber ? nil : Self.surface(of: fact)
    self.init(fact.interval, Unit(of: fact), bound: fact.bound, surface: words)
  }

  /// Whether two quantities say the same, in whatever words.
  func agrees(with other: Quantity) -> Bool { interval == other.interval && unit == other.unit }

  /// Leading bound word and surface. A bound word that the report put on an earlier figure of the
  /// same list, and the sense of a fall, are said again, or the words would state another number.
  private static func surface(of fact: Fact) -> String {
    var words = fact.surface
    if fact.leading.isEmpty {
      let isSaid = BoundWords.all.occur(in: Scalars(words.unicodeScalars)[...])
      if !isSaid { words = BoundWords.leading(for: fact.bound) + words }
    } else {
      words = fact.leading + words
    }
    guard fact.interval.isNegative, !words.hasPrefix("-"), !words.hasPrefix("负") else {
      return words
    }
    let family = Unit(of: fact).family
    return (family == .percent || family == .points ? "下降" : "减少") + words
  }
}

extension Interval {
  /// Whether no number in it is above zero and one is below.
  fileprivate var isNegative: Bool {
    guard let highest = upper ?? lower else { return false }
    return highest.signum < 0
  }
}

extension Unit {
  /// The unit of a fact; words that cannot be a unit leave a plain number.
  fileprivate init(of fact: Fact) {
    self = Unit.named(fact.unit) ?? .none
  }
}

/// The words that say how exactly a figure is meant.
private enum BoundWords {
  /// Every word that can stand inside a surface.
  static let all = Phrases(
    """
    以上 以下 以内 之内 左右 上下 余 多 几 超 超过 突破 逾 近 约 至少 不低于 不少于 不超过 不高于
    不足 大约 接近 以外 内 — - – － ～ ~ 至 到
    """
  )

  /// The plainest word for a bound, put before a figure.
  static func leading(for bound: Bound) -> String {
    switch bound {
    case .exact, .range: ""
    case .atLeast: "至少"
    case .moreThan: "超"
    case .atMost: "不超过"
    case .lessThan: "近"
    case .about: "约"
    }
  }
}
