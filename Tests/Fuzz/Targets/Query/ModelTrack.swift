/// What `track` says of targets, as Grammar/track.md lays it down.
struct ModelTrack {
  /// The rows of the whole table; those that are actual are outcomes.
  private let outcomes: [ModelRow]

  init(outcomes: [ModelRow]) {
    self.outcomes = outcomes.filter { $0["nature"]?.words == "actual" }
  }

  /// A row for each figure that a target has, or one where it has none.
  func rows(of targets: [ModelRow], _ figures: [String]) -> [ModelRow] {
    targets.filter { $0["nature"]?.words == "target" }.flatMap { target in
      let promised = figures.filter { target[$0]?.quantity != nil }
      return promised.isEmpty ? [bare(target)] : promised.map { row(of: target, $0) }
    }
  }

  private func head(of target: ModelRow) -> ModelRow {
    target.filter { ["place", "name", "period", "force", "source"].contains($0.key) }
  }

  /// A promise without a figure: whether anything at all was reported of it.
  private func bare(_ target: ModelRow) -> ModelRow {
    var row = head(of: target)
    let found = named(target).filter { $0["period"]?.period == target["period"]?.period }
      .filter { $0["period"]?.period != nil }.ranked
    row["status"] = status(found.isEmpty ? "pending" : "undecided")
    row["actual_source"] = sources(of: found)
    return row
  }

  private func row(of target: ModelRow, _ figure: String) -> ModelRow {
    var row = head(of: target)
    guard let promise = target[figure]?.quantity else { return row }
    row["measure"] = .choice(ModelChoice(figure, of: ModelChoice.figures))
    row["target"] = .quantity(promise)
    let bar = Bar(promise, isLessBetter: Self.isLessBetter(target, figure, promise))
    var found = answers(to: target, figure)
    var (threshold, reported, basis) = (bar.end, figure, figure)
    if figure == "growth", let level = base(of: target)?["level"]?.quantity {
      row["implied"] = .quantity(level.grown(by: promise))
      if found.isEmpty {
        found = answers(to: target, "level")
        (threshold, reported, basis) = (bar.end.map(level.grown(by:)), "level", "implied")
      }
    }
    let unit = threshold?.unit ?? promise.unit
    let fitting = found.filter { $0[reported]?.quantity?.unit.isComparable(with: unit) ?? false }
    let others = found.filter { row in !fitting.contains { $0["source"] == row["source"] } }
    row["actual_source"] = sources(of: fitting + others)
    guard let actual = (fitting + others).first?[reported]?.quantity else {
      row["status"] = status("pending")
      return row
    }
    row["actual"] = .quantity(actual)
    row["basis"] = .choice(ModelChoice(basis, of: ModelChoice.figures))
    guard !fitting.isEmpty, let threshold else {
      row["status"] = status("undecided")
      return row
    }
    row["status"] = status(bar.status(of: actual, threshold))
    row["gap"] = bar.gap(of: actual, threshold)
    return row
  }

  // MARK: Outcomes

  private func named(_ target: ModelRow) -> [ModelRow] {
    outcomes.filter {
      ($0["place"] ?? .missing) == (target["place"] ?? .missing) && $0["name"] == target["name"]
    }
  }

  /// The rows that answer a figure, by the first rule that has any, the one that holds first.
  private func answers(to target: ModelRow, _ figure: String) -> [ModelRow] {
    guard let period = target["period"]?.period else { return [] }
    let having = named(target).filter { $0[figure]?.quantity != nil }
    func of(_ wanted: ModelPeriod) -> [ModelRow] {
      having.filter { $0["period"]?.period == wanted }.ranked
    }
    let same = of(period)
    if !same.isEmpty { return same }
    let hasSizeAtATime = ["share", "coverage", "rank"].contains(figure)
    if period.isOverSeveralYears, hasSizeAtATime || figure == "level" {
      let last = of(ModelPeriod(year: period.last))
      if !last.isEmpty { return last }
    }
    let addsUp = figure == "level" || figure == "quantity"
    if hasSizeAtATime || addsUp && period.first != nil && period.isOverSeveralYears {
      return of(ModelPeriod(nil, period.last))
    }
    return []
  }

