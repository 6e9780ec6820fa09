import DajuanLedger
import DajuanSyntax

// `def`: what can be said of a function before it is called.
extension Checker {
  /// Takes a function up. Its types are found at each call; its names, units and calls are looked
  /// at here, once.
  mutating func define(_ definition: Definition) {
    let name = definition.name
    if name.isMissing { return }
    if Self.isBuiltIn(name.text) {
      return report(.builtInFunction, [name.text], at: name.span)
    }
    let count = diagnostics.count
    checkParameters(of: definition)
    var walk = DefinitionWalk(definition)
    walk.visit(definition.body, &self)
    let isBroken =
      diagnostics.count > count || definition.body.isMissing || cyclic.contains(name.text)
    let unused = definition.parameters.indices.filter { index in
      !walk.parametersUsed.contains(definition.parameters[index].text)
    }
    if !isBroken { reportUnused(unused, of: definition) }
    environment.functions[name.text] = UserFunction(
      name: name.text, parameters: definition.parameters, body: definition.body, source: source,
      values: walk.values, outside: walk.outside, functions: walk.functions, unused: unused,
      isBroken: isBroken)
    usage.make(name, .function)
  }

  /// Whether the language has a function of this name, which is always the one meant.
  static func isBuiltIn(_ name: String) -> Bool {
    [.function, .aggregate, .window].contains { Vocabulary.entry(spelled: name, in: $0) != nil }
  }

  private mutating func checkParameters(of definition: Definition) {
    var seen: [String: Span] = [:]
    for parameter in definition.parameters where !parameter.isMissing {
      if let first = seen[parameter.text] {
        report(
          .duplicateParameter, [parameter.text], at: parameter.span,
          labels: [Diagnostic.Label(first, Bilingual("named here first", "已在此处出现"))])
      }
      seen[parameter.text] = seen[parameter.text] ?? parameter.span
    }
  }

  private mutating func reportUnused(_ parameters: [Int], of definition: Definition) {
    for index in parameters {
      let parameter = definition.parameters[index]
      // A leading underscore says that it is meant to be so.
      if parameter.isMissing || parameter.text.hasPrefix("_") { continue }
      report(.unusedParameter, [parameter.text, definition.name.text], at: parameter.span)
    }
  }

  /// Reports a function that the script makes only after its call; false where there is none.
  mutating func reportDefinedLater(_ name: Name) -> Bool {
    guard expansion.call == nil, let later = definitions[name.text] else { return false }
    report(.definedLater, [name.text], at: name.span, labels: [Self.here(later)])
    return true
  }

  static func here(_ definition: Definition) -> Diagnostic.Label {
    Diagnostic.Label(definition.name.span, Bilingual("defined here", "定义在此处"))
  }
}

/// Looks through the body of a definition for the names it uses.
private struct DefinitionWalk {
  private let definition: Definition
  private let parameters: Set<String>
  private(set) var parametersUsed: Set<String> = []
  private(set) var values: [String: Binding] = [:]
  private(set) var outside: Set<String> = []
  private(set) var functions: [String: UserFunction] = [:]

  init(_ definition: Definition) {
    self.definition = definition
    parameters = Set(definition.parameters.map(\.text))
  }

  /// `mayBeWord` says that an enumerated value may stand here.
  mutating func visit(
    _ expression: Expression, mayBeWord: Bool = true, _ checker: inout Checker
  ) {
    switch expression.kind {
    case .number(let literal): _ = checker.checkNumber(literal, expression.span)
    case .name(let name): visit(name, mayBeWord: mayBeWord, &checker)
    case .reference(let name): visitReference(name, expression.span, &checker)
    case .call(let call): visit(call, expression.span, &checker)
    case .conversion(_, let unit): checker.checkUnit(unit)
    default: break
    }
    let mayBeWord = Self.takesWords(expression) && mayBeWord || Self.compares(expression)
    for child in expression.children { visit(child, mayBeWord: mayBeWord, &checker) }
  }

