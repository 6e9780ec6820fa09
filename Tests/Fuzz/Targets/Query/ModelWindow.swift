/// A column whose value depends on other rows of a group.
struct ModelWindow {
  enum Function {
    case lag(Int), lead(Int)
    case rank, rowNumber
    case runningSum, shareOf
  }

  let name: String
  let function: Function
  /// Nothing where only the order counts.
  let column: String?
  /// Whether it is the column less what the function gives.
  var isDifference = false

  var text: String {
    let column = column ?? ""
    let call =
      switch function {
      case .lag(1): "lag(\(column))"
      case .lag(let count): "lag(\(column), \(count))"
      case .lead(1): "lead(\(column))"
      case .lead(let count): "lead(\(column), \(count))"
      case .rank: "rank()"
      case .rowNumber: "row_number()"
      case .runningSum: "running_sum(\(column))"
      case .shareOf: "share_of(\(column))"
      }
    return "\(name) = " + (isDifference ? "\(column) - \(call)" : call)
  }

  /// What it comes to in the rows of one group in their order; `comesBefore` tells of two places whether
  /// the one is before the other and not its equal.
  func values(in group: [ModelRow], _ comesBefore: (Int, Int) -> Bool) -> [ModelValue] {
    let own = group.map { row in column.flatMap { row[$0] } ?? .missing }
    let values = group.indices.map { value(at: $0, of: own, comesBefore) }
    guard isDifference else { return values }
    return zip(own, values).map { value, other in
      guard let value = value.quantity, let other = other.quantity else { return .missing }
      return .quantity(value.subtracting(other))
    }
  }

  private func value(
    at place: Int, of own: [ModelValue], _ comesBefore: (Int, Int) -> Bool
  ) -> ModelValue {
    switch function {
    case .lag(let count): return own.indices.contains(place - count) ? own[place - count] : .missing
    case .lead(let count):
      return own.indices.contains(place + count) ? own[place + count] : .missing
    case .rank:
      return .quantity(ModelQuantity(count: 1 + own.indices.count { comesBefore($0, place) }))
    case .rowNumber: return .quantity(ModelQuantity(count: place + 1))
    case .runningSum:
      let quantities = own[...place].compactMap(\.quantity)
      return quantities.first.map { first in
        .quantity(quantities.dropFirst().reduce(first) { $0.adding($1) })
      } ?? .missing
    case .shareOf: return share(at: place, in: own.map(\.quantity))
    }
  }

  /// A part of the total, where what is not known of the part is not known of the total either.
  private func share(at place: Int, in group: [ModelQuantity?]) -> ModelValue {
    guard let part = group[place] else { return .missing }
    let own = ModelRange(part)
    let others = group.indices.filter { $0 != place }.compactMap { group[$0] }.map(ModelRange.init)
    let rest = others.reduce(ModelRange(0, 0), +)
    let isNonnegative = own.low >= 0 && rest.low >= 0
    guard let share = isNonnegative ? own.share(beside: rest) : own.divided(by: own + rest) else {
      return .missing
    }
    return .approximate(share.inUnit(.percent), .percent)
  }
}

extension ModelRange {
  /// What part of the whole this is, when neither is below zero; nothing where the whole is nothing.
  fileprivate func share(beside rest: ModelRange) -> ModelRange? {
    if high == 0, rest.high == 0 { return nil }
    let least = low == 0 ? (rest.high == 0 ? 1 : 0) : low / (low + rest.high)
    let most =
      rest.low == 0 ? (high == 0 ? 0 : 1) : high == .infinity ? 1 : high / (high + rest.low)
    return ModelRange(least, most)
  }
}
