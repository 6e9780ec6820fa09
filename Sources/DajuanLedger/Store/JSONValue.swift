/// A value of JSON (RFC 8259), as `ledger.json` and lines of documents hold it.
package indirect enum JSONValue: Hashable, Sendable {
  /// A member of an object.
  package struct Member: Hashable, Sendable {
    package let name: String
    package let value: JSONValue
  }

  case null
  case bool(Bool)
  /// A number, as it was written.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// The members in the order they were written.
  case object([Member])

  /// The value of an object's last member of a name, as most readers take it.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The text of a string.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// A whole number.
  package var int: Int? {
    if case .number(let text) = self { Int(text) } else { nil }
  }

  /// The elements of an array.
  package var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// Whether it is `null`.
  package var isNull: Bool { self == .null }

  /// The value as text, without blanks.
  package var json: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let text): text
    case .string(let text): JSONText.string(text)
    case .array(let elements): JSONText.array(elements.map(\.json))
    case .object(let members): JSONText.object(members.map { ($0.name, $0.value.json) })
    }
  }
}

/// What is wrong with a text that should be JSON.
package struct JSONProblem: Error, Hashable {
  /// The offset of the byte where it was noticed.
  package let offset: Int
  /// In words.
  package let reason: String

  /// One line.
  package var description: String { "not JSON: \(reason) at byte \(offset + 1)" }
}
