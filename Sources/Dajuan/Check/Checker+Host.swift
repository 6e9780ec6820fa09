import DajuanLedger
import DajuanSyntax

// What the program around the evaluator adds to the language.
extension Checker {
  /// The host's table of a name, as a query without operators.
  func hostTable(named name: Name) -> CheckedQuery? {
    guard let table = environment.host.table(name.text) else { return nil }
    let language: Language = name.text == table.name ? .english : .chinese
    return CheckedQuery(
      origin: .host(
        table.name, table.relation, SourcePlace(span: name.span, source: source)),
      steps: [], relation: table.relation, language: language)
  }

  /// A call of a function of the host's.
  mutating func checkHost(_ function: HostFunction, _ call: Call, _ span: Span) -> Formula {
    guard call.arguments.count == function.parameters.count else {
      report(
        .wrongArgumentCount,
        [function.name, String(function.parameters.count), String(call.arguments.count)],
        at: span, suggestion: Diagnostic.Suggestion(function.signature))
      return .invalid(span)
    }
    var arguments: [Formula] = []
    for (index, argument) in call.arguments.enumerated() {
      let parameter = function.parameters[index]
      let formula = check(argument, expecting: parameter)
      if formula.isInvalid { return .invalid(span) }
      guard parameter.takes(formula.type) else {
        report(
          .wrongArgument,
          terms: [
            Bilingual(function.name), Bilingual(String(index + 1)), parameter.summary,
            formula.summary,
          ], at: formula.span, labels: [formula.label])
        return .invalid(span)
      }
      arguments.append(formula)
    }
    var isPinned = false
    if case .quantity(.exactly) = function.result { isPinned = true }
    return Formula(.host(function.name, arguments), function.result, span, isPinned: isPinned)
  }
}

extension ColumnType {
  /// Whether a value of another type may stand where one of this is wanted; `nil` is a missing one.
  fileprivate func takes(_ other: ColumnType?) -> Bool {
    guard let other else { return true }
    switch (self, other) {
    case (.quantity(let own), .quantity(let units)): return own.mayMeet(units)
    case (.text, .enumeration): return true
    default: return self == other
    }
  }
}

extension HostTable {
  /// Its columns, as the checker sees them.
  var relation: Relation {
    Relation(columns.map { RelationColumn(name: $0.name, chinese: $0.chinese, type: $0.type) })
  }
}

extension HostFunction {
  /// How it is called, with what it takes.
  var signature: Bilingual {
    func text(_ language: Language) -> String {
      name + "(" + parameters.map { $0.summary[language] }.joined(separator: ", ") + ")"
    }
    return Bilingual(text(.english), text(.chinese))
  }
}
