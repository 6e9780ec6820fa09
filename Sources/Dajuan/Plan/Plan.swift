package import DajuanLedger
package import DajuanSyntax

/// What is to be done to answer a query, in order: a plain value, without closures, so that it can
/// be printed or written out for another engine.
package struct Plan: Sendable {
  /// One operation on rows.
  package struct Operation: Sendable {
    package let kind: Kind
    /// The columns after it.
    package let relation: Relation
    /// Where it was written, for errors found while it runs.
    package let span: Span
    package let source: Source
  }

  package indirect enum Kind: Sendable {
    case filter(Formula)
    case project([Formula])
    case extend([Step.Extension])
    /// With a limit, only the first rows of the order are kept.
    case sort([Step.SortOrder], limit: Int?)
    case slice(Step.Slice)
    case distinct([Int])
    case aggregate([Aggregate], groups: [Formula])
    case join(Join)
    case union(Union)
    case pivot(Step.Pivot)
    case count
    case describe
    case track(Tracking)
    case cite
    case window(Step.Windows)
    case assert(Formula, message: String?)
    case chart(ChartSpecification, [Formula])
  }

  /// The table the rows come from.
  package let origin: TableOrigin
  package let operations: [Operation]
  /// Whether every row must remember which passages it rests on, because `cite` asks for them.
  package let keepsLineage: Bool
  /// The columns of the result.
  package let relation: Relation
}

extension Plan.Kind {
  /// Whether as many rows come out as go in.
  var keepsRows: Bool {
    switch self {
    case .project, .extend, .window: true
    case .sort(_, let limit): limit == nil
    default: false
    }
  }
}

extension Plan {
  /// Plans a checked query: a sort of which only the first rows are taken keeps only those.
  ///
  /// Queries it brings in keep lineage where it does, or where `keepsLineage` says so. Parameters have
  /// the given values, by name, and others the one they were checked with.
  package init(
    _ query: CheckedQuery, keepsLineage: Bool = false, values: [String: Value] = [:]
  ) {
    let keepsLineage =
      keepsLineage || query.steps.contains { if case .cite = $0.kind { true } else { false } }
    var operations: [Operation] = []
    for step in query.steps {
      let last = operations.last?.kind
      let kind = Kind(step.kind.filled(with: values), keepsLineage: keepsLineage, values)
      if case .slice(let slice) = kind, case .sort(let orders, limit: nil) = last,
        slice.groups.isEmpty, slice.skip == 0, let take = slice.take
      {
        operations[operations.count - 1] = Operation(.sort(orders, limit: take), step)
      } else {
        operations.append(Operation(kind, step))
      }
    }
    self.init(
      origin: query.origin, operations: operations,
      keepsLineage: keepsLineage,
      relation: query.relation)
  }
}

extension Plan.Operation {
  fileprivate init(_ kind: Plan.Kind, _ step: Step) {
    self.init(kind: kind, relation: step.relation, span: step.span, source: step.source)
  }
}

extension Plan.Kind {
  fileprivate init(_ step: Step.Kind, keepsLineage: Bool, _ values: [String: Value]) {
    func plan(_ query: CheckedQuery) -> Plan {
      Plan(query, keepsLineage: keepsLineage, values: values)
    }
    switch step {
    case .join(let join): self = .join(Plan.Join(join, right: plan(join.right)))
    case .union(let union):
      self = .union(
        Plan.Union(
          parts: union.parts.map { Plan.Union.Part(plan: plan($0.query), places: $0.places) }))
    case .pivot(let pivot): self = .pivot(pivot)
    case .filter(let condition): self = .filter(condition)
    case .project(let formulas): self = .project(formulas)
    case .extend(let extensions): self = .extend(extensions)
    case .sort(let orders): self = .sort(orders, limit: nil)
    case .slice(let slice): self = .slice(slice)
    case .distinct(let columns): self = .distinct(columns)
    case .aggregate(let aggregates, let groups): self = .aggregate(aggregates, groups: groups)
    case .count: self = .count
    case .describe: self = .describe
    case .track(let tracking): self = .track(tracking)
    case .cite: self = .cite
    case .window(let windows): self = .window(windows)
    case .assert(let condition, let message): self = .assert(condition, message: message)
    case .chart(let chart, let formulas): self = .chart(chart, formulas)
    }
  }
}
