package import DajuanSyntax

/// A function that `def` made.
///
/// Its body is kept as written and checked anew at every call, with the arguments in the place of
/// the parameters. What else the body names is fixed where the function is made.
package struct UserFunction: Sendable {
  package let name: String
  package let parameters: [Name]
  let body: Expression
  /// The text the body stands in.
  let source: Source
  /// The values the body names.
  let values: [String: Binding]
  /// Those of them that are parameters of the script, whose value may change.
  let outside: Set<String>
  /// The functions the body calls.
  let functions: [String: UserFunction]
  /// The parameters the body makes no use of.
  let unused: [Int]
  /// Whether its definition has a mistake, which is not told again at calls.
  let isBroken: Bool

  /// How it is called: `rate(part, whole)`.
  package var signature: String {
    name + "(" + parameters.map(\.text).joined(separator: ", ") + ")"
  }

  /// The body as written.
  package var text: String { source.text(body.span) }

  /// What a name that is no parameter of the function means in its body.
  func value(_ name: String, _ environment: Environment) -> Binding? {
    guard let binding = values[name] else { return nil }
    guard outside.contains(name), environment.parameters.contains(where: { $0.name == name })
    else { return binding }
    return environment.bindings[name] ?? binding
  }
}

/// A call whose function's body is being checked.
final class UserCall: Sendable {
  let function: UserFunction
  let arguments: [Expression]
  /// Where the call stands, in `source`.
  let span: Span
  let source: Source
  /// The call in whose body this one stands.
  let caller: UserCall?

  init(
    _ function: UserFunction, _ arguments: [Expression], at span: Span, in source: Source,
    caller: UserCall?
  ) {
    self.function = function
    self.arguments = arguments
    self.span = span
    self.source = source
    self.caller = caller
  }

  /// The call in the script itself.
  var outermost: UserCall {
    var call = self
    while let caller = call.caller { call = caller }
    return call
  }

  /// What stands in the place of a parameter.
  func argument(_ name: Name) -> Expression? {
    function.parameters.firstIndex { $0.text == name.text }.map { arguments[$0] }
  }
}

/// What calls of functions have come to, in one statement.
struct Expansion {
  /// The most operations the calls of one statement may come to.
  static let maximumSize = 50_000
  /// The deepest they may be nested.
  static let maximumDepth = 256

  /// The text of the script.
  let script: Source
  /// The call whose body is being checked; none in the script itself and in arguments there.
  var call: UserCall?
  /// How many calls are open, counting those whose arguments are being checked.
  var openCalls = 0
  /// The outermost open call: a function's name and where it is called.
  var root = ("", Span(at: 0))
  /// How deep the expression being checked is nested.
  var depth = 0
  var size = 0
  var isTooLarge = false

  init(script: Source) { self.script = script }

  /// Starts a statement.
  mutating func begin() {
    size = 0
    depth = 0
    isTooLarge = false
  }

  /// Where in the script a place is: a place in a function's body is the call's.
  func place(_ span: Span) -> Span { call?.outermost.span ?? span }

  /// Whether a text is the script's own, so that its places can be pointed at.
  func isScript(_ source: Source) -> Bool {
    source.name == script.name && source.bytes == script.bytes
  }
}
