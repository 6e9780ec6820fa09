import DajuanLedger
public import DajuanSyntax

extension Session {
  /// The words that may stand at a cursor, in the language the text is written in.
  ///
  /// A word fits if it begins with what is typed, letter case and width aside; failing that, if another
  /// spelling of it does, or if its Chinese spelling is read so: `dqs` stands for 地区生产总值, by the
  /// first letters or more of each syllable. If none does, words that have what is typed within fit.
  ///
  /// The parser and the checker tell what the place is: they are given the statement with a name in the
  /// place of the word.
  ///
  /// - Parameters:
  ///   - text: What has been typed, all lines of the statement.
  ///   - cursor: The place, in Unicode scalars from the start.
  ///   - language: The language for a word not yet begun, in a text that shows none.
  /// - Returns: The candidates that go on from what is typed, and what they replace; no more than 200
  ///   values of a column.
  ///
  /// Cost: parses and checks the text up to the cursor, and its last statement some forty times more;
  /// where the values of a column are asked for, counts them the first time, at most 262,144 rows.
  public func candidates(
    in text: String, at cursor: Int, language: Language = .english
  ) -> CandidateList {
    StackRoom.call { list(in: text, at: cursor, language) }
  }

  private func list(in text: String, at cursor: Int, _ language: Language) -> CandidateList {
    let scalars = text.unicodeScalars.prefix(max(0, cursor))
    let typed = TypedWord(endingAtCursor: String(String.UnicodeScalarView(scalars)))
    let language = typed.language(else: language)
    let (words, word) = words(at: typed)
    return CandidateList(
      replacing: scalars.count - word.unicodeScalars.count..<scalars.count,
      candidates: TypedText(word, language).candidates(among: words, language),
      language: language)
  }

  /// All words that may stand where something is being typed, and what of it is replaced.
  private func words(at typed: TypedWord) -> (words: [CompletionWord], typed: String) {
    let environment = environment.forCompletion(ledger)
    guard case .number = typed.kind else {
      return (words(at: typed, environment), typed.typed)
    }
    // Digits begin a period where one is wanted, and elsewhere a unit may follow.
    let statement = StatementPlace(before: typed.text[..<typed.start], environment)
    guard case .operand(let operand) = statement.place?.kind else { return ([], "") }
    let values = words(statement).operand(operand).filter { $0.kind == .word }
    if operand.type == .period { return (values, typed.typed) }
    return (units(after: typed.start, typed, isApart: false, environment), "")
  }

  private func words(at typed: TypedWord, _ environment: Environment) -> [CompletionWord] {
    switch typed.kind {
    case .nothing, .number: return []
    case .string:
      return operandWords(typed, typed.start, environment).filter {
        $0.spelling.english.hasPrefix("\"")
      }
    case .quotedName:
      return operandWords(typed, typed.start, environment).filter {
        $0.spelling.english.hasPrefix("`") || $0.spelling.chinese.hasPrefix("`")
      }
    case .reference:
      let statement = StatementPlace(before: typed.text[..<typed.start], environment)
      let words =
        self.words(statement).valueNames() + (statement.parameters ?? []).map(Self.parameter)
      return words.map {
        CompletionWord($0.kind, Bilingual("$" + $0.spelling.english), gloss: $0.gloss)
      }
    case .unit(let numberStart, let isApart):
      let units = units(after: numberStart, typed, isApart: isApart, environment)
      guard isApart else { return units }
      let statement = StatementPlace(before: typed.text[..<typed.start], environment)
      return units + words(statement).keywords(statement, where: { _ in true }, marks: false)
    case .word: return operandWords(typed, typed.start, environment)
    }
  }

  private func words(_ statement: StatementPlace) -> PlaceWords {
    PlaceWords(
      environment: statement.place?.environment ?? statement.environment, ledger: ledger,
      values: columnValues)
  }

  private static func parameter(_ name: Name) -> CompletionWord {
    CompletionWord(.parameter, Bilingual(name.text))
  }

  /// The units that fit what a number is compared with.
  private func units(
    after numberStart: Int, _ typed: TypedWord, isApart: Bool, _ environment: Environment
  ) -> [CompletionWord] {
    let statement = StatementPlace(before: typed.text[..<numberStart], environment)
    guard case .operand(let operand) = statement.place?.kind, !operand.isConstant else { return [] }
    return FittingUnits.words(
      for: operand.type, isApart: isApart, used: operand.column?.origin.map(units) ?? [])
  }

