import DajuanLedger

/// One promised figure, or a promise without any.
struct Promise {
  let subject: Subject
  let period: Period?
  let figure: Figure?

  /// How much of what.
  struct Figure {
    let measure: Measure
    let quantity: Quantity
  }
}

/// What became of a promise.
struct Pairing {
  /// The level a promised growth comes to, where the year before is reported.
  var implied: Quantity?
  /// What was reported, and which figure that is.
  var actual: Quantity?
  var basis: Measure?
  var status = Status.pending
  var gap: Quantity?
  /// The passages of every report that gives the figure, the one believed first.
  var sources: [Int] = []
  /// The passages of the base that ``implied`` is reckoned on.
  var baseSources: [Int] = []

  /// Looks up what was reported of a promise, and judges it; `sense` is that of its name.
  ///
  /// Like is held against like. Where the growth that was promised is not reported but the level
  /// is, with that of the year before, the level it implies is held against the one reported.
  init(_ promise: Promise, _ sense: NameSense, _ outcomes: Outcomes) {
    guard let period = promise.period else { return }
    if let figure = promise.figure {
      let betterment = Betterment(of: sense, figure.measure, target: figure.quantity)
      let requirement = Requirement(figure.quantity, betterment)
      pair(figure, requirement, of: promise.subject, in: period, outcomes)
    } else {
      // Something was done, and there is nothing to measure it by.
      let reported = outcomes.reported(of: promise.subject, in: period)
      list(reported)
      if !reported.isEmpty { status = .undecided }
    }
  }

  private mutating func pair(
    _ figure: Promise.Figure, _ requirement: Requirement, of subject: Subject, in period: Period,
    _ outcomes: Outcomes
  ) {
    var impliedRequirement: Requirement?
    if figure.measure == .growth, let base = outcomes.base(of: subject, before: period) {
      implied = figure.quantity.grown(from: base.quantity)
      impliedRequirement = requirement.implied(on: base.quantity)
      if implied != nil { baseSources = base.row.sources }
    }
    for measure in figure.measure.answers {
      let found = outcomes.found(measure, of: subject, for: period)
      if judge(found, as: measure, by: requirement) { return }
    }
    if let impliedRequirement {
      let found = outcomes.found(.level, of: subject, for: period)
      _ = judge(found, as: .implied, by: impliedRequirement)
    }
  }

  /// Takes the first of the figures that can be compared, or the first of them all.
  private mutating func judge(
    _ found: [Outcomes.Found], as measure: Measure, by requirement: Requirement
  ) -> Bool {
    let unit = requirement.threshold.unit
    guard
      let best = found.first(where: { $0.quantity.unit.isCommensurable(with: unit) })
        ?? found.first
    else { return false }
    actual = best.quantity
    basis = measure
    status = requirement.status(of: best.quantity)
    gap = requirement.gap(of: best.quantity)
    list([best.row] + found.map(\.row))
    return true
  }

  /// Notes where outcomes stand, each passage once.
  private mutating func list(_ rows: [Outcomes.Row]) {
    for row in rows {
      for source in row.sources where !sources.contains(source) { sources.append(source) }
    }
  }
}

extension Outcomes {
  /// The level of the same length of time a year before, which a growth is measured from.
  fileprivate func base(of subject: Subject, before period: Period) -> Found? {
    guard let months = period.months, months > 0, 12 % months == 0,
      let before = period.shifted(by: -12 / months)
    else { return nil }
    return found(.level, of: subject, for: before).first
  }
}

extension Measure {
  /// The figures of an outcome that answer a target's: its own; for a number of projects, if that
  /// is not reported, the number finished.
  fileprivate var answers: [Measure] { self == .count ? [.count, .completed] : [self] }
}
