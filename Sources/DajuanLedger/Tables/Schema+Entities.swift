/// The tables every ledger has.
public enum Entity: String, CaseIterable, Hashable, Sendable {
  case reports
  case facts
  case indicators
  case projects
  case measures
  case honours

  /// The table's columns.
  public var schema: Schema {
    switch self {
    case .reports: .reports
    case .facts: .facts
    case .indicators: .indicators
    case .projects: .projects
    case .measures: .measures
    case .honours: .honours
    }
  }
}

extension Schema {
  private static let number = ColumnType.quantity(.exactly(.none))
  private static let money = ColumnType.quantity(.families([.money]))
  private static let percent = ColumnType.quantity(.families([.percent, .number]))
  private static let people = ColumnType.quantity(.families([.classifier, .count, .number]))
  private static let mixed = ColumnType.quantity(.any)

  private static let standing = [
    ColumnDefinition("nature", .enumeration(.nature)),
    ColumnDefinition("force", .enumeration(.force)),
    ColumnDefinition("period", .period), ColumnDefinition("source", .source),
  ]

  static let reports = Schema([
    ColumnDefinition("id", .text), ColumnDefinition("title", .text),
    ColumnDefinition("place", .text), ColumnDefinition("level", .enumeration(.level)),
    ColumnDefinition("date", .period), ColumnDefinition("reviewed", .period),
    ColumnDefinition("planned", .period), ColumnDefinition("characters", number),
    ColumnDefinition("facts", number),
  ])

  static let facts = Schema([
    ColumnDefinition("report", .text), ColumnDefinition("place", .text),
    ColumnDefinition("section", .text), ColumnDefinition("kind", .enumeration(.kind)),
    ColumnDefinition("subject", .text), ColumnDefinition("measure", .text),
    ColumnDefinition("role", .enumeration(.role)), ColumnDefinition("value", mixed),
    ColumnDefinition("unit", .text), ColumnDefinition("bound", .enumeration(.bound)),
    ColumnDefinition("nature", .enumeration(.nature)),
    ColumnDefinition("force", .enumeration(.force)),
    ColumnDefinition("period", .period), ColumnDefinition("text", .text),
    ColumnDefinition("source", .source),
  ])

  static let indicators = Schema(
    [
      ColumnDefinition("place", .text), ColumnDefinition("name", .text),
      ColumnDefinition("level", mixed), ColumnDefinition("growth", percent),
      ColumnDefinition("change", mixed), ColumnDefinition("share", percent),
      ColumnDefinition("rank", mixed),
    ] + standing)

  static let projects = Schema(
    [
      ColumnDefinition("place", .text), ColumnDefinition("name", .text),
      ColumnDefinition("area", .text), ColumnDefinition("count", mixed),
      ColumnDefinition("threshold", mixed), ColumnDefinition("started", mixed),
      ColumnDefinition("completed", mixed), ColumnDefinition("total_investment", money),
      ColumnDefinition("investment", money),
    ] + standing)

  static let measures = Schema(
    [
      ColumnDefinition("place", .text), ColumnDefinition("name", .text),
      ColumnDefinition("category", .text), ColumnDefinition("quantity", mixed),
      ColumnDefinition("coverage", percent), ColumnDefinition("beneficiaries", people),
    ] + standing)

  static let honours = Schema([
    ColumnDefinition("place", .text), ColumnDefinition("name", .text),
    ColumnDefinition("level", .enumeration(.level)), ColumnDefinition("period", .period),
    ColumnDefinition("source", .source),
  ])
}
