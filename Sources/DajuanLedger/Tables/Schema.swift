/// The type of a column, known before a query runs.
public enum ColumnType: Hashable, Sendable {
  /// Words.
  case text
  /// One of a fixed set of words.
  case enumeration(Enumeration)
  /// Quantities in the given units.
  case quantity(UnitSet)
  /// Stretches of time.
  case period
  /// Answers.
  case truth
  /// Places in reports.
  case source
}

/// The units a column's quantities can have.
public enum UnitSet: Hashable, Sendable {
  /// Always this unit.
  case exactly(Unit)
  /// Any unit of these families, row by row.
  case families(Set<Unit.Family>)
  /// Any unit, row by row.
  case any

  /// Whether quantities in the unit may stand beside those of the set.
  public func admits(_ unit: Unit) -> Bool {
    switch self {
    case .exactly(let own): own.isCommensurable(with: unit)
    case .families(let families):
      families.contains(unit.family) || families.contains(.percent) && unit.dimension.isNone
        || families.contains(.classifier) && unit.family == .number
    case .any: true
    }
  }
}

/// A fixed set of words that a column takes its values from.
public enum Enumeration: String, CaseIterable, Hashable, Sendable {
  case kind
  case nature
  case force
  case role
  case bound
  case level
  case status
  case measure

  /// The words, in their English spelling.
  public var values: [String] {
    switch self {
    case .kind: Kind.allCases.map(\.rawValue)
    case .nature: Nature.allCases.map(\.rawValue)
    case .force: Force.allCases.map(\.rawValue)
    case .role: Role.allCases.map(\.rawValue)
    case .bound: Bound.allCases.map(\.rawValue)
    case .level: Level.allCases.map(\.rawValue)
    case .status: Status.allCases.map(\.rawValue)
    case .measure: Measure.allCases.map(\.rawValue)
    }
  }
}

/// A column's name and type.
public struct ColumnDefinition: Hashable, Sendable {
  /// The English name; queries may use the Chinese one.
  public var name: String
  /// The type.
  public var type: ColumnType

  /// Makes a definition.
  public init(_ name: String, _ type: ColumnType) {
    self.name = name
    self.type = type
  }
}

/// The columns of a table, in order.
public struct Schema: Hashable, Sendable {
  /// The columns.
  public var columns: [ColumnDefinition]

  /// Makes a schema.
  public init(_ columns: [ColumnDefinition]) { self.columns = columns }

  /// The position of a column, or `nil`.
  public func index(of name: String) -> Int? { columns.firstIndex { $0.name == name } }
}
