/// The value of one cell of a table.
public enum Value: Hashable, Sendable {
  /// The report is silent.
  case missing
  /// Words, or the name of an enumerated value.
  case text(String)
  /// A number with its bounds and unit.
  case quantity(Quantity)
  /// A stretch of time.
  case period(Period)
  /// An answer to a condition.
  case truth(Truth)
  /// Where the row comes from: indices of the ledger's sources.
  case source([Int])

  /// Whether there is no value.
  public var isMissing: Bool {
    switch self {
    case .missing, .truth(.undecided(.missing)): true
    default: false
    }
  }
}
