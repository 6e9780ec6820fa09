/// The operands of `join`.
package struct Join: Sendable {
  /// Which rows are kept, where it is written.
  package let kind: JoinKind?

  /// The table on the right.
  package let source: PipelineSource

  /// The keys after `on`; nil where nothing is said of them, which the checker reports, since it
  /// knows the columns both sides have.
  package let keys: [Key]?

  package init(kind: JoinKind?, source: PipelineSource, keys: [Key]?) {
    self.kind = kind
    self.source = source
    self.keys = keys
  }

  /// `column`, or `left == right`.
  package struct Key: Sendable {
    /// A column of the left side; of both where `right` is nil.
    package let left: Name

    /// The column of the right side.
    package let right: Name?

    package init(left: Name, right: Name?) {
      self.left = left
      self.right = right
    }

    package var span: Span { right.map { left.span.union($0.span) } ?? left.span }
  }
}

/// Which rows a join keeps.
package enum JoinKind: String, CaseIterable, Sendable {
  /// Each pair of rows that match.
  case inner
  /// The same, and the left rows that nothing matches.
  case left
  /// The left rows that something matches.
  case semi
  /// The left rows that nothing matches.
  case anti

  /// The kind a word names.
  package init?(_ keyword: Keyword) {
    switch keyword {
    case .inner: self = .inner
    case .left: self = .left
    case .semi: self = .semi
    case .anti: self = .anti
    default: return nil
    }
  }

  /// The word that names it.
  package var keyword: Keyword {
    switch self {
    case .inner: .inner
    case .left: .left
    case .semi: .semi
    case .anti: .anti
    }
  }

  /// Whether the right side's columns are in the result.
  package var bringsColumns: Bool { self == .inner || self == .left }
}

/// The operands of `pivot`.
package struct Pivot: Sendable {
  /// The column whose values become columns.
  package let key: Name

  /// The column that fills them.
  package let value: Name

  /// The columns after `by`; nil for all the others.
  package let groups: [Name]?

  package init(key: Name, value: Name, groups: [Name]?) {
    self.key = key
    self.value = value
    self.groups = groups
  }
}

extension Stage {
  /// The tables it brings in.
  package var sources: [PipelineSource] {
    switch kind {
    case .join(let join): [join.source]
    case .union(let sources): sources
    default: []
    }
  }
}
