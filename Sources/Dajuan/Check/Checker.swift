import DajuanLedger
package import DajuanSyntax

/// Resolves the names of a script, and finds types and units before anything runs.
///
/// Nothing is thrown: every mistake becomes a diagnostic, and what stands around it is checked on.
/// An operand whose own diagnostic exists already fits everywhere, so that one mistake is told
/// once.
package struct Checker {
  /// The text that what is being checked stands in: the script's, or that of a function's body.
  var source: Source
  var environment: Environment
  var diagnostics: [Diagnostic] = []
  /// The columns in scope.
  var relation = Relation([])
  /// Where aggregates are gathered, while `summarize` is checked.
  var aggregates: AggregateScope?
  /// Where window functions are gathered, while a column of `derive` is checked.
  var windows: WindowScope?

  /// The most operators a query may have, with those of all queries it brings in: each of many
  /// `let`s may bring in the one before it twice.
  package static let operatorLimit = 10_000

  /// Whether nothing is going to run: parameters need no value, and unused names are told.
  var isDry = false
  /// The functions the script makes, wherever in it.
  var definitions: [String: Definition] = [:]
  /// Those that are known to call themselves.
  var cyclic: Set<String> = []
  /// The names the script makes and has not used yet.
  var usage = Usage()
  /// The parameters the script declares, and where.
  var declared: [String: Span] = [:]
  /// Those whose values the checker has looked at: with others it might find something else.
  var decisive: Set<String> = []
  /// Those without a value, and those whose default is made of one: what a value decides is left open.
  var openParameters: Set<String> = []
  /// The calls of `def`ined functions that are being checked.
  var expansion: Expansion
  /// What the script's names are in another language, where that is asked for.
  var translation: Translation?
  /// Where completion wants to know what may stand, where it asks.
  var cursor: CursorProbe?

  /// A statement that was checked.
  package enum Statement: Sendable {
    case binding(name: String, Binding)
    case query(CheckedQuery)
  }

  /// Aggregates found in the expressions of one `summarize`.
  struct AggregateScope {
    /// The number of grouping columns, which come before the aggregates.
    var groupCount: Int
    var found: [Aggregate] = []
    /// Whether an aggregate's own argument is being checked.
    var isInside = false
    /// The columns before grouping, which arguments see.
    var rows: Relation
  }

  /// Checks a script in order. A binding or query with a mistake in it is left out of the result,
  /// but its name stays known. A dry check is for scripts that will not run now: parameters need no
  /// values, and names that are never used are told. `shouldStop` is asked at every statement; where it
  /// says so, a mistake tells that the rest was not looked at.
  ///
  /// With other values of its parameters, but for the decisive ones, a script comes to the same.
  package static func check(
    _ script: Script, in source: Source, environment: Environment, isDry: Bool = false,
    shouldStop: () -> Bool = { false }
  ) -> (
    statements: [Statement], diagnostics: [Diagnostic], environment: Environment,
    decisive: Set<String>
  ) {
    var checker = Checker(source: source, environment: environment)
    checker.isDry = isDry
    let statements = checker.check(script, shouldStop)
    if isDry { checker.reportUnused() }
    return (statements, checker.diagnostics, checker.environment, checker.decisive)
  }

  /// Checks the statements of a script in order.
  mutating func check(_ script: Script, _ shouldStop: () -> Bool = { false }) -> [Statement] {
    for case .definition(let definition) in script.statements {
      definitions[definition.name.text] = definition
    }
    var statements: [Statement] = []
    for statement in script.statements {
      if shouldStop() {
        report(.cancelled, at: statement.span)
        break
      }
      if let checked = check(statement) { statements.append(checked) }
    }
    return statements
  }

  init(source: Source, environment: Environment) {
    self.source = source
    self.environment = environment
    expansion = Expansion(script: source)
  }

  private mutating func check(_ statement: DajuanSyntax.Statement) -> Statement? {
    expansion.begin()
    switch statement {
    case .definition(let definition):
      define(definition)
      return nil
    case .parameter(let declaration):
      declare(declaration)
      return nil
    case .value(let expression):
      return checkValue(expression).map(Statement.query)
    case .pipeline(let pipeline):
      if let value = namedValue(pipeline) { return .query(value) }
      guard let query = checkPipeline(pipeline) else { return nil }
      environment.previous = query
      return .query(query)
    case .binding(let binding):
      let value: Binding?
      switch binding.value {
      case .pipeline(let pipeline): value = checkPipeline(pipeline).map(Binding.query)
      case .expression(let expression): value = bind(expression)
      }
      guard !binding.name.isMissing else { return nil }
      reportHidden(by: binding.name)
      environment.forgetParameter(binding.name.text)
      // After a mistake the name is bound all the same, so that its uses are not errors too.
      environment.bindings.bind(
        binding.name.text, to: value ?? .value(.invalid(binding.name.span)))
      usage.make(binding.name, .value)
      return value.map { .binding(name: binding.name.text, $0) }
    }
  }

  /// What a `let` of an expression names: a table where it is the name of one, a value otherwise.
  private mutating func bind(_ expression: Expression) -> Binding? {
    if case .name(let name) = expression.unwrapped.kind {
      if let query = table(named: name) { return .query(query) }
    }
    relation = Relation([])
    let formula = check(expression)
    if formula.isInvalid { return nil }
    // A `let` is put in where it is used: one of others doubled again and again has no end.
    if formula.size(atMost: Self.largestLet) == nil {
      report(.tooManyOperators, [String(Self.largestLet)], at: expression.span)
      return nil
    }
    return .value(formula)
  }

  /// Warns of a name that takes a table's place, or reads as an operator.
  mutating func reportHidden(by name: Name) {
    if Vocabulary.entry(spelled: name.text, in: .entity) != nil {
      report(.hiddenWord, terms: [Bilingual(name.text), Bilingual("a table", "表")], at: name.span)
    } else if Vocabulary.entry(spelled: name.text, in: .operator) != nil {
      report(
        .hiddenWord, terms: [Bilingual(name.text), Bilingual("an operator", "操作")], at: name.span)
    }
  }

  /// The most operations in the value of a `let`, those of the `let`s it uses included.
  private static let largestLet = 512

  /// The table or query a name stands for.
  mutating func table(named name: Name) -> CheckedQuery? {
    if case .query(let query) = environment.bindings[name.text] {
      usage.use(name.text, .value)
      return query
    }
    if environment.bindings[name.text] == nil, let query = hostTable(named: name) { return query }
    guard !name.isQuoted, environment.bindings[name.text] == nil,
      let english = Vocabulary.canonical(name.text, in: .entity),
      let entity = Entity(rawValue: english)
    else { return nil }
    translate(name, in: .entity) { checker, word in
      checker.environment.bindings[word] == nil
    }
    let language: Language = name.text == english ? .english : .chinese
    return CheckedQuery(
      origin: .entity(entity, SourcePlace(span: name.span, source: source)), steps: [],
      relation: Relation(of: entity), language: language)
  }

  /// Checks the stages in order; `nil` where there is nothing to start from.
  mutating func checkPipeline(_ pipeline: Pipeline) -> CheckedQuery? {
    guard var query = checkSource(pipeline.source) else { return nil }
    relation = query.relation
    var weight = query.weight
    reportAfterChart(pipeline.stages)
    for stage in pipeline.stages {
      if case .pivot(let pivot) = stage.kind {
        query.steps += checkPivot(pivot, stage, after: query)
      } else {
        query.steps += check(stage)
      }
      weight += query.steps.last?.weight ?? 0
      guard weight <= Self.operatorLimit else {
        report(.queryTooLarge, [String(Self.operatorLimit)], at: stage.keyword)
        return nil
      }
    }
    query.relation = relation
    return query
  }

  mutating func checkSource(_ origin: PipelineSource) -> CheckedQuery? {
    switch origin {
    case .name(let name):
      noteTable(name)
      if let query = table(named: name) { return query }
      if name.isMissing { return nil }
      switch environment.bindings[name.text] {
      case .value(let formula) where formula.isInvalid: break
      case .value: report(.valueAsTable, [name.text], at: name.span)
      default: reportUnknownTable(name)
      }
      return nil
    case .lastResult(let span), .previous(let span):
      if environment.previous == nil { report(.noLastQuery, at: span) }
      return environment.previous
    case .parenthesised(let pipeline, _):
      return checkPipeline(pipeline)
    case .missing:
      return nil
    }
  }

  // MARK: Diagnostics

  mutating func report(
    _ code: DiagnosticCode, _ names: [String] = [], at span: Span,
    labels: [Diagnostic.Label] = [], suggestion: Diagnostic.Suggestion? = nil
  ) {
    record(Diagnostic(code, names, at: span, labels: labels, suggestion: suggestion))
  }

  /// The same with words that differ between the languages.
  mutating func report(
    _ code: DiagnosticCode, terms: [Bilingual], at span: Span,
    labels: [Diagnostic.Label] = [], suggestion: Diagnostic.Suggestion? = nil
  ) {
    record(Diagnostic(code, terms: terms, at: span, labels: labels, suggestion: suggestion))
  }
}
