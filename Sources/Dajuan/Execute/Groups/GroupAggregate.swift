import DajuanLedger

/// One aggregate over all groups at once, over columns as they are stored.
protocol GroupAggregate: Sendable {
  /// Makes room for groups.
  mutating func grow(to count: Int)

  /// Takes in a chunk of rows, each into its group.
  ///
  /// - Returns: Whether they have the form it works on; where not, the aggregate is worked out value by
  ///   value from the start.
  mutating func add(_ chunk: Chunk, _ groups: Span<Int32>) -> Bool

  /// Takes in another worker's groups, each into the one that `groups` has at its place; below zero it
  /// has no rows.
  ///
  /// - Returns: Whether the two go together in this form.
  mutating func merge(_ other: Self, _ groups: [Int32]) -> Bool

  /// The results of the given groups, in their order.
  consuming func column(_ groups: [Int], _ workers: Workers) -> Column
}

extension GroupAggregate {
  /// The same where the other is known to be of this type.
  mutating func merge(any other: any GroupAggregate, _ groups: [Int32]) -> Bool {
    guard let other = other as? Self else { return false }
    return merge(other, groups)
  }
}

/// Makes the aggregates that work on stored columns.
enum GroupAggregates {
  /// `nil` where the aggregate has to be worked out value by value.
  static func make(
    _ aggregate: Aggregate, _ batch: Batch, _ context: EvaluationContext, _ workers: Workers
  ) -> (any GroupAggregate)? {
    guard let argument = aggregate.argument else { return GroupCounts() }
    if aggregate.function == .countDistinct {
      return KeyColumn(argument, batch.columns, context, workers).map {
        DistinctCounts($0, workers)
      }
    }
    if case .column(let place) = argument.kind {
      let column = batch.columns[place]
      switch aggregate.function {
      case .count: return PresenceTest(column).map { GroupCounts($0) }
      case .first, .last:
        return PresenceTest(column).map {
          EndRows(column, $0, isFirst: aggregate.function == .first)
        }
      default: break
      }
    }
    guard let rows = numbers(of: argument, batch, context, workers) else { return nil }
    switch aggregate.function {
    case .sum: return GroupSums(rows, isMean: false)
    case .avg: return GroupSums(rows, isMean: true)
    case .min: return GroupExtremes(rows, isLeast: true)
    case .max: return GroupExtremes(rows, isLeast: false)
    case .median: return GroupQuantiles(rows, share: 0.5)
    case .quantile: return GroupQuantiles(rows, share: aggregate.share)
    default: return nil
    }
  }

  private static func numbers(
    of formula: Formula, _ batch: Batch, _ context: EvaluationContext, _ workers: Workers
  ) -> FixedPointRows? {
    if case .column(let place) = formula.kind {
      guard case .quantity(let column) = batch.columns[place] else { return nil }
      return FixedPointRows(column)
    }
    guard case .quantity = formula.type else { return nil }
    return PackedFormula(formula, batch.columns, context, workers, rows: batch.count).map {
      FixedPointRows($0, FormulaEvaluator(columns: batch.columns, context: context))
    }
  }
}
