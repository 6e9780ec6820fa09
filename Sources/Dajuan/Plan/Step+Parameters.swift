import DajuanLedger

// Values in the place of parameters.
extension Step.Kind {
  /// The same with the value of each parameter: one that is given here, by name, or else the one it was
  /// checked with. Queries that it brings in are left as they are.
  func filled(with values: [String: Value]) -> Step.Kind {
    func filled(_ formula: Formula) -> Formula {
      formula.mappingLeaves { kind in
        guard case .parameter(let name, let value) = kind else { return kind }
        return .constant(values[name] ?? value)
      }
    }
    switch self {
    case .distinct, .join, .union, .pivot, .count, .describe, .track, .cite: return self
    case .filter(let condition): return .filter(filled(condition))
    case .project(let formulas): return .project(formulas.map(filled))
    case .extend(let extensions): return .extend(extensions.map { $0.mapping(filled) })
    case .sort(let orders): return .sort(orders.map { $0.mapping(filled) })
    case .slice(let slice):
      return .slice(
        Step.Slice(skip: slice.skip, take: slice.take, groups: slice.groups.map(filled)))
    case .aggregate(let aggregates, let groups):
      return .aggregate(aggregates.map { $0.mapping(filled) }, groups: groups.map(filled))
    case .window(let windows): return .window(windows.mapping(filled))
    case .assert(let condition, let message): return .assert(filled(condition), message: message)
    case .chart(let chart, let formulas): return .chart(chart, formulas.map(filled))
    }
  }
}

extension Step.Extension {
  fileprivate func mapping(_ map: (Formula) -> Formula) -> Self {
    Self(replaces: replaces, formula: map(formula))
  }
}

extension Step.SortOrder {
  fileprivate func mapping(_ map: (Formula) -> Formula) -> Self {
    Self(formula: map(formula), isDescending: isDescending)
  }
}

extension Aggregate {
  fileprivate func mapping(_ map: (Formula) -> Formula) -> Self {
    Self(function: function, argument: argument.map(map), share: share, span: span)
  }
}

extension Step.Windows {
  fileprivate func mapping(_ map: (Formula) -> Formula) -> Self {
    let items = items.map { item in
      Item(calls: item.calls.map { $0.mapping(map) }, column: item.column.mapping(map))
    }
    return Self(items: items, groups: groups.map(map), order: order.map { $0.mapping(map) })
  }
}

extension WindowCall {
  fileprivate func mapping(_ map: (Formula) -> Formula) -> Self {
    Self(function: function, argument: argument.map(map), distance: distance, span: span)
  }
}
