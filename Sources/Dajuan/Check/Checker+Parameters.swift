import DajuanLedger
import DajuanSyntax

// `param`: values given from outside.
extension Checker {
  /// Takes a parameter up, with the value given from outside or else its default.
  mutating func declare(_ declaration: ParameterDeclaration) {
    let type = parameterType(declaration.type)
    relation = Relation([])
    let preset = declaration.defaultValue.map { check($0, expecting: type?.columnType) }
    let name = declaration.name
    if name.isMissing { return }
    reportHidden(by: name)
    if let first = declared[name.text] {
      report(
        .duplicateParameter, [name.text], at: name.span,
        labels: [Diagnostic.Label(first, Bilingual("named here first", "已在此处出现"))])
    }
    declared[name.text] = declared[name.text] ?? name.span
    var formula = Formula.invalid(name.span)
    if let type {
      let ready = preset.flatMap { defaultValue($0, type, declaration) }
      if let value = givenValue(type, declaration) ?? ready {
        formula = Formula(.parameter(name.text, value), type.columnType, name.span)
      } else if preset == nil, environment.given[name.text] == nil {
        formula = withoutValue(type, name)
      }
      if environment.given[name.text] == nil, let preset, isOpen(preset) {
        openParameters.insert(name.text)
      }
      environment.forgetParameter(name.text)
      environment.parameters.append(
        DeclaredParameter(
          name: name.text, type: type, typeText: declaration.type.text,
          defaultText: declaration.defaultValue.map { source.text($0.span) }))
    }
    environment.bindings.bind(name.text, to: .value(formula))
    usage.make(name, .value)
  }

  private mutating func parameterType(_ name: UnitName) -> ParameterType? {
    if name.isMissing { return nil }
    if let type = ParameterType(word: name.text) {
      translate(Name(name.text, name.span), in: .type)
      return type
    }
    if let unit = environment.baseUnit(name) {
      return .unit(unit, times: Scale(rawValue: name.scale)?.power ?? 0)
    }
    let candidates = Vocabulary.spellings(of: .type) + Unit.spellings.filter { !$0.isEmpty }
    let types = Vocabulary.entries(in: .type)
    let list = Bilingual(
      "a unit, or one of " + types.map(\.english).joined(separator: ", "),
      "单位，或：" + types.map(\.chinese).joined(separator: "、"))
    report(
      .unknownType, [name.text], at: name.span,
      suggestion: NearestName(name.text).best(among: candidates).map {
        .didYouMean($0, insteadOf: name.span)
      } ?? Diagnostic.Suggestion(list))
    return nil
  }

  // MARK: Values

  private mutating func defaultValue(
    _ formula: Formula, _ type: ParameterType, _ declaration: ParameterDeclaration
  ) -> Value? {
    if formula.isInvalid { return nil }
    if formula.callsHost {
      let call = Bilingual(
        "a call that is only made when a query runs", "查询运行时才会进行的调用")
      reportWrongValue(source.text(formula.span), call, type, at: formula.span)
      return nil
    }
    if let value = type.value(folded(formula)) { return value }
    reportWrongValue(source.text(formula.span), formula.summary, type, at: formula.span)
    return nil
  }

  private mutating func givenValue(
    _ type: ParameterType, _ declaration: ParameterDeclaration
  ) -> Value? {
    let name = declaration.name
    guard let given = environment.given[name.text] else { return nil }
    let text = given.text
    switch Self.read(given, as: type, environment) {
    case .value(let value): return value
    case .wrong(let found):
      let label = Diagnostic.Label(
        name.span, Bilingual("given as `\(text)`", "给定的值是 `\(text)`"))
      reportWrongValue(text, found, type, at: declaration.type.span, labels: [label])
      return nil
    }
  }

  /// What stands for a parameter without a value. Where nothing runs, one is as good as any other:
  /// 1 is a number of rows and a share.
  private mutating func withoutValue(_ type: ParameterType, _ name: Name) -> Formula {
    if isDry {
      openParameters.insert(name.text)
      let value: Value = type == .number ? .quantity(Quantity(1)) : .missing
      return Formula(.parameter(name.text, value), type.columnType, name.span)
    }
    report(
      .parameterWithoutValue, [name.text], at: name.span,
      suggestion: Diagnostic.Suggestion(
        Bilingual(
          "give it with `--param \(name.text)=…` or `.param \(name.text) …`, or write a default",
          "请用 `--param \(name.text)=…` 或 `.参数 \(name.text) …` 给出，或写上默认值")))
    return .invalid(name.span)
  }

