/// The operands of `derive`.
package struct Derivation: Sendable {
  /// The new columns; a nameless one already has its diagnostic.
  package let columns: [Assignment]

  /// Which other rows they may look at, where it is written.
  package let window: Window?

  package init(columns: [Assignment], window: Window?) {
    self.columns = columns
    self.window = window
  }
}

/// `by key, … sort key, …` after the columns of a `derive`; one of the two at least.
package struct Window: Sendable {
  /// The keys of the groups; empty for one group of all rows.
  package let groups: [Expression]

  /// The order within a group; empty for the rows as they stand.
  package let order: [SortKey]

  /// The word it begins with.
  package let keyword: Span

  package let span: Span

  package init(groups: [Expression], order: [SortKey], keyword: Span, span: Span) {
    self.groups = groups
    self.order = order
    self.keyword = keyword
    self.span = span
  }
}
