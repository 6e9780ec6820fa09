public import DajuanLedger
internal import DajuanSyntax

/// A column of a table or of an answer, known before anything runs.
public struct ResultColumn: Hashable, Sendable {
  /// The English name; that of a derived column is as the query has it.
  public let name: String
  /// The Chinese name; the same as the other where there is none.
  public let chinese: String
  /// What it holds, with the units of quantities. A column of nothing but missing values is text.
  public let type: ColumnType
  /// The one unit of all its quantities, where there is one.
  public var unit: Unit? {
    if case .quantity(.exactly(let unit)) = type { return unit }
    return nil
  }

  init(_ column: RelationColumn) {
    name = column.name
    chinese = column.label(in: .chinese)
    type = column.type ?? .text
  }
}

/// A table that queries can start from.
public struct TableDescription: Hashable, Sendable {
  /// The English name.
  public let name: String
  /// The Chinese name; the same as the other where there is none.
  public let chinese: String
  /// The columns, in order.
  public let columns: [ResultColumn]

  init(_ entity: Entity) {
    name = entity.rawValue
    chinese = Vocabulary.entries(spelled: entity.rawValue, in: .entity).first?.chinese ?? name
    columns = Relation(of: entity).columns.map(ResultColumn.init)
  }

  init(_ table: HostTable) {
    name = table.name
    chinese = table.chinese ?? table.name
    columns = table.relation.columns.map(ResultColumn.init)
  }
}