  private mutating func reportWrongValue(
    _ text: String, _ found: Bilingual, _ type: ParameterType, at span: Span,
    labels: [Diagnostic.Label] = []
  ) {
    var suggestion: Diagnostic.Suggestion?
    if case .enumeration(let enumeration) = type {
      let all = Vocabulary.entries(in: .value).filter { $0.isIn(scope: enumeration.rawValue) }
      suggestion = Diagnostic.Suggestion(
        Bilingual(
          "one of " + all.map(\.english).joined(separator: ", "),
          "可取：" + all.map(\.chinese).joined(separator: "、")))
    } else if type == .percent, Decimal(text) != nil {
      suggestion =
        labels.isEmpty
        ? .write("\(text)%", insteadOf: span)
        : Diagnostic.Suggestion(Bilingual("give `\(text)%`", "请给 `\(text)%`"))
    }
    report(
      .wrongParameterValue, terms: [Bilingual(text), found, type.columnType.summary], at: span,
      labels: labels, suggestion: suggestion)
  }

  // MARK: Values from outside

  /// What a text from outside says.
  enum Reading {
    case value(Value)
    /// It is something else, in words.
    case wrong(Bilingual)
  }

  /// Takes a value from outside as one of a type. A text is read as a literal, except that one of a
  /// program's is the value of a parameter that is text, quotes and all.
  static func read(
    _ given: GivenValue, as type: ParameterType, _ environment: Environment
  ) -> Reading {
    switch given {
    case .value(.text(let text)) where type == .text: return .value(.text(text))
    case .written(let text), .value(.text(let text)): return read(text, as: type, environment)
    case .value(let value) where !value.isFinite:
      return .wrong(Bilingual("no finite number", "不是有限的数"))
    // As in the language, where a bare year stands for a period that is wanted.
    case .value(.quantity(let year)) where type == .period && year.wholeNumber != nil:
      return read(year.text(), as: type, environment)
    case .value(let given):
      let value = environment.host.adopting(given)
      if let value = type.value(value) { return .value(value) }
      return .wrong(Formula(.constant(value), value.columnType, Span(at: 0)).summary)
    }
  }

  /// Reads a text from outside as a literal of a type. Text and enumerated values need no quotes.
  static func read(
    _ text: String, as type: ParameterType, _ environment: Environment
  ) -> Reading {
    switch type {
    case .text:
      if case .string(let content) = literal(text)?.kind { return .value(.text(content)) }
      return .value(.text(text))
    case .enumeration(let enumeration):
      func value(_ word: String) -> String? {
        Vocabulary.canonical(word, in: .value, scope: enumeration.rawValue)
      }
      // A word is what is nearly always given, and is no text in quotes then.
      if let value = value(text) { return .value(.text(value)) }
      var word = text.filter { !$0.isWhitespace }
      if case .string(let content) = literal(text)?.kind { word = content }
      return value(word).map { .value(.text($0)) } ?? .wrong(Bilingual("a word", "词语"))
    default: break
    }
    var checker = Checker(source: Source(text), environment: environment)
    guard let literal = literal(text) else { return .wrong(Bilingual("no literal", "读不出的值")) }
    let formula = checker.check(literal, expecting: type.columnType)
    if formula.isInvalid { return .wrong(Bilingual("no literal", "读不出的值")) }
    return type.value(checker.folded(formula)).map { .value($0) } ?? .wrong(formula.summary)
  }

  /// The one literal a text is: a number with its unit, a period or a stretch of them, a string, or
  /// a truth.
  private static func literal(_ text: String) -> Expression? {
    let parsed = ParsedScript.parse(Source("let value = " + text))
    guard parsed.diagnostics.isEmpty, parsed.comments.isEmpty,
      parsed.script.statements.count == 1,
      case .binding(let binding) = parsed.script.statements[0],
      case .expression(let expression) = binding.value, isLiteral(expression)
    else { return nil }
    return expression
  }

  private static func isLiteral(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .number, .period, .string, .truth: true
    case .unary(let unary): unary.operator == .minus && isLiteral(unary.operand)
    case .range(let lower, let upper): isLiteral(lower) && isLiteral(upper)
    default: false
    }
  }
}

extension Value {
  /// The type of a column of such values; `nil` for a missing one.
  fileprivate var columnType: ColumnType? {
    switch self {
    case .missing: nil
    case .text: .text
    case .quantity(let quantity): .quantity(.exactly(quantity.unit))
    case .period: .period
    case .truth: .truth
    case .source: .source
    }
  }
}

// Values that are known before anything runs.
extension Checker {
  /// The value of a constant, or the one a parameter has for now; `nil` for any other formula.
  ///
  /// What is found out by the value of a parameter holds for that value alone: see ``decisive``.
  mutating func value(of formula: Formula) -> Value? {
    switch formula.kind {
    case .constant(let value): return value
    case .parameter(let name, let value):
      decisive.insert(name)
      return value
    default: return nil
    }
  }

  /// Whether it is made of a parameter that has no value yet.
  func isOpen(_ formula: Formula) -> Bool {
    !openParameters.isEmpty && !formula.parameters.isDisjoint(with: openParameters)
  }

  /// The value of an expression that depends on no row and calls no function of the host's.
  mutating func folded(_ formula: Formula) -> Value {
    if let value = value(of: formula) { return value }
    decisive.formUnion(formula.parameters)
    return FormulaEvaluator(columns: []).evaluate(formula, Rows(0..<1)).value(0)
  }
}
