import DajuanLedger
import DajuanSyntax

/// The words that may stand at a place.
struct PlaceWords {
  let environment: Environment
  let ledger: Ledger
  let values: ColumnValueCache

  // MARK: Tables

  /// The entities, the host's tables, and the queries that `let` named.
  func tables() -> [CompletionWord] {
    let named = environment.bindings.compactMap { name, binding in
      if case .query = binding { name } else { nil }
    }
    let supplied = environment.host.tables.map {
      CompletionWord(.table, Bilingual($0.name, $0.chinese ?? $0.name))
    }
    return words(.entity, .table) + supplied
      + named.sorted().map { CompletionWord(.table, Bilingual(Checker.written($0))) }
  }

  // MARK: Operands

  /// What an operand may begin with, the likeliest first: values it is compared with, columns,
  /// functions, names.
  func operand(_ operand: CursorPlace.Operand) -> [CompletionWord] {
    if operand.isConstant { return valueNames() }
    if case .enumeration = operand.type { return compared(operand) }
    let special =
      operand.takesAggregates
      ? words(.aggregate, .aggregate) : operand.takesWindows ? words(.window, .window) : []
    // Whoever compares wants a value, whoever computes a column.
    let columns = columns(operand.relation.columns)
    return values(of: operand) + (operand.takesAggregates ? special + columns : columns + special)
      + functions() + valueNames()
  }

  /// What is most likely meant where something is held against a value: values, columns, names.
  func compared(_ operand: CursorPlace.Operand) -> [CompletionWord] {
    values(of: operand) + columns(operand.relation.columns) + valueNames()
  }

  /// The values that an operand may be: of a fixed set, or those the ledger's column has.
  func values(of operand: CursorPlace.Operand) -> [CompletionWord] {
    if case .enumeration(let enumeration) = operand.type {
      return Vocabulary.entries(in: .value).filter { $0.isIn(scope: enumeration.rawValue) }
        .map { CompletionWord($0, .value) }
    }
    if let enumeration = operand.column?.type?.enumeration {
      // Held against text, a value is written as one.
      return enumeration.values.map { CompletionWord(.value, Bilingual("\"\($0)\"")) }
    }
    guard let origin = operand.column?.origin,
      let found = values.values(of: origin, in: ledger)
    else { return [] }
    return found.values.map { value in
      CompletionWord(.word, Bilingual(value.text), gloss: found.frequency(of: value))
    }
  }

  func columns(_ columns: [RelationColumn]) -> [CompletionWord] {
    columns.map { column in
      let entry = column.entity.flatMap {
        Vocabulary.entry(spelled: column.name, in: .column, scope: $0.rawValue)
      }
      let labels = Bilingual(
        Checker.written(column.label(in: .english)), Checker.written(column.label(in: .chinese)))
      return CompletionWord(
        .column, labels, also: entry?.alternatives ?? [],
        gloss: entry?.gloss ?? column.type?.summary ?? Bilingual(""))
    }
  }

  /// The language's functions, the host's, and those that `def` made.
  func functions() -> [CompletionWord] {
    let own = environment.functions.values.sorted { $0.name < $1.name }.map {
      CompletionWord(
        .function, Bilingual($0.name), gloss: Bilingual("\($0.signature) = \($0.text)"))
    }
    let supplied = environment.host.functions.map {
      CompletionWord(
        .function, Bilingual($0.name, $0.chinese ?? $0.name),
        gloss: $0.gloss.isEmpty ? $0.signature : Bilingual($0.gloss))
    }
    return words(.function, .function) + supplied + own
  }

  /// The values that `let` named, and parameters.
  func valueNames() -> [CompletionWord] {
    let named = environment.bindings.compactMap { name, binding -> CompletionWord? in
      guard case .value(let formula) = binding else { return nil }
      let written = Bilingual(Checker.written(name))
      guard let parameter = environment.parameters.first(where: { $0.name == name }) else {
        return CompletionWord(.binding, written, gloss: formula.type?.summary ?? Bilingual(""))
      }
      return CompletionWord(.parameter, written, gloss: Bilingual(parameter.typeText))
    }
    return named.sorted { $0.spelling.english < $1.spelling.english }
  }

  // MARK: Words of the language

  func words(_ category: VocabularyEntry.Category, _ kind: Candidate.Kind) -> [CompletionWord] {
    Vocabulary.entries(in: category).map { CompletionWord($0, kind) }
  }

  /// The words behind an operand or an item of a list, as the parser and the checker admit them.
  ///
  /// - Parameters:
  ///   - statement: The statement up to the word.
  ///   - isChoice: Which keywords come into question.
  ///   - marks: Whether also marks are wanted.
  /// - Returns: The words; tried in English, which stands where the Chinese ones do.
  func keywords(
    _ statement: StatementPlace, where isChoice: (Keyword) -> Bool, marks: Bool
  ) -> [CompletionWord] {
    let entries = (Vocabulary.entries(in: .keyword) + Vocabulary.entries(in: .operator)).filter {
      let keyword = $0.keyword ?? .none
      return isChoice(keyword) && (!keyword.isOperator || keyword == .sort)
    }
    let signs = (marks ? Self.marks : []).map {
      WordTrial.Word(text: $0.spelling.english, isReserved: true, joinsOperands: true, word: $0)
    }
    let words = entries.filter { $0.keyword != .to || statement.takesUnit }.map { entry in
      WordTrial.Word(
        text: entry.english, isReserved: entry.keyword?.isReserved ?? true,
        joinsOperands: entry.keyword?.joinsOperands ?? false, word: CompletionWord(entry, .keyword))
    }
    // What goes on with the stage comes before what goes on with the expression, words behind marks.
    let goOn = words.filter { !$0.joinsOperands && $0.text != "to" }
    let join = words.filter { $0.joinsOperands || $0.text == "to" }
    return WordTrial(statement.statement, statement.environment).admitted(goOn + signs + join)
  }

  private static let marks: [CompletionWord] = [
    mark("==", "is the same as", "等于"), mark("!=", "is not the same as", "不等于"),
    mark(">", "is more than", "大于"), mark(">=", "is at least", "不小于"),
    mark("<", "is less than", "小于"), mark("<=", "is at most", "不大于"),
  ]

  private static func mark(_ sign: String, _ english: String, _ chinese: String) -> CompletionWord {
    CompletionWord(.sign, Bilingual(sign), gloss: Bilingual(english, chinese))
  }
}

extension Keyword {
  /// Whether it stands between two operands, or asks something of one.
  fileprivate var joinsOperands: Bool {
    switch self {
    case .and, .or, .in, .notIn, .contains, .notContains, .starts, .ends, .matches, .overlaps, .is,
      .isNot, .missing, .present, .exact:
      true
    default: false
    }
  }
}

extension ColumnType {
  fileprivate var enumeration: Enumeration? {
    if case .enumeration(let enumeration) = self { enumeration } else { nil }
  }
}

extension ColumnValues {
  /// How often a value is there: `× 12`, or its share of a sample.
  fileprivate func frequency(of value: Value) -> Bilingual {
    if isWhole { return Bilingual("× \(value.count)") }
    if value.count == 0 { return Bilingual("rare", "少见") }
    let perMille = (value.count * 1000 + rows / 2) / rows
    let share = perMille == 0 ? "< 0.1%" : "\(perMille / 10).\(perMille % 10)%"
    return Bilingual("about \(share)", "约 \(share)")
  }
}
