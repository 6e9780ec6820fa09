import DajuanLedger
import DajuanSyntax

/// The statement at the cursor as the parser and the checker see it with a name in the place of what is
/// being typed.
struct StatementPlace {
  /// Stands for the cursor: a name that no script has.
  private static let mark = "`\u{2038}`"

  /// What may stand at the cursor; `nil` where no name can.
  let place: CursorPlace?
  /// In the body of a function that is being made, the names it takes.
  private(set) var parameters: [Name]?
  /// Whether the type of a parameter is wanted.
  private(set) var isType = false
  /// Whether both a table and a value may stand there: the value of a `let`.
  private(set) var isBinding = false
  /// What is named when the statement begins.
  let environment: Environment
  /// Whether what stands before it can be converted to a unit, as far as the checker knows.
  var takesUnit: Bool {
    let text = statement + Array("to ".utf8)
    let converted = StatementPlace(before: text[...], environment)
    guard case .unit(let type) = converted.place?.kind else { return true }
    switch type {
    case nil, .quantity: return true
    case .text, .enumeration, .period, .truth, .source: return false
    }
  }
  /// Whether nothing of the statement stands before it.
  var isAtStart: Bool { statement.isEmpty }
  /// The statement's text up to the word.
  let statement: [UInt8]

  /// - Parameters:
  ///   - text: The text up to the word that is being typed, or the number that a unit follows.
  ///   - environment: What is named before the text.
  init(before text: ArraySlice<UInt8>, _ environment: Environment) {
    let source = Source(name: "", bytes: Array(text) + Array(Self.mark.utf8))
    let parsed = ParsedScript.parse(source)
    let script = parsed.script
    // What is still being said is the last statement; those before it are whole, and make names.
    let last = script.statements.last
    let start = min(last?.span.start ?? text.count, text.count)
    let earlier = Script(statements: script.statements.dropLast(), span: script.span)
    let named =
      earlier.statements.isEmpty
      ? environment
      : Checker.check(earlier, in: source, environment: environment, isDry: true).environment
    self.environment = named
    statement = Array(text[(text.startIndex + start)...])
    let only = Script(statements: last.map { [$0] } ?? [], span: script.span)
    let found = Checker.place(at: text.count, in: only, of: source, named)
    // The parser may read a name on although it has no place there.
    let isRefused = parsed.diagnostics.contains { $0.span.start == text.count }
    place = isRefused && found?.isName == true ? nil : found
    switch last {
    case .definition(let definition):
      let body = definition.body
      if !isRefused, !body.isMissing, body.span.start <= text.count, text.count < body.span.end {
        parameters = definition.parameters
      }
    case .parameter(let declaration):
      isType = declaration.type.isMissing && declaration.defaultValue == nil
    case .binding(let binding):
      if case .expression(let value) = binding.value, case .name(let name) = value.unwrapped.kind {
        isBinding = name.span.start == text.count
      }
    default: break
    }
  }
}
