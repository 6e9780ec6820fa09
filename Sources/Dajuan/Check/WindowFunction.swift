import DajuanLedger
package import DajuanSyntax

/// The functions of `derive` that look at other rows of a row's group.
package enum WindowFunction: String, CaseIterable, Sendable {
  case lag, lead, rank
  case rowNumber = "row_number"
  case runningSum = "running_sum"
  case shareOf = "share_of"

  /// The function a word means, in either language.
  init?(spelled name: String) {
    guard let english = Vocabulary.canonical(name, in: .window) else { return nil }
    self.init(rawValue: english)
  }

  /// How many arguments it takes.
  var argumentCount: ClosedRange<Int> {
    switch self {
    case .lag, .lead: 1...2
    case .rank, .rowNumber: 0...0
    case .runningSum, .shareOf: 1...1
    }
  }

  /// The type of its values.
  func result(of argument: ColumnType?) -> ColumnType? {
    switch self {
    case .lag, .lead, .runningSum: argument
    case .rank, .rowNumber: .quantity(.exactly(.none))
    case .shareOf: .quantity(.exactly(.percent))
    }
  }
}

/// A window function with what it is taken of.
package struct WindowCall: Sendable {
  package let function: WindowFunction
  /// What it is taken of; `nil` for one that takes nothing.
  package let argument: Formula?
  /// How many rows `lag` and `lead` look away.
  package let distance: Int
  package let span: Span

  /// The type of its values.
  var type: ColumnType? { function.result(of: argument?.type) }
}

extension Step {
  /// Columns of `derive` that look at other rows.
  package struct Windows: Sendable {
    /// One column: its window functions, whose values stand after the columns there are while the
    /// formula is worked out.
    package struct Item: Sendable {
      package let calls: [WindowCall]
      package let column: Extension
    }

    package let items: [Item]
    /// The keys of the groups; none for one group of all rows.
    package let groups: [Formula]
    /// The order within a group; none for the rows as they stand.
    package let order: [SortOrder]
  }
}
