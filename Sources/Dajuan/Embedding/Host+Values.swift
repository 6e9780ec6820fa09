import DajuanLedger

// Values that a program gives. Units of one name are one to the engine, and a program may well write
// `Unit.named("箱")`, which knows nothing of the host's: that is some classifier of its own.
extension Host {
  /// A value in the host's unit, where it is in one of that name.
  func adopting(_ value: Value) -> Value {
    if units.isEmpty { return value }
    guard case .quantity(let quantity) = value, let unit = ownUnit(insteadOf: quantity.unit) else {
      return value
    }
    return .quantity(Quantity(quantity.interval, unit, bound: quantity.bound))
  }

  /// The same of a table. Cost: a look at the units, and a copy of a column where one is replaced.
  func adopting(_ table: Table) -> Table {
    if units.isEmpty { return table }
    return Table(table.schema, table.columns.map(adopting), count: table.count)
  }

  private func adopting(_ column: Column) -> Column {
    guard case .quantity(let quantities) = column,
      quantities.units.contains(where: { ownUnit(insteadOf: $0) != nil })
    else { return column }
    var result = QuantityColumn()
    for row in 0..<quantities.count {
      if quantities.isConflict(row) {
        result.appendConflict()
      } else if let quantity = quantities[row],
        case .quantity(let adopted) = adopting(.quantity(quantity))
      {
        result.append(adopted)
      } else {
        result.append(nil)
      }
    }
    return .quantity(result)
  }

  /// The host's unit of a name, where it is another than a unit of that name.
  private func ownUnit(insteadOf unit: Unit) -> Unit? {
    guard let own = self.unit(named: unit.name) else { return nil }
    let isSame =
      own.name == unit.name && own.factor == unit.factor && own.dimension == unit.dimension
    return isSame ? nil : own
  }
}
