internal import DajuanLedger

/// A number with its sign and the ends its bound word states.
///
/// A fall is negative, and turns its bound: 下降3%以上 is -3 or less. Percentages and percentage
/// points fall so, and amounts where the clause says 减少 or 下降 of them.
struct SignedNumber {
  var value: Decimal?
  var lower: Decimal?
  var upper: Decimal?
  var bound: Bound
  var interval: Interval

  init(_ finding: Finding) {
    let mention = finding.mention
    let isFall =
      mention.isMinus && mention.low == nil
      || finding.isFall && (finding.role == .growth || finding.role == .change)
    bound = mention.bound
    value = mention.value
    if let low = mention.low, let high = mention.high {
      (lower, upper) = isFall ? (high.negated, low.negated) : (low, high)
      interval = Interval(lower: lower.map(Number.exact), upper: upper.map(Number.exact))
      return
    }
    guard let number = mention.value else {
      interval = .everything
      return
    }
    interval = Quantity.interval(
      of: number,
      bound: bound,
      lastDigit: bound == .about ? mention.lastPlace : mention.step,
      isSurplus: mention.isSurplus
    )
    switch bound {
    case .exact: (lower, upper) = (number, number)
    case .atLeast: lower = number
    case .moreThan:
      lower = number
      if mention.isSurplus { upper = number.adding(mention.step) }
    case .atMost, .lessThan: upper = number
    case .about, .range: break
    }
    if isFall { turn() }
  }

  private mutating func turn() {
    value = value?.negated
    (lower, upper) = (upper?.negated, lower?.negated)
    interval = interval.negated
    switch bound {
    case .atLeast: bound = .atMost
    case .atMost: bound = .atLeast
    case .moreThan: bound = .lessThan
    case .lessThan: bound = .moreThan
    case .exact, .about, .range: break
    }
  }
}
