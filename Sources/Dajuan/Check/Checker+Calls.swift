import DajuanLedger
import DajuanSyntax

// Calls of functions that `def` made.
extension Checker {
  /// The function a name means here.
  func function(named name: Name) -> UserFunction? {
    guard let call = expansion.call else { return environment.functions[name.text] }
    return call.function.functions[name.text]
  }

  /// Checks the body of a function with the arguments of a call in the place of its parameters.
  ///
  /// An argument is checked where the body names its parameter, in the scope of the call: within an
  /// aggregate it sees the rows, and beside an enumerated value it may be a bare word.
  mutating func expand(
    _ function: UserFunction, _ call: Call, _ span: Span, expecting type: ColumnType?
  ) -> Formula {
    usage.use(function.name, .function)
    guard call.arguments.count == function.parameters.count else {
      seekCursor(in: call)
      reportArgumentCount(of: function, call.arguments.count, span)
      return .invalid(span)
    }
    let outer = (expansion.call, source)
    if expansion.openCalls == 0 { expansion.root = (function.name, span) }
    expansion.openCalls += 1
    defer { expansion.openCalls -= 1 }
    var unused = function.unused
    var result = Formula.invalid(span)
    if function.isBroken {
      unused = Array(call.arguments.indices)
    } else {
      expansion.call = UserCall(
        function, call.arguments, at: span, in: source, caller: expansion.call)
      source = function.source
      result = check(function.body, expecting: type)
      (expansion.call, source) = outer
    }
    for index in unused { checkForMistakes(call.arguments[index]) }
    return Formula(result.kind, result.type, span, isPinned: result.isPinned)
  }

  /// The argument that stands in the place of a parameter, if the name is one here.
  mutating func argument(_ name: Name, expecting type: ColumnType?) -> Formula? {
    guard let call = expansion.call, let argument = call.argument(name) else { return nil }
    let inner = (expansion.call, source)
    (expansion.call, source) = (call.caller, call.source)
    let formula = check(argument, expecting: type)
    (expansion.call, source) = inner
    return Formula(formula.kind, formula.type, name.span, isPinned: formula.isPinned)
  }

  /// Checks an argument that the body never asks for.
  private mutating func checkForMistakes(_ argument: Expression) {
    let outer = (aggregates, relation)
    if let rows = aggregates?.rows { relation = rows }
    aggregates?.isInside = false
    _ = check(argument)
    (aggregates, relation) = outer
  }

  /// Whether an expression of a body takes its meaning from what it is compared with.
  func isContextual(_ expression: Expression, in call: UserCall) -> Bool {
    switch expression.unwrapped.kind {
    case .name(let name):
      if let argument = call.argument(name) {
        guard let caller = call.caller else {
          var outside = self
          outside.expansion.call = nil
          return outside.isContextual(argument)
        }
        return isContextual(argument, in: caller)
      }
      return call.function.values[name.text] == nil
    case .number(let literal): return literal.year != nil
    case .string: return true
    default: return false
    }
  }

  // MARK: Limits

  /// Goes one level deeper into an expression; false where calls have come to too much.
  mutating func enter() -> Bool {
    if expansion.openCalls > 0 {
      expansion.size += 1
      let isTooDeep = expansion.depth >= Expansion.maximumDepth
      if expansion.isTooLarge || isTooDeep || expansion.size > Expansion.maximumSize {
        if !expansion.isTooLarge { reportTooLarge(isTooDeep) }
        expansion.isTooLarge = true
        return false
      }
    }
    expansion.depth += 1
    return true
  }

  private mutating func reportTooLarge(_ isTooDeep: Bool) {
    let (name, span) = expansion.root
    diagnostics.append(
      isTooDeep
        ? Diagnostic(.tooDeep, [String(Expansion.maximumDepth)], at: span)
        : Diagnostic(.expansionTooLarge, [name, String(Expansion.maximumSize)], at: span))
  }

  // MARK: Diagnostics

  /// Keeps a diagnostic. One in a function's body points at the call, with a label where in the
  /// function it is. A call has each sort of mistake once, and an argument that is used twice too.
  mutating func record(_ diagnostic: Diagnostic) {
    let placed =
      expansion.call.map { Self.diagnostic(diagnostic, of: $0, expansion) } ?? diagnostic
    let isKnown = { (old: Diagnostic) in old.code == placed.code && old.span == placed.span }
    if expansion.openCalls > 0, diagnostics.contains(where: isKnown) { return }
    diagnostics.append(placed)
  }

  private static func diagnostic(
    _ diagnostic: Diagnostic, of call: UserCall, _ expansion: Expansion
  ) -> Diagnostic {
    let name = call.function.name
    let labels: [Diagnostic.Label]
    if expansion.isScript(call.function.source) {
      let place = Diagnostic.Label(
        diagnostic.span, Bilingual("here in `\(name)`", "在 `\(name)` 的此处"))
      let others = diagnostic.labels.filter { $0.span != diagnostic.span }
      labels = [place] + others
    } else {
      let text = call.function.source.text(diagnostic.span)
      let whole = call.function.text
      let operands = diagnostic.labels.map { label in
        let operand = call.function.source.text(label.span)
        return Bilingual(
          "`\(operand)` is \(label.text.english)", "`\(operand)` 是\(label.text.chinese)")
      }
      let place = Bilingual(
        "at `\(text)` in `\(whole)`", "在 `\(whole)` 的 `\(text)` 处")
      let note = ([place] + operands).reduce(into: ("", "")) { result, part in
        result.0 += (result.0.isEmpty ? "" : "; ") + part.english
        result.1 += (result.1.isEmpty ? "" : "；") + part.chinese
      }
      labels = [Diagnostic.Label(call.outermost.span, Bilingual(note.0, note.1))]
    }
    return Diagnostic(
      diagnostic.code, terms: diagnostic.arguments, at: call.outermost.span, labels: labels,
      // What would have to be changed is not at the call.
      suggestion: diagnostic.suggestion.map { Diagnostic.Suggestion($0.text) })
  }

  private mutating func reportArgumentCount(
    of function: UserFunction, _ count: Int, _ span: Span
  ) {
    report(
      .wrongArgumentCount, [function.name, String(function.parameters.count), String(count)],
      at: span, suggestion: Diagnostic.Suggestion(Bilingual(function.signature)))
  }

  /// A name in a body that has no meaning there.
  mutating func reportFreeName(_ name: Name, expecting type: ColumnType?) {
    if case .enumeration(let enumeration) = type {
      return reportUnknownValue(name.text, of: enumeration, at: name.span)
    }
    report(.freeName, [name.text, expansion.call?.function.name ?? ""], at: name.span)
  }
}
