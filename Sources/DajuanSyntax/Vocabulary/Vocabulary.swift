/// The one bilingual table: every word of the language and its other spelling.
///
/// The lexer, the checker, completion, help, the printer and Grammar/ all read it. To add a word,
/// add one entry to the list of its category.
package enum Vocabulary {
  /// Every entry, by category, in the order help shows them.
  package static let entries: [VocabularyEntry] =
    keywords + operators + functions + aggregates + windows + entities + columns + values + units
    + types

  /// The entries of a category, in the order help shows them.
  package static func entries(in category: VocabularyEntry.Category) -> [VocabularyEntry] {
    switch category {
    case .keyword: keywords
    case .operator: operators
    case .function: functions
    case .aggregate: aggregates
    case .window: windows
    case .entity: entities
    case .column: columns
    case .value: values
    case .unit: units
    case .type: types
    }
  }

  /// The entries of a category that a spelling may mean, in any scope. Cost: one hash; the first time
  /// a category is asked for, one for each of its spellings.
  package static func entries(
    spelled spelling: String,
    in category: VocabularyEntry.Category
  ) -> [VocabularyEntry] {
    guard let positions = index(of: category)[spelling] else { return [] }
    let entries = entries(in: category)
    return positions.map { entries[$0] }
  }

  /// The entry of a category that a spelling means, within `scope` where one is given: the entity
  /// of a column, the enumeration of a value, by English name. An entry without a scope is in all.
  package static func entry(
    spelled spelling: String,
    in category: VocabularyEntry.Category,
    scope: String? = nil
  ) -> VocabularyEntry? {
    entries(spelled: spelling, in: category).first {
      scope.map($0.isIn(scope:)) ?? true
    }
  }

  /// The English spelling a word stands for in a category and scope, or nil for a word unknown
  /// there: what look-ups key on.
  package static func canonical(
    _ spelling: String,
    in category: VocabularyEntry.Category,
    scope: String? = nil
  ) -> String? {
    entry(spelled: spelling, in: category, scope: scope)?.english
  }

  /// Every accepted spelling of a category, within `scope` where one is given.
  package static func spellings(
    of category: VocabularyEntry.Category,
    scope: String? = nil
  ) -> [String] {
    entries(in: category).filter { entry in scope.map(entry.isIn(scope:)) ?? true }
      .flatMap(\.spellings)
  }

  /// The entry of a keyword; nil only for `none`.
  package static func entry(of keyword: Keyword) -> VocabularyEntry? {
    byKeyword[Int(keyword.rawValue)]
  }

  /// Where the entries of a spelling are among those of its category.
  private typealias Index = [String: [Int]]

  // Each is made when its category is first asked for: a query uses few of them.
  private static let keywordIndex = makeIndex(.keyword)
  private static let operatorIndex = makeIndex(.operator)
  private static let functionIndex = makeIndex(.function)
  private static let aggregateIndex = makeIndex(.aggregate)
  private static let windowIndex = makeIndex(.window)
  private static let entityIndex = makeIndex(.entity)
  private static let columnIndex = makeIndex(.column)
  private static let valueIndex = makeIndex(.value)
  private static let unitIndex = makeIndex(.unit)
  private static let typeIndex = makeIndex(.type)

  private static func index(of category: VocabularyEntry.Category) -> Index {
    switch category {
    case .keyword: keywordIndex
    case .operator: operatorIndex
    case .function: functionIndex
    case .aggregate: aggregateIndex
    case .window: windowIndex
    case .entity: entityIndex
    case .column: columnIndex
    case .value: valueIndex
    case .unit: unitIndex
    case .type: typeIndex
    }
  }

  private static func makeIndex(_ category: VocabularyEntry.Category) -> Index {
    var result: Index = [:]
    let entries = entries(in: category)
    result.reserveCapacity(entries.count * 2)
    for (position, entry) in entries.enumerated() {
      for spelling in entry.spellings { result[spelling, default: []].append(position) }
    }
    return result
  }

  /// No other category has words that make a token of their own.
  private static let byKeyword: [VocabularyEntry?] = {
    var result = [VocabularyEntry?](repeating: nil, count: Keyword.allCases.count)
    for entry in keywords + operators {
      if let keyword = entry.keyword { result[Int(keyword.rawValue)] = entry }
    }
    return result
  }()
}

extension VocabularyEntry {
  /// Whether the word is at home in `scope`, or everywhere.
  package func isIn(scope: String) -> Bool {
    self.scope.isEmpty || self.scope.contains(scope)
  }
}
