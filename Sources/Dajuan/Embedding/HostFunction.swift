public import DajuanLedger

/// A function of one row's values that a program supplies.
public struct HostFunction: Sendable {
  /// The name it is called by.
  public let name: String
  /// The Chinese name, where it has one.
  public let chinese: String?
  /// What it takes, in order.
  public let parameters: [ColumnType]
  /// What it gives.
  public let result: ColumnType
  /// One line on it, for completion.
  public let gloss: String
  private let takesMissing: Bool
  private let body: @Sendable ([Value]) throws -> Value

  /// A function.
  ///
  /// - Parameters:
  ///   - name: The name it is called by: letters, digits and `_`, not one of the language.
  ///   - chinese: A second name.
  ///   - parameters: What it takes. A quantity in exactly one unit is converted to it beforehand.
  ///   - result: What it gives. A quantity in exactly one unit is converted to it.
  ///   - gloss: One line on it.
  ///   - takesMissing: Whether it is asked about missing values too; otherwise what it comes to for
  ///     them is missing.
  ///   - body: The value for one row, of as many values as there are parameters. Called from any thread
  ///     that works on a query, several at once. What it throws, a value of another type than the
  ///     result's, and a number that is not finite end the query in an error; where there is no number to
  ///     give, the value is `.missing`.
  public init(
    _ name: String, chinese: String? = nil, takes parameters: [ColumnType],
    gives result: ColumnType, gloss: String = "", takesMissing: Bool = false,
    _ body: @escaping @Sendable ([Value]) throws -> Value
  ) {
    (self.name, self.chinese, self.gloss) = (name, chinese, gloss)
    (self.parameters, self.result) = (parameters, result)
    (self.takesMissing, self.body) = (takesMissing, body)
  }

  /// Both names.
  var spellings: [String] { [name] + (chinese.map { [$0] } ?? []) }

  /// Finds what is wrong with the types.
  func validate() throws(HostError) {
    if (parameters + [result]).contains(.source) {
      throw HostError(name: name, reason: "takes or gives places in reports")
    }
  }

  /// The value for one row.
  func value(of values: [Value]) throws(HostFailure) -> Value {
    var arguments = values
    for (place, parameter) in parameters.enumerated() {
      arguments[place] = Self.converted(values[place], to: parameter)
      if arguments[place].isMissing, !takesMissing { return .missing }
    }
    let value: Value
    do {
      value = try body(arguments)
    } catch {
      throw HostFailure(name: name, message: String(describing: error))
    }
    guard result.mayHold(value) else {
      throw HostFailure(name: name, message: "it gave a value of another type than it said")
    }
    if !value.isFinite { throw HostFailure(name: name, message: "it gave no finite number") }
    return Self.converted(value, to: result)
  }

  /// A quantity in the one unit of a type; any other value as it is.
  private static func converted(_ value: Value, to type: ColumnType) -> Value {
    guard case .quantity(.exactly(let unit)) = type, case .quantity(let quantity) = value else {
      return value
    }
    return quantity.converted(to: unit).map(Value.quantity) ?? .missing
  }
}

extension Value {
  /// Whether it is no quantity, or one whose ends are numbers: infinity and what is no number are not let
  /// in from outside, as no report says them and nothing compares with them.
  var isFinite: Bool {
    if case .quantity(let quantity) = self { quantity.interval.isFinite } else { true }
  }
}

extension ColumnType {
  /// Whether a value that a program gives is of the type, or missing.
  func mayHold(_ value: Value) -> Bool {
    switch (value, self) {
    case (.missing, _), (.text, .text), (.period, .period), (.truth, .truth): true
    case (.quantity(let quantity), .quantity(let units)): units.admits(quantity.unit)
    case (.text(let word), .enumeration(let enumeration)): enumeration.values.contains(word)
    default: false
    }
  }
}