  /// The level of the year before, which a growth is on.
  private func base(of target: ModelRow) -> ModelRow? {
    guard let year = target["period"]?.period?.year else { return nil }
    return named(target).filter {
      $0["level"]?.quantity != nil && $0["period"]?.period == ModelPeriod(year: year - 1)
    }.ranked.first
  }

  private func status(_ word: String) -> ModelValue {
    .choice(ModelChoice(word, of: ModelChoice.statuses))
  }

  private func sources(of rows: [ModelRow]) -> ModelValue {
    let all = rows.flatMap(\.sources)
    return all.isEmpty ? .missing : .sources(all)
  }

  // MARK: Judging

  private static func isLessBetter(
    _ target: ModelRow, _ figure: String, _ promise: ModelQuantity
  ) -> Bool {
    if figure == "rank" { return true }
    let name = RowMaker.senses[target["name"]?.words ?? ""] ?? .plain
    let zero = ModelQuantity(0, 0, promise.unit)
    let isFall = figure == "growth" && promise.isLess(than: zero, orEqual: false) == .yes
    return name == .burden || isFall && name != .output
  }

  /// What a target asks for: a number and that much or more, or less.
  private struct Bar {
    /// Nothing where the promise has no end.
    let end: ModelQuantity?
    let isFloor: Bool
    /// Whether the number itself is not enough.
    let isLeftOut: Bool

    init(_ promise: ModelQuantity, isLessBetter: Bool) {
      isFloor = promise.high == nil || promise.low != nil && !isLessBetter
      end = (isFloor ? promise.low : promise.high).map { ModelQuantity($0, $0, promise.unit) }
      isLeftOut = isFloor ? promise.opensLow : promise.opensHigh
    }

    func status(of actual: ModelQuantity, _ threshold: ModelQuantity) -> String {
      let (a, b) = isFloor ? (threshold, actual) : (actual, threshold)
      switch a.isLess(than: b, orEqual: !isLeftOut) {
      case .yes: return "met"
      case .no: return "missed"
      case .undecided: return "undecided"
      }
    }

    /// How far on the good side; of two percentages in points.
    func gap(of actual: ModelQuantity, _ threshold: ModelQuantity) -> ModelValue {
      let (a, b) = (ModelRange(actual), ModelRange(threshold))
      let gap = isFloor ? a - b : b - a
      if actual.unit != .percent { return .inBaseUnit(gap, actual.unit) }
      return .inBaseUnit(gap.inUnit(.percent), .points)
    }
  }
}

extension ModelQuantity {
  /// What a level, not below zero, comes to after a growth.
  fileprivate func grown(by growth: ModelQuantity) -> ModelQuantity {
    func grown(_ end: Int128, _ rate: Int128) -> Int128 {
      end * (100 * Self.scale + rate) / (100 * Self.scale)
    }
    // Whatever falls without limit ends anywhere, unless it is nothing.
    if growth.low == nil, low != 0 || high != 0 {
      let isFalling = low != nil && growth.high != nil
      guard isFalling, let high, let rate = growth.high else {
        return ModelQuantity(nil, nil, unit)
      }
      return ModelQuantity(nil, grown(high, rate), opensHigh: opensHigh || growth.opensHigh, unit)
    }
    let most = high == 0 ? 0 : high.flatMap { end in growth.high.map { grown(end, $0) } }
    return ModelQuantity(
      low.flatMap { end in end == 0 ? 0 : growth.low.map { grown(end, $0) } }, most,
      opensLow: opensLow || low != 0 && growth.opensLow,
      opensHigh: opensHigh || high != 0 && growth.opensHigh, unit)
  }
}

extension [ModelRow] {
  /// The one that holds first: of the latest report, done before estimated, first in the text.
  fileprivate var ranked: [ModelRow] {
    sorted { a, b in
      func key(_ row: ModelRow) -> [Int] {
        let isEstimated = row["force"]?.words == "estimated"
        return [-(row["#date"]?.period?.last ?? 0), isEstimated ? 1 : 0] + row.sources
      }
      return key(a).lexicographicallyPrecedes(key(b))
    }
  }
}

extension ModelRow {
  fileprivate var sources: [Int] { if case .sources(let all) = self["source"] { all } else { [] } }
}
