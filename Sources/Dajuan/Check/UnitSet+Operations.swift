package import DajuanLedger

/// What can be known of units before a query runs.
extension UnitSet {
  /// Whether quantities of the two sets may be compared or added.
  package func mayMeet(_ other: UnitSet) -> Bool {
    switch (self, other) {
    case (.exactly(let unit), _): other.admits(unit)
    case (_, .exactly(let unit)): admits(unit)
    case (.families(let left), .families(let right)):
      !left.isDisjoint(with: right)
    default: true
    }
  }

  /// The units of values of which each is of one set or the other.
  package func joined(with other: UnitSet) -> UnitSet {
    guard let left = families, let right = other.families else { return .any }
    return .families(left.union(right))
  }

  private var families: Set<Unit.Family>? {
    switch self {
    case .exactly(let unit): [unit.family]
    case .families(let families): families
    case .any: nil
    }
  }

  /// The units of a sum or difference; `nil` where they never go together.
  package func combined(with other: UnitSet, by operation: Unit.Addition) -> UnitSet? {
    if case .exactly(let left) = self, case .exactly(let right) = other {
      return left.combined(with: right, by: operation).map { .exactly($0.unit) }
    }
    if meetsPoints(other) || other.meetsPoints(self) { return .any }
    guard mayMeet(other) else { return nil }
    switch (self, other) {
    case (.families(let families), _) where families.contains(.percent): return .any
    case (_, .families(let families)) where families.contains(.percent): return .any
    case (.families, _): return self
    case (_, .families): return other
    default: return .any
    }
  }

  /// The units of a product or quotient.
  package func scaled(by other: UnitSet, isQuotient: Bool) -> UnitSet {
    switch (self, other) {
    case (.exactly(let left), .exactly(let right)):
      let conversion = isQuotient ? left.divided(by: right) : left.multiplied(by: right)
      return conversion.map { .exactly($0.unit) } ?? .any
    case (_, .exactly(let unit)) where unit.dimension.isNone: return self
    case (.exactly(let unit), _) where unit.dimension.isNone && !isQuotient: return other
    default: return .any
    }
  }

  /// Whether percentages here can take percentage points from there.
  private func meetsPoints(_ other: UnitSet) -> Bool {
    guard case .exactly(.points) = other, case .families(let families) = self else { return false }
    return families.contains(.percent)
  }
}
