/// The tables of a ledger as Arrow files: `facts.arrow` and so on, one an entity, and `sources.arrow`.
///
/// A column of words or of periods is a dictionary column of its name; what a quantity becomes,
/// ``QuantityFile`` says. A `source` is a row of `sources.arrow`, counted from nought, or a list of
/// them.
enum TableFile {
  /// The columns of an entity's file.
  static func columns(of table: Table, _ entity: Entity) throws(StoreError) -> [ArrowOutputColumn] {
    let name = entity.rawValue
    var texts: [(name: String, column: TextColumn)] = []
    for (definition, column) in zip(table.schema.columns, table.columns) {
      if case .text(let column) = column { texts.append((definition.name, column)) }
    }
    var columns: [ArrowOutputColumn] = []
    for (definition, column) in zip(table.schema.columns, table.columns) {
      switch column {
      case .text(let column):
        columns.append(try column.arrowColumn(definition.name, table: name))
      case .period(let column):
        columns.append(try column.arrowColumn(definition.name, table: name))
      case .source(let column):
        columns.append(column.arrowColumn(definition.name))
      case .quantity(let column):
        columns += try QuantityFile(name: definition.name, table: name)
          .columns(of: column, among: texts)
      case .truth:
        preconditionFailure("no entity has a column of answers")
      }
    }
    return columns
  }

  /// What a file says of itself.
  static func metadata(of name: String) -> ArrowMetadata {
    [TableFormat.table: name, TableFormat.format: TableFormat.version]
  }

  /// The table of an entity's file, not copied: what is read is the metadata, and distinct periods and
  /// units.
  static func table(_ entity: Entity, of file: ArrowFile) throws(StoreError) -> Table {
    try check(file, is: entity.rawValue)
    var columns: [Column] = []
    for definition in entity.schema.columns {
      switch definition.type {
      case .text, .enumeration:
        columns.append(.text(try TextColumn(file.column(definition.name))))
      case .period:
        columns.append(.period(try PeriodColumn(file.column(definition.name))))
      case .source:
        columns.append(.source(try SourceColumn(file.column(definition.name))))
      case .quantity:
        let quantity = QuantityFile(name: definition.name, table: entity.rawValue)
        columns.append(.quantity(try quantity.column(of: file)))
      case .truth:
        preconditionFailure("no entity has a column of answers")
      }
    }
    return Table(entity.schema, columns, count: file.rowCount)
  }

  /// The passages of a file.
  static func sources(of file: ArrowFile) throws(StoreError) -> SourceTable {
    try check(file, is: StoredSources.name)
    return SourceTable(try StoredSources(file))
  }

  private static func check(_ file: ArrowFile, is name: String) throws(StoreError) {
    guard file.metadata[TableFormat.table] == name else {
      throw .damaged(file: file.file.path, reason: "it is no table of \(name)")
    }
    let version = file.metadata[TableFormat.format] ?? ""
    guard version == TableFormat.version else {
      throw .damaged(
        file: file.file.path,
        reason: "its form is `\(version)`, and \(TableFormat.version) is read here")
    }
  }
}
