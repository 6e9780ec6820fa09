// Statements of SQL. One is reported as a whole, with the pipeline that says the same.
extension Parser {
  /// Whether a statement of SQL begins here: `select … from …`.
  var startsSQL: Bool {
    let mayBeSelect = at(.select) || at(.word) && token.keyword == .none && token.span.count == 6
    return mayBeSelect && ForeignWords.folded(text(token)) == "select"
      && !sqlClauses().from.isEmpty
  }

  /// Reports a statement of SQL and skips it.
  mutating func parseSQL() -> PipelineSource {
    let word = token.span
    let clauses = sqlClauses()
    let end = clauses.end
    let whole = word.union(tokens[max(index, end - 1)].span)
    report(
      Diagnostic(
        .sqlStatement,
        at: word,
        suggestion: pipeline(of: clauses).map { .write($0, insteadOf: whole) }
          ?? Diagnostic.Suggestion(
            Bilingual("write `table | where … | select …`", "请写 `表 | 筛选 … | 选取 …`"))
      )
    )
    index = end
    reportedIndex = index
    return .missing(whole)
  }

  /// The clauses of a statement of SQL, each as the range of its tokens.
  private struct Clauses {
    var list = 0..<0
    var from = 0..<0
    var others: [String: Range<Int>] = [:]
    /// The index of the token after the statement.
    var end = 0
  }

  /// Divides a statement of SQL, which may go on over several lines, into its clauses.
  private func sqlClauses() -> Clauses {
    var result = Clauses()
    var name = "list"
    var start = index + 1
    var position = start
    func finish(at end: Int) {
      switch name {
      case "list": result.list = start..<end
      case "from": result.from = start..<end
      default: result.others[name] = start..<end
      }
    }
    scan: while true {
      let next = tokens[position]
      switch next.kind {
      case .end, .semicolon, .pipe, .rightParenthesis: break scan
      case .newline:
        let isFirst = position == start && name == "list"
        guard isFirst || ForeignWords.continuesSQL(text(tokens[position + 1])) else { break scan }
      case .leftParenthesis where next.payload > 0:
        position = Int(next.payload)
      case .word where ForeignWords.isClause(text(next)):
        finish(at: tokens[position - 1].kind == .newline ? position - 1 : position)
        name = ForeignWords.folded(text(next))
        if tokens[position + 1].keyword == .by
          || ForeignWords.folded(text(tokens[position + 1])) == "by"
        {
          position += 1
        }
        start = position + 1
      default: break
      }
      position += 1
    }
    finish(at: position)
    result.end = position
    return result
  }

  /// The pipeline that says the same, where that can be told.
  private func pipeline(of clauses: Clauses) -> String? {
    // What has no clause here would be lost: better no pipeline than half of one.
    let isWhole = !(index + 1..<clauses.end).contains { ForeignWords.isBeyondSQL(text(tokens[$0])) }
    guard isWhole, clauses.from.count == 1, tokens[clauses.from.lowerBound].kind == .word,
      !clauses.list.isEmpty
    else { return nil }
    var stages = [written(clauses.from)]
    func add(_ clause: String, _ word: String) {
      if let range = clauses.others[clause] { stages.append("\(word) \(written(range))") }
    }
    var list = clauses.list
    let isDistinct =
      tokens[list.lowerBound].keyword == .distinct
      || ForeignWords.folded(text(tokens[list.lowerBound])) == "distinct"
    if isDistinct { list = list.lowerBound + 1..<list.upperBound }
    add("where", "where")
    let items = divided(list)
    if items.count > 1, items.contains(where: { tokens[$0.lowerBound].kind == .star }) {
      return nil
    }
    let aggregates = items.contains(where: isAggregate)
    if aggregates || clauses.others["group"] != nil {
      let keys = clauses.others["group"].map(divided) ?? []
      let keyTexts = keys.map(written)
      let columns = items.filter { !keyTexts.contains(written($0)) }.map(item)
      guard !columns.isEmpty, clauses.others["having"] == nil else { return nil }
      let by = keyTexts.isEmpty ? "" : " by " + keyTexts.joined(separator: ", ")
      stages.append("summarize " + columns.joined(separator: ", ") + by)
    }
    add("order", "sort")
    add("offset", "skip")
    add("limit", "take")
    if !aggregates, clauses.others["group"] == nil, tokens[list.lowerBound].kind != .star {
      let columns = items.map(item).joined(separator: ", ")
      stages.append((isDistinct ? "distinct " : "select ") + columns)
    }
    return stages.joined(separator: " | ")
  }

  /// The items of a list, between its commas.
  private func divided(_ range: Range<Int>) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = range.lowerBound
    var position = start
    while position < range.upperBound {
      if tokens[position].kind == .leftParenthesis, tokens[position].payload > 0 {
        position = Int(tokens[position].payload)
      } else if tokens[position].kind == .comma {
        items.append(start..<position)
        start = position + 1
      }
      position += 1
    }
    items.append(start..<range.upperBound)
    return items
  }

  /// An item of a list, with the name after `as` before it.
  private func item(_ range: Range<Int>) -> String {
    let alias = range.upperBound - 2
    guard range.contains(alias), alias > range.lowerBound,
      ForeignWords.folded(text(tokens[alias])) == "as"
    else { return written(range) }
    return "\(text(tokens[alias + 1])) = \(written(range.lowerBound..<alias))"
  }

  private func isAggregate(_ range: Range<Int>) -> Bool {
    range.contains { position in
      let name = ForeignWords.folded(text(tokens[position]))
      return tokens[position + 1].kind == .leftParenthesis
        && Vocabulary.entry(spelled: name, in: .aggregate) != nil
    }
  }

  /// Tokens as they are written here: words of the language in small letters, on one line.
  private func written(_ range: Range<Int>) -> String {
    var result = ""
    var isPattern = false
    for position in range where tokens[position].kind != .newline {
      let token = tokens[position]
      if token.kind == .star, tokens[position - 1].kind == .leftParenthesis { continue }
      if position > range.lowerBound, tokens[position - 1].span.end < token.span.start {
        result += " "
      }
      let next = self.tokens[min(position + 1, tokens.count - 1)]
      if isPattern {
        isPattern = false
        result += textTest(like: token).written
      } else if token.kind == .word, token.keyword == .none {
        let infix = ForeignWords.infix(text(token))
        isPattern = infix?.keyword == .matches && next.kind == .string
        result += isPattern ? spelling(of: textTest(like: next).keyword, like: token) : word(token)
      } else {
        result += cursor.text(token.span.start, token.span.end)
      }
    }
    return result
  }

  /// A word that is no keyword as it is written, as it is written here.
  private func word(_ token: Token) -> String {
    let written = cursor.text(token.span.start, token.span.end)
    let folded = ForeignWords.folded(written)
    if ForeignWords.isMissing(written) { return "missing" }
    let isKnown =
      GluedWords.isKeyword(folded) || Vocabulary.entry(spelled: folded, in: .aggregate) != nil
    return isKnown ? folded : written
  }
}
