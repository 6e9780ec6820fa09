// Operators that check or draw an answer: assert, chart.
extension Parser {
  /// assertion = "assert" , expression , [ "," , string ] ;
  mutating func parseAssert() -> Stage.Kind {
    let condition = parseCondition()
    guard take(.comma) else { return .assert(Assertion(condition: condition, message: nil)) }
    guard at(.string) else {
      reportFound(.expectedMessage)
      skipToBoundary()
      return .assert(Assertion(condition: condition, message: nil))
    }
    let message = stringValue(token)
    advance()
    return .assert(Assertion(condition: condition, message: message))
  }

  /// chart = "chart" , ( "bar" , list of two assignments | "line" , list of two or three
  ///   | "spark" , assignment , [ "," ] , [ "by" , list(assignment) ] ) ;
  mutating func parseChart() -> Stage.Kind {
    guard let form = parseChartForm() else {
      skipToBoundary()
      return .missing
    }
    let formSpan = Span(tokens[index - 1].span.start, previousEnd)
    let columns = parseItems { $0.parseAssignment() }
    reportColumnCount(columns, of: form, from: formSpan.start)
    let groups = form == .spark && take(.by) ? parseItems { $0.parseAssignment() } : []
    return .chart(Chart(form: form, formSpan: formSpan, columns: columns, groups: groups))
  }

  /// The form's word; a misspelt one is reported and read as what it must have been meant to be.
  private mutating func parseChartForm() -> Chart.Form? {
    if let form = Chart.Form(token.keyword) {
      advance()
      return form
    }
    if splitGluedWord(beginningWith: { Chart.Form($0) != nil }) { return parseChartForm() }
    let forms = [Keyword.bar, .line, .spark].compactMap { Vocabulary.entry(of: $0) }
    let isWord = at(.word) && !token.keyword.isReserved
    let nearest =
      isWord ? NearestName(text(token)).best(among: forms.flatMap(\.spellings)) : nil
    reportFound(
      .expectedChart,
      suggestion: nearest.map { .didYouMean($0, insteadOf: token.span) }
    )
    guard let nearest,
      let keyword = forms.first(where: { $0.spellings.contains(nearest) })?.keyword
    else { return nil }
    advance()
    return Chart.Form(keyword)
  }

  /// Reports too few or too many columns, unless one of them is missing and was reported.
  private mutating func reportColumnCount(
    _ columns: [Assignment],
    of form: Chart.Form,
    from start: Int
  ) {
    guard !form.columnCount.contains(columns.count),
      !columns.contains(where: \.value.isMissing)
    else { return }
    note(
      Diagnostic(
        .chartColumns,
        terms: [
          Bilingual(form.rawValue, form.entry?.chinese ?? form.rawValue), form.operands,
          Bilingual("\(columns.count)", "\(columns.count)"),
        ],
        at: span(from: start)
      )
    )
  }
}

extension Chart.Form {
  /// The form a word names.
  fileprivate init?(_ keyword: Keyword) {
    switch keyword {
    case .bar: self = .bar
    case .line: self = .line
    case .spark: self = .spark
    default: return nil
    }
  }

  /// The word for it.
  package var keyword: Keyword {
    switch self {
    case .bar: .bar
    case .line: .line
    case .spark: .spark
    }
  }

  fileprivate var entry: VocabularyEntry? { Vocabulary.entry(of: keyword) }

  /// What it takes, in words.
  fileprivate var operands: Bilingual {
    switch self {
    case .bar: Bilingual("a name and a value", "名称和数值")
    case .line: Bilingual("x, y and perhaps a series", "横轴、纵轴，可再加系列")
    case .spark: Bilingual("one value, with its groups after `by`", "一个数值，分组写在 `按` 之后")
    }
  }
}
