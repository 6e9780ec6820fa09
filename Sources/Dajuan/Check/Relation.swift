package import DajuanLedger
package import DajuanSyntax

/// A column of a query's result, known before the query runs.
package struct RelationColumn: Hashable, Sendable {
  /// The canonical name: English for a ledger's column, as written for a derived one.
  package var name: String
  /// The entity whose column it is, which fixes its other spellings; `nil` for a derived one.
  package var entity: Entity?
  /// The Chinese name of a column the language itself made (`sum_investment`), where it has one.
  package var chinese: String?
  /// The Chinese of values that the language itself made, by the English.
  package var chineseValues: [String: String] = [:]
  /// The type; `nil` for a column of nothing but missing values, and after a mistake.
  package var type: ColumnType?
  /// The stored column whose values it has, whatever it is called; `nil` where they are worked out.
  package var origin: Origin?
  /// Whether it holds names of indicators, which have a canonical form.
  package var namesIndicators = false
  /// Whether `to` fixed the unit, so that no 万 or 亿 is chosen for it.
  package var isPinned = false
  /// Whether an undecided answer is shown with its reason.
  package var tellsReasons = false

  /// A column of a ledger.
  package struct Origin: Hashable, Sendable {
    package let entity: Entity
    /// The English name.
    package let name: String
  }

  /// The name shown in a language.
  package func label(in language: Language) -> String {
    guard language == .chinese else { return name }
    if let chinese { return chinese }
    guard let entity else { return name }
    let entry = Vocabulary.entry(spelled: name, in: .column, scope: entity.rawValue)
    return entry?.spelling(in: language) ?? name
  }

  /// Every spelling a query may use.
  package var spellings: [String] {
    if let entity,
      let entry = Vocabulary.entry(spelled: name, in: .column, scope: entity.rawValue)
    {
      return entry.spellings
    }
    return [name] + (chinese.map { [$0] } ?? [])
  }
}

extension RelationColumn {
  /// A column of an entity.
  init(of entity: Entity, _ name: String, _ type: ColumnType) {
    self.init(
      name: name, entity: entity, type: type, origin: Origin(entity: entity, name: name),
      namesIndicators: entity == .indicators && name == "name")
  }
}

extension RelationColumn {
  /// A column that an operator makes, under the name the vocabulary has for it.
  init(madeBy keyword: Keyword, _ name: String, _ type: ColumnType) {
    let scope = Vocabulary.entry(of: keyword)?.english
    let entry = Vocabulary.entry(spelled: name, in: .column, scope: scope)
    self.init(name: name, chinese: entry?.chinese, type: type)
  }
}

/// The columns in scope at one point of a pipeline.
package struct Relation: Hashable, Sendable {
  package var columns: [RelationColumn]
  /// Whether a stage before this point could not be read, so that any name may be a column.
  package var isUncertain = false

  package init(_ columns: [RelationColumn]) { self.columns = columns }

  /// The columns of an entity.
  package init(of entity: Entity) {
    columns = entity.schema.columns.map {
      RelationColumn(of: entity, $0.name, $0.type)
    }
  }

  /// The position of the column a name means.
  package func index(of name: String) -> Int? {
    columns.firstIndex { $0.name == name } ?? columns.firstIndex { $0.spellings.contains(name) }
  }

  /// The schema of the result.
  package var schema: Schema {
    Schema(columns.map { ColumnDefinition($0.name, $0.type ?? .text) })
  }
}
