import DajuanLedger
public import DajuanSyntax

/// A parameter of a script: `param year: period = 2021`.
public struct ScriptParameter: Hashable, Sendable {
  /// The name, which the script uses as `$name`.
  public let name: String
  /// The type as the script writes it: `period`, `亿元`.
  public let type: String
  /// The value given from outside, or else the default, as written; `nil` where there is neither.
  public let value: String?
  /// Whether the value was given from outside.
  public let isGiven: Bool

  let declaredType: ParameterType

  init(_ declared: DeclaredParameter, _ given: [String: GivenValue]) {
    let given = given[declared.name]?.text
    name = declared.name
    type = declared.typeText
    value = given ?? declared.defaultText
    isGiven = given != nil
    declaredType = declared.type
  }
}

/// A value that a parameter cannot have.
public struct ParameterError: Error, Hashable, Sendable {
  /// The parameter.
  public let name: String
  /// What is wrong.
  public let message: Bilingual
}

extension Session {
  /// The parameters that scripts have declared here, in order.
  public var parameters: [ScriptParameter] {
    environment.parameters.map { ScriptParameter($0, environment.given) }
  }

  /// The parameters that a script declares, with what it would run with now. Nothing runs.
  ///
  /// - Parameter source: The script; what is wrong in it is passed over.
  /// - Returns: The parameters in order.
  public func parameters(of source: Source) -> [ScriptParameter] {
    StackRoom.call {
      let script = ParsedScript.parse(source).script
      // Queries have no part in it, and that before a `pivot` is not to run.
      let declarations = script.statements.filter {
        switch $0 {
        case .parameter, .definition, .binding: true
        case .pipeline, .value: false
        }
      }
      var names: Set<String> = []
      for case .parameter(let declaration) in declarations { names.insert(declaration.name.text) }
      if names.isEmpty { return [] }
      let checked = Checker.check(
        Script(statements: declarations, span: script.span), in: source, environment: environment,
        isDry: true)
      return checked.environment.parameters.filter { names.contains($0.name) }.map {
        ScriptParameter($0, checked.environment.given)
      }
    }
  }

  /// Gives a parameter its value: at once where it is declared, otherwise when a script declares it.
  /// What was worked out with an earlier value stays as it is.
  ///
  /// ```swift
  /// try session.setParameter("year", to: "2021")
  /// try session.run(Source("param year: period; projects | where period == $year")) { … }
  /// ```
  ///
  /// - Parameters:
  ///   - name: The name, without `$`.
  ///   - text: The value as a literal of the parameter's type; text needs no quotes.
  /// - Throws: ``ParameterError`` where the parameter is declared and the text is no value of its
  ///   type; of one declared later, the script that declares it tells.
  public mutating func setParameter(_ name: String, to text: String) throws(ParameterError) {
    if let declared = environment.parameters.first(where: { $0.name == name }) {
      let type = declared.type
      switch StackRoom.call({ Checker.read(text, as: type, environment) }) {
      case .wrong(let found):
        throw ParameterError(name: name, message: Self.message(text, found, type))
      case .value(let value):
        environment.bindings.bind(
          name, to: .value(Formula(.constant(value), type.columnType, Span(at: 0))))
      }
    }
    environment.given[name] = .written(text)
  }

  /// What is wrong with a text as the value of a parameter, or `nil`.
  ///
  /// - Parameters:
  ///   - text: The value as a person writes it.
  ///   - parameter: A parameter of a script that has not run yet.
  /// - Returns: The reason in words.
  public func problem(with text: String, for parameter: ScriptParameter) -> Bilingual? {
    switch StackRoom.call({ Checker.read(text, as: parameter.declaredType, environment) }) {
    case .value: nil
    case .wrong(let found): Self.message(text, found, parameter.declaredType)
    }
  }

  private static func message(
    _ text: String, _ found: Bilingual, _ type: ParameterType
  ) -> Bilingual {
    DiagnosticCode.wrongParameterValue.fact.message
      .filled(with: [Bilingual(text), found, type.columnType.summary])
  }
}

extension Session {
  /// The functions that `def` has made, by name.
  package var functions: [String: UserFunction] { environment.functions }
}
