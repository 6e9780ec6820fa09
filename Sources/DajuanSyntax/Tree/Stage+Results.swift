/// The operands of `assert`.
package struct Assertion: Sendable {
  package let condition: Expression

  /// What is said where a row fails.
  package let message: String?

  package init(condition: Expression, message: String?) {
    self.condition = condition
    self.message = message
  }
}

/// The operands of `chart`.
package struct Chart: Sendable {
  package let form: Form

  /// The word of the form.
  package let formSpan: Span

  /// What is drawn, as many as the form takes unless a diagnostic says otherwise.
  package let columns: [Assignment]

  /// The keys after `by`, for sparklines.
  package let groups: [Assignment]

  package init(form: Form, formSpan: Span, columns: [Assignment], groups: [Assignment]) {
    self.form = form
    self.formSpan = formSpan
    self.columns = columns
    self.groups = groups
  }

  /// The kinds of charts.
  package enum Form: String, CaseIterable, Sendable {
    /// A name and a value a row.
    case bar

    /// x, y, and perhaps the series a row belongs to.
    case line

    /// A value a row, in the order of the rows.
    case spark

    /// How many columns it takes.
    package var columnCount: ClosedRange<Int> {
      switch self {
      case .bar: 2...2
      case .line: 2...3
      case .spark: 1...1
      }
    }
  }
}
