package import DajuanLedger
package import DajuanSyntax

/// A pipeline whose names, types and units have been checked.
package struct CheckedQuery: Sendable {
  /// The table it starts from.
  package var origin: TableOrigin
  /// What happens to its rows, in order.
  package var steps: [Step]
  /// The columns of the result.
  package var relation: Relation
  /// Whether the query was put in Chinese: the language of its headings unless one is asked for.
  package var language: Language
  /// Whether it works out an expression alone.
  package var isValue = false
}

/// The table that a query starts from, and where it is named. One reference, as the checker holds the last
/// query on the stack again and again.
package indirect enum TableOrigin: Sendable {
  /// One of the ledger's.
  case entity(Entity, SourcePlace)
  /// One that the host supplies, with its name and columns.
  case host(String, Relation, SourcePlace)

  /// Its name in English.
  package var name: String {
    switch self {
    case .entity(let entity, _): entity.rawValue
    case .host(let name, _, _): name
    }
  }

  /// Its columns.
  package var relation: Relation {
    switch self {
    case .entity(let entity, _): Relation(of: entity)
    case .host(_, let relation, _): relation
    }
  }

  /// Where it is named.
  package var place: SourcePlace {
    switch self {
    case .entity(_, let place), .host(_, _, let place): place
    }
  }
}

/// A stretch of a text.
package struct SourcePlace: Sendable {
  package let span: Span
  package let source: Source
}

/// One checked operator with the text it was written in, for errors found while it runs.
package struct Step: Sendable {
  package indirect enum Kind: Sendable {
    /// Keeps the rows for which the condition is certain.
    case filter(Formula)
    /// Makes the columns of the result anew.
    case project([Formula])
    /// Adds columns, or replaces those at the given positions.
    case extend([Extension])
    case sort([SortOrder])
    case slice(Slice)
    /// Keeps the first row of each combination of the columns at these positions.
    case distinct([Int])
    case aggregate([Aggregate], groups: [Formula])
    case join(Join)
    case union(Union)
    case pivot(Pivot)
    case count
    case describe
    case track(Tracking)
    case cite
    /// Adds columns that look at other rows.
    case window(Windows)
    /// Stops the script unless the condition is certain of every row.
    case assert(Formula, message: String?)
    /// Makes the columns a chart is drawn of.
    case chart(ChartSpecification, [Formula])
  }

  package struct Extension: Sendable {
    /// The column replaced, or `nil` for a new one at the end.
    package let replaces: Int?
    package let formula: Formula
  }

  package struct SortOrder: Sendable {
    package let formula: Formula
    package let isDescending: Bool
  }

  package struct Slice: Sendable {
    package let skip: Int
    /// `nil` for all that follow.
    package let take: Int?
    package let groups: [Formula]
  }

  package let kind: Kind
  /// The columns after the step.
  package let relation: Relation
  package let span: Span
  package let source: Source
}

/// An aggregate with what it is taken over.
package struct Aggregate: Sendable {
  package enum Function: String, CaseIterable, Sendable {
    case count, sum, avg, min, max, median, quantile, stddev, first, last
    case countDistinct = "count_distinct"
    case any
  }

  package let function: Function
  /// What it is taken over; `nil` counts rows.
  package let argument: Formula?
  /// The share below which a quantile lies, 0 to 1.
  package let share: Double
  package let span: Span
}

/// What a `let` names.
package enum Binding: Sendable {
  case query(CheckedQuery)
  case value(Formula)
}
