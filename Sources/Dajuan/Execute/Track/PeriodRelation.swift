import DajuanLedger

/// How the period of an outcome may answer that of a target, the closest first.
enum PeriodRelation: CaseIterable {
  /// It is the same period.
  case same
  /// The target runs over years, or up to one, and the outcome is that of its last year.
  case lastYear
  /// The outcome is everything up to the day the target ends.
  case cumulative

  /// Whether an outcome of one period stands in this relation to a target of another.
  func holds(between target: Period, and outcome: Period) -> Bool {
    switch self {
    case .same: target == outcome
    case .lastYear:
      target.lastDay == outcome.lastDay && outcome.months == 12 && outcome.year != nil
    case .cumulative: target.lastDay == outcome.lastDay && outcome.firstDay == nil
    }
  }

  /// Whether the relation makes sense for a figure and a target's period.
  ///
  /// What has a size at a time (a level, a share, a rank) can be read off the last year; what is
  /// done over time cannot, but adds up. A target of one year can be for what is done in it, so
  /// that only shares, which never add up, can be read off what was reached up to its end. A
  /// growth over years is a yearly average, or one of the whole, and neither is the last year's.
  func suits(_ measure: Measure, over target: Period) -> Bool {
    let isLong = (target.months ?? .max) > 12
    switch self {
    case .same: return true
    case .lastYear:
      return isLong && (measure == .level || measure.isShare)
    case .cumulative:
      return measure.isShare || isLong && measure != .growth && measure != .change
    }
  }
}

extension Measure {
  /// A part of a whole, or a place in an order.
  fileprivate var isShare: Bool { self == .share || self == .coverage || self == .rank }
}