  /// Whether a word within an expression is one where the expression is.
  private static func takesWords(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .parenthesised, .list: true
    default: false
    }
  }

  /// Whether the parts of an expression may take their meaning from each other.
  private static func compares(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .call: return true
    case .binary(let binary):
      switch binary.operator {
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .in, .coalesce:
        return true
      default: return false
      }
    default: return false
    }
  }

  private mutating func visit(_ name: Name, mayBeWord: Bool, _ checker: inout Checker) {
    if name.isMissing || take(name, &checker) { return }
    if case .query = checker.environment.bindings[name.text] {
      return checker.report(.tableAsValue, [name.text], at: name.span)
    }
    // It may be an enumerated value: that is found at the call.
    if mayBeWord, !name.isQuoted, !Vocabulary.entries(spelled: name.text, in: .value).isEmpty {
      return
    }
    let candidates = definition.parameters.map(\.text) + checker.namedValues
    let isColumn = !Vocabulary.entries(spelled: name.text, in: .column).isEmpty
    let advice = Bilingual(
      "make it a parameter, and give the column where `\(definition.name.text)` is called",
      "请设为形参，在调用 `\(definition.name.text)` 时给出列")
    let nearest = checker.nearest(name, among: candidates)
    checker.report(
      .freeName, [name.text, definition.name.text], at: name.span,
      suggestion: isColumn ? Diagnostic.Suggestion(advice) : nearest)
  }

  private mutating func visitReference(_ name: Name, _ span: Span, _ checker: inout Checker) {
    if name.isMissing || take(name, &checker) { return }
    checker.report(
      .unknownReference, [name.text], at: span,
      suggestion: checker.nearest(
        name, among: definition.parameters.map(\.text) + checker.namedValues))
  }

  /// Takes a name up if it is a parameter or a value.
  private mutating func take(_ name: Name, _ checker: inout Checker) -> Bool {
    if parameters.contains(name.text) {
      parametersUsed.insert(name.text)
      return true
    }
    guard case .value(let formula) = checker.environment.bindings[name.text] else { return false }
    values[name.text] = .value(formula)
    if checker.environment.parameters.contains(where: { $0.name == name.text }) {
      outside.insert(name.text)
    }
    checker.usage.use(name.text, .value)
    return true
  }

  private mutating func visit(_ call: Call, _ span: Span, _ checker: inout Checker) {
    let name = call.function
    if name.isMissing { return }
    if Checker.isBuiltIn(name.text) { return checker.translate(function: name) }
    if name.text == definition.name.text {
      return checker.report(.recursiveFunction, [name.text], at: span)
    }
    if let function = checker.environment.functions[name.text] {
      functions[name.text] = function
      checker.usage.use(name.text, .function)
      if function.parameters.count != call.arguments.count {
        checker.report(
          .wrongArgumentCount,
          [name.text, String(function.parameters.count), String(call.arguments.count)], at: span,
          suggestion: Diagnostic.Suggestion(Bilingual(function.signature)))
      }
      return
    }
    if checker.environment.host.function(name.text) != nil { return }
    if let later = checker.definitions[name.text] {
      if checker.cyclic.isSuperset(of: [name.text, definition.name.text]) { return }
      let isCycle = checker.reaches(definition.name.text, from: later)
      if isCycle { checker.cyclic.formUnion(checker.cycle(through: definition)) }
      return checker.report(
        isCycle ? .recursiveFunction : .definedLater,
        [isCycle ? definition.name.text : name.text], at: name.span,
        labels: [Checker.here(later)])
    }
    let candidates =
      Vocabulary.spellings(of: .function) + Vocabulary.spellings(of: .aggregate)
      + Vocabulary.spellings(of: .window) + checker.environment.functions.keys.sorted()
    checker.report(
      .unknownFunction, [name.text], at: name.span,
      suggestion: checker.nearest(name, among: candidates))
  }
}

extension Checker {
  /// The names of values, in order.
  var namedValues: [String] {
    environment.bindings.compactMap { name, binding in
      if case .value = binding { name } else { nil }
    }.sorted()
  }

  /// Reports a unit to convert to that does not exist.
  mutating func checkUnit(_ name: UnitName) {
    if name.isMissing || environment.baseUnit(name) != nil { return }
    _ = unit(name.unit, at: name.span)
  }

  /// Whether a definition of this script calls a function, perhaps through others.
  func reaches(_ name: String, from definition: Definition) -> Bool {
    var seen: Set<String> = []
    var pending = [definition]
    while let next = pending.popLast() {
      guard seen.insert(next.name.text).inserted else { continue }
      let callees = Self.callees(next.body)
      if callees.contains(name) { return true }
      pending += callees.compactMap { definitions[$0] }
    }
    return false
  }

  /// The functions of this script that a definition calls, perhaps through others, and that call it.
  func cycle(through definition: Definition) -> [String] {
    definitions.values.filter { other in
      reaches(definition.name.text, from: other) && reaches(other.name.text, from: definition)
    }.map(\.name.text)
  }

  /// The names of the functions an expression calls.
  private static func callees(_ expression: Expression) -> Set<String> {
    var names: Set<String> = []
    var pending = [expression]
    while let next = pending.popLast() {
      if case .call(let call) = next.kind { names.insert(call.function.text) }
      pending += next.children
    }
    return names
  }
}
