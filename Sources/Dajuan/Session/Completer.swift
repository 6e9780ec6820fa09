import DajuanLedger
public import DajuanSyntax

extension Session {
  /// The words that may stand at a cursor, in the language the text is written in.
  ///
  /// - Parameters:
  ///   - text: What has been typed, all lines of the statement.
  ///   - cursor: The place, in Unicode scalars from the start.
  ///   - language: The language for a word not yet begun, in a text that shows none.
  /// - Returns: The candidates that go on from what is typed, and what they replace.
  ///
  /// Cost: parses and checks the text, and looks through the ledger's words where a value of a
  /// column of words is asked for.
  public func candidates(
    in text: String, at cursor: Int, language: Language = .english
  ) -> CandidateList {
    let scalars = Array(text.unicodeScalars.prefix(max(0, cursor)))
    let wordStart =
      Self.openQuote(in: scalars) ?? (scalars.lastIndex { !Self.isWord($0) } ?? -1) + 1
    let word = String(String.UnicodeScalarView(scalars[wordStart...]))
    let before = String(String.UnicodeScalarView(scalars[..<wordStart]))
    let isChinese =
      Self.isChinese(word) || word.isEmpty && (language == .chinese || Self.isChinese(before))
    let context = CompletionContext(before: before, session: self)
    let chosen: Language = isChinese ? .chinese : .english
    let all = word.hasPrefix("$") ? context.references() : context.candidates(in: chosen)
    let fitting = all.filter { $0.text.hasPrefix(word) }
    return CandidateList(replacing: wordStart..<scalars.count, candidates: fitting)
  }

  /// Where a string or a quoted name begins that is still open at the end of the last line.
  private static func openQuote(in scalars: [Unicode.Scalar]) -> Int? {
    let line = (scalars.lastIndex(of: "\n") ?? -1) + 1
    var open: Int?
    for index in scalars.indices[line...] where scalars[index] == "\"" || scalars[index] == "`" {
      guard let start = open else {
        open = index
        continue
      }
      if scalars[start] == scalars[index] { open = nil }
    }
    return open
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "$" || scalar.properties.isAlphabetic
      || scalar.properties.numericType != nil
  }

  private static func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.value >= 0x2E80 && $0.properties.isAlphabetic }
  }
}

/// Where in a query the cursor stands, found by the parser and the checker.
struct CompletionContext {
  enum Place {
    case statement
    /// A table among operands, and words that may stand before it.
    case table([Keyword])
    /// Nothing but one of these words.
    case words([Keyword])
    /// A column of a relation, one of a few first, or one of these words.
    case column(Relation, first: [RelationColumn], [Keyword])
    case operatorWord
    case stage(Keyword, Relation)
    case valueOf(RelationColumn, Relation)
    case unit
    /// An expression that no row is for: of `let`, `def` or `param`.
    case value([Name])
    case type
    case none
  }

  private let place: Place
  private let session: Session
  private let environment: Environment
  private var bindings: [String: Binding] { environment.bindings }

  init(before: String, session: Session) {
    self.session = session
    let source = Source(before)
    let lexed = LexedSource.lex(source)
    let tokens = lexed.tokens.filter { $0.kind != .end }
    // A line break at the very end makes no token, and still ends a statement that is whole.
    let isAfterStatement =
      !lexed.isOpen && source.bytes[(tokens.last?.span.end ?? 0)...].contains(0x0A)
    let statement =
      isAfterStatement
      ? tokens.indices.last
      : tokens.lastIndex { $0.kind == .newline || $0.kind == .semicolon }
    let whole = tokens[((statement ?? -1) + 1)...]
    let statementStart = statement.map { tokens[$0].span.end } ?? 0
    let earlier = Source(name: "", bytes: Array(source.bytes[..<statementStart]))
    environment =
      Checker.check(
        ParsedScript.parse(earlier).script, in: earlier, environment: session.environment,
        isDry: true
      ).environment
    if let definition = Self.place(inDefinition: Array(whole), source, from: statementStart) {
      place = definition
      return
    }
    let scan = PipelineScan(whole)
    let current = whole[scan.start...]
    let start = current.startIndex > 0 ? tokens[current.startIndex - 1].span.end : 0
    guard let last = current.last else {
      place = .statement
      return
    }
    if last.kind == .pipe {
      place = .operatorWord
      return
    }
    guard let pipe = scan.lastPipe else {
      let opensPipeline = last.kind == .assign || last.kind == .leftParenthesis
      place = opensPipeline ? .statement : .none
      return
    }
    // The columns in scope are those after the last whole stage.
    let finished = Source(
      name: "", bytes: Array(source.bytes[start..<tokens[pipe].span.start]))
    guard let relation = Self.relation(of: finished, environment) else {
      place = .none
      return
    }
    let stage = Array(current[(pipe + 1)...])
    place =
      Self.tablePlace(in: stage, source, relation, environment)
      ?? Self.place(in: stage, source, relation)
  }