  /// The units a column of the ledger has.
  private func units(of origin: RelationColumn.Origin) -> [Unit] {
    let table = ledger.table(origin.entity)
    guard let index = table.schema.index(of: origin.name),
      case .quantity(let column) = table.columns[index]
    else { return [] }
    return column.units
  }

  private func operandWords(
    _ typed: TypedWord, _ start: Int, _ environment: Environment
  ) -> [CompletionWord] {
    let statement = StatementPlace(before: typed.text[..<start], environment)
    let words = words(statement)
    if let parameters = statement.parameters {
      return parameters.map(Self.parameter) + words.valueNames() + words.functions()
    }
    if statement.isType, typed.before.last?.kind == .colon {
      return words.words(.type, .type) + FittingUnits.words(for: nil)
    }
    switch statement.place?.kind {
    case .table:
      let isStart = statement.isAtStart
      let keywords = words.keywords(
        statement, where: isStart ? \.beginsStatement : { JoinKind($0) != nil }, marks: false)
      return isStart ? words.tables() + words.valueNames() + keywords : keywords + words.tables()
    case .column(let relation, let first):
      return words.columns(first)
        + words.columns(relation.columns.filter { !first.contains($0) })
    // Functions and the like would bury the values; they come with their first letter.
    case .operand(let operand) where typed.typed.isEmpty && !words.values(of: operand).isEmpty:
      return words.compared(operand)
    case .operand(let operand):
      let tables = statement.isBinding ? words.tables() : []
      return tables + words.operand(operand)
        + words.keywords(
          statement, where: { operand.isCondition || !$0.isTruth }, marks: false)
    case .unit(let type): return FittingUnits.words(for: type)
    case nil:
      if typed.before.last?.kind == .pipe { return words.words(.operator, .operator) }
      if typed.before.last?.keyword == .to { return FittingUnits.words(for: nil) }
      return words.keywords(
        statement, where: { !$0.beginsStatement }, marks: typed.typed.isEmpty)
    }
  }
}

extension Keyword {
  fileprivate var beginsStatement: Bool { self == .let || self == .def || self == .param }

  /// Whether what it begins is true or false.
  fileprivate var isTruth: Bool { self == .not || self == .true || self == .false }
}

extension TypedWord {
  /// The language of what is typed, or else of most of the words before it.
  fileprivate func language(else language: Language) -> Language {
    if Self.isChinese(typed) { return .chinese }
    let words = before.filter { $0.kind == .word }
    let chinese = words.count { token in
      Self.isChinese(String(decoding: text[token.span.start..<token.span.end], as: UTF8.self))
    }
    if words.isEmpty { return language }
    return chinese * 2 > words.count ? .chinese : .english
  }

  private static func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      $0.value >= 0x2E80 && $0.value < 0xFF00 && $0.properties.isAlphabetic
    }
  }
}

extension TypedText {
  /// The words that fit, best first.
  fileprivate func candidates(
    among words: [CompletionWord], _ language: Language
  ) -> [Candidate] {
    var fitting: [(fit: Fit, candidate: Candidate)] = []
    var seen: Set<String> = []
    var values = 0
    for word in words {
      if word.kind == .word, values >= Self.valueLimit { continue }
      guard let (fit, text) = fit(word.spelling, also: word.alternatives),
        seen.insert(text).inserted
      else { continue }
      // Letters that stand for a value in Chinese can mean nothing else.
      let isValue = word.kind == .word && fit == .sound
      if word.kind == .word { values += 1 }
      fitting.append((isValue ? .prefix : fit, word.candidate(text, language)))
    }
    return Self.best(fitting) { $0.fit }.map(\.candidate)
  }

  /// How many values of a column are listed at most.
  private static let valueLimit = 200
}

extension Environment {
  /// The same for words that are looked for at a key press: the columns of a pivot are looked up once,
  /// and given up where that takes too long.
  fileprivate func forCompletion(_ ledger: Ledger) -> Environment {
    var environment = self
    environment.distinctValues = PivotHeadings(of: ledger, host: host).find
    return environment
  }
}
