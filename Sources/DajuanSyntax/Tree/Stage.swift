/// One operator of a pipeline with its operands.
package struct Stage: Sendable {
  package let kind: Kind

  /// The operator's word; empty where it is missing.
  package let keyword: Span

  /// The operator with its operands, without the `|` before it.
  package let span: Span

  package init(kind: Kind, keyword: Span, span: Span) {
    self.kind = kind
    self.keyword = keyword
    self.span = span
  }

  /// What the stage does. Boxed, as a list of stages is cheap to grow then.
  package indirect enum Kind: Sendable {
    /// `where condition`
    case `where`(Expression)

    /// `select item, …`
    case select([SelectItem])

    /// `derive name = expression, … [by key, …] [sort key, …]`
    case derive(Derivation)

    /// `sort key [asc|desc], …`
    case sort([SortKey])

    /// `take count [by key, …]`
    case take(RowCount)

    /// `skip count [by key, …]`
    case skip(RowCount)

    /// `distinct [column, …]`; empty for whole rows.
    case distinct([Expression])

    /// `summarize [name =] aggregate, … [by [name =] key, …]`
    case summarize(Summary)

    /// `join [kind] source on key, …`
    case join(Join)

    /// `union source, …`
    case union([PipelineSource])

    /// `pivot key values value [by column, …]`
    case pivot(Pivot)

    /// `count`
    case count

    /// `describe`
    case describe

    /// `track`
    case track

    /// `cite`
    case cite

    /// `assert condition [, "message"]`
    case assert(Assertion)

    /// `chart bar name, value` and its like
    case chart(Chart)

    /// An operator that could not be read; the columns after it are anybody's guess, so nothing
    /// downstream should be reported as unknown. Its diagnostic exists already.
    case missing
  }
}

/// `name = value`, or a value alone.
package struct Assignment: Sendable {
  /// The name before `=`; nil where there is none.
  package let name: Name?

  package let value: Expression

  package init(name: Name?, value: Expression) {
    self.name = name
    self.value = value
  }

  package var span: Span {
    name.map { $0.span.union(value.span) } ?? value.span
  }
}

/// One item of `select`.
package enum SelectItem: Sendable {
  /// A column or an expression, perhaps with a new name.
  case keep(Assignment)

  /// `-column`; the span begins at the minus.
  case drop(Name, Span)

  package var span: Span {
    switch self {
    case .keep(let assignment): assignment.span
    case .drop(_, let span): span
    }
  }
}

/// One key of `sort`.
package struct SortKey: Sendable {
  package let value: Expression

  /// Which way, where it is written.
  package let direction: Direction?

  package let span: Span

  package init(value: Expression, direction: Direction?, span: Span) {
    self.value = value
    self.direction = direction
    self.span = span
  }

  /// Whether the largest comes first.
  package var isDescending: Bool { direction == .descending }

  /// Which way a key sorts.
  package enum Direction: Sendable {
    case ascending
    case descending
  }
}

/// The operands of `take` and `skip`.
package struct RowCount: Sendable {
  /// How many rows.
  package let count: Expression

  /// The keys of the groups each count applies to; empty for one group of all rows.
  package let groups: [Expression]

  package init(count: Expression, groups: [Expression]) {
    self.count = count
    self.groups = groups
  }
}

/// The operands of `summarize`.
package struct Summary: Sendable {
  package let aggregates: [Assignment]

  /// The keys after `by`; empty for one row over everything.
  package let groups: [Assignment]

  package init(aggregates: [Assignment], groups: [Assignment]) {
    self.aggregates = aggregates
    self.groups = groups
  }
}
