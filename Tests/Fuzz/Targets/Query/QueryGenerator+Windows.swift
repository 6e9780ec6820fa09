extension QueryGenerator {
  /// Columns that look at other rows: one, or two of which the second may look at the first.
  mutating func windows() -> ModelStage? {
    let before = columns
    let keys = keys(limit: 2, isOptional: true)
    let order = order(of: choices.number(below: 4) == 0 ? [] : self.keys(limit: 2))
    let kept = keys.compactMap { key in before.first { $0.name == key } }
    var windows: [ModelWindow] = []
    for _ in 0...choices.number(below: 2) {
      guard let (window, kind) = window(by: kept, isOrdered: !order.isEmpty) else { continue }
      windows.append(window)
      place(Column(name: window.name, kind: kind))
    }
    return windows.isEmpty ? nil : .windows(windows, by: keys, sort: order)
  }

  private mutating func window(
    by keys: [Column], isOrdered: Bool
  ) -> (ModelWindow, Kind)? {
    let count = 1 + choices.number(below: 3)
    switch choices.number(below: 8) {
    case 0, 1:
      let isLead = choices.number(below: 2) == 1
      guard let column = one(where: { $0.kind != .source }) else { return nil }
      let name = choices.number(below: 4) == 3 && column.kind == .amount ? column.name : newName()
      return (
        ModelWindow(name: name, function: isLead ? .lead(count) : .lag(count), column: column.name),
        column.kind.isWord ? .word : column.kind
      )
    case 2, 3:
      guard let column = one(where: \.kind.isPlainQuantity) else { return nil }
      let kind: Kind = column.kind == .percent ? .points : column.kind
      return (
        ModelWindow(
          name: newName(), function: .lag(count), column: column.name, isDifference: true), kind
      )
    case 4:
      let function: ModelWindow.Function = isOrdered ? .rank : .rowNumber
      return (ModelWindow(name: newName(), function: function, column: nil), .number)
    case 5: return (ModelWindow(name: newName(), function: .rowNumber, column: nil), .number)
    case 6:
      guard let column = one(where: { $0.isOfOneUnit(by: keys) }) else { return nil }
      return (
        ModelWindow(name: newName(), function: .runningSum, column: column.name), column.kind
      )
    default:
      guard let column = one(where: { $0.isOfOneUnit(by: keys) }) else { return nil }
      return (ModelWindow(name: newName(), function: .shareOf, column: column.name), .average)
    }
  }
}