  /// The place in a `def` or a `param`; nil in anything else.
  private static func place(
    inDefinition tokens: [Token], _ source: Source, from start: Int
  ) -> Place? {
    guard let word = tokens.first?.keyword, word == .def || word == .param else { return nil }
    guard tokens.contains(where: { $0.kind == .assign }) else {
      return word == .param && tokens.last?.kind == .colon ? .type : Place.none
    }
    if tokens.last?.keyword == .to { return .unit }
    let statement = Source(name: "", bytes: Array(source.bytes[start...]))
    guard case .definition(let definition) = ParsedScript.parse(statement).script.statements.first
    else { return .value([]) }
    return .value(definition.parameters)
  }

  static func relation(of source: Source, _ environment: Environment) -> Relation? {
    switch ParsedScript.parse(source).script.statements.last {
    case .pipeline(let pipeline): Checker.scope(of: pipeline, in: source, environment: environment)
    case .binding(let binding):
      if case .pipeline(let pipeline) = binding.value {
        Checker.scope(of: pipeline, in: source, environment: environment)
      } else if case .expression(let expression) = binding.value,
        case .name(let name) = expression.unwrapped.kind
      {
        Checker.scope(
          of: Pipeline(source: .name(name), stages: [], span: name.span), in: source,
          environment: environment)
      } else {
        nil
      }
    case .definition, .parameter, .value: nil
    case nil: environment.previous?.relation
    }
  }

  private static func place(in stage: [Token], _ source: Source, _ relation: Relation) -> Place {
    guard let last = stage.last else { return .operatorWord }
    if last.keyword == .to { return .unit }
    if last.keyword == .chart, stage.count == 1 { return .words([.bar, .line, .spark]) }
    // `column ==`, `column in (`, `column in (a,`: the column decides what may follow.
    var index = stage.count - 1
    while index > 0,
      stage[index].kind == .comma || stage[index].kind == .leftParenthesis
        || stage[index].kind == .leftBracket || stage[index].kind == .string
        || stage[index].kind == .word && stage[index].keyword == .none
    {
      // Only back over a list that `in` opened.
      let isList = stage[..<index].contains { $0.keyword == .in || $0.keyword == .notIn }
      if !isList { break }
      index -= 1
    }
    let isComparison: Bool
    switch stage[index].kind {
    case .equal, .notEqual, .assign: isComparison = true
    default: isComparison = stage[index].keyword == .in || stage[index].keyword == .notIn
    }
    if isComparison, index > 1 {
      let name = source.text(stage[index - 1].span)
      if let column = relation.index(of: name) {
        return .valueOf(relation.columns[column], relation)
      }
    }
    return .stage(Self.clause(of: stage), relation)
  }

  /// The operator whose operands stand last: the order of a window is written as a `sort` is.
  private static func clause(of stage: [Token]) -> Keyword {
    guard let first = stage.first?.keyword else { return .none }
    if first == .derive, stage.dropFirst().contains(where: { $0.keyword == .sort }) { return .sort }
    return first
  }

  // MARK: Candidates

  func candidates(in language: Language) -> [Candidate] {
    switch place {
    case .statement:
      return tables(language)
        + words(.keyword, language) { [.let, .def, .param].contains($0.keyword) }
    case .value(let names):
      let own = names.map { Candidate(text: $0.text, kind: "parameter", gloss: "") }
      return own + valueNames() + functions(language)
    case .type: return words(.type, language) + words(.unit, language)
    case .table(let keywords): return words(keywords, language) + tables(language)
    case .words(let keywords): return words(keywords, language)
    case .column(let relation, let first, let keywords):
      return columns(first, language)
        + columns(relation.columns.filter { !first.contains($0) }, language)
        + words(keywords, language)
    case .operatorWord: return words(.operator, language)
    case .unit: return words(.unit, language)
    case .none: return []
    case .valueOf(let column, let relation):
      return values(of: column, language) + columns(relation.columns, language)
    case .stage(.count, _), .stage(.describe, _), .stage(.track, _), .stage(.cite, _): return []
    case .stage(let keyword, let relation):
      let modifiers = Self.modifiers(of: keyword)
      let functions =
        keyword == .summarize
        ? words(.aggregate, language) : keyword == .derive ? windowWords(language) : []
      return columns(relation.columns, language) + functions
        + words(.keyword, language) { entry in entry.keyword.map(modifiers.contains) ?? false }
        + self.functions(language) + valueNames()
    }
  }

  /// The functions of `derive`, and the word that orders their rows.
  private func windowWords(_ language: Language) -> [Candidate] {
    words(.window, language) + words(.operator, language) { $0.keyword == .sort }
  }

  private static func modifiers(of keyword: Keyword) -> Set<Keyword> {
    switch keyword {
    case .sort: [.ascending, .descending]
    case .take, .skip: [.by]
    case .summarize: [.by, .to]
    case .where, .assert:
      [
        .and, .or, .not, .in, .notIn, .contains, .notContains, .starts, .ends, .matches, .overlaps,
        .is, .isNot, .missing, .present, .exact,
      ]
    case .derive: [.to, .by]
    case .select: [.to]
    case .chart: [.by]
    default: []
    }
  }

  private func tables(_ language: Language) -> [Candidate] {
    let named = bindings.compactMap { name, binding in
      if case .query = binding { Candidate(text: name, kind: "let", gloss: "") } else { nil }
    }
    return words(.entity, language) + named.sorted { $0.text < $1.text }
  }

  private func valueNames() -> [Candidate] {
    bindings.compactMap { name, binding in
      guard case .value = binding else { return nil }
      let parameter = environment.parameters.first { $0.name == name }
      return Candidate(
        text: name, kind: parameter == nil ? "let" : "param", gloss: parameter?.typeText ?? "")
    }.sorted { $0.text < $1.text }
  }

  /// The names that may follow `$`, with it.
  func references() -> [Candidate] {
    var names = valueNames()
    if case .value(let own) = place {
      names += own.map { Candidate(text: $0.text, kind: "parameter", gloss: "") }
    }
    return names.map { Candidate(text: "$" + $0.text, kind: $0.kind, gloss: $0.gloss) }
  }

  /// The language's functions, and those that `def` made.
  private func functions(_ language: Language) -> [Candidate] {
    let own = environment.functions.values.sorted { $0.name < $1.name }.map {
      Candidate(text: $0.name, kind: "function", gloss: "\($0.signature) = \($0.text)")
    }
    return words(.function, language) + own
  }

  private func words(_ keywords: [Keyword], _ language: Language) -> [Candidate] {
    keywords.flatMap { keyword in words(.keyword, language) { $0.keyword == keyword } }
  }

  private func columns(_ columns: [RelationColumn], _ language: Language) -> [Candidate] {
    columns.map { column in
      let entry = column.entity.flatMap {
        Vocabulary.entry(spelled: column.name, in: .column, scope: $0.rawValue)
      }
      return Candidate(
        text: Checker.written(column.label(in: language)), kind: "column",
        gloss: entry?.gloss[language] ?? "")
    }
  }

  /// The values of an enumerated column, or the words a column of words has, most frequent first.
  private func values(of column: RelationColumn, _ language: Language) -> [Candidate] {
    if case .enumeration(let enumeration) = column.type {
      return words(.value, language) { $0.isIn(scope: enumeration.rawValue) }
    }
    guard case .text = column.type, let entity = column.entity else { return [] }
    let table = session.ledger.table(entity)
    guard let index = table.schema.index(of: column.name),
      case .text(let words) = table.columns[index]
    else { return [] }
    var counts = [Int](repeating: 0, count: words.words.count)
    for row in 0..<words.count {
      let code = Int(words.codes[row])
      if counts.indices.contains(code) { counts[code] += 1 }
    }
    let order = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
    return order.prefix(200).map {
      Candidate(text: "\"\(words.words[$0])\"", kind: "word", gloss: "× \(counts[$0])")
    }
  }

  private func words(
    _ category: VocabularyEntry.Category, _ language: Language,
    where isWanted: (VocabularyEntry) -> Bool = { _ in true }
  ) -> [Candidate] {
    let kind =
      switch category {
      case .entity: "table"
      case .aggregate: "aggregate"
      default: category.rawValue
      }
    return Vocabulary.entries(in: category).filter(isWanted).map {
      Candidate(text: $0.spelling(in: language), kind: kind, gloss: $0.gloss[language])
    }
  }
}
