/// A grammar in the notation that the head of Grammar/dajuan.ebnf explains.
struct EBNF: Sendable {
  /// A right-hand side or a part of one.
  indirect enum Node: Sendable {
    case choice([Node])
    case sequence([Node])
    case optional(Node)
    case repetition(Node)
    case exception(Node, Node)
    case terminal(String)
    case rule(String)
    case special(String)
  }

  struct Rule: Sendable {
    let name: String
    let definition: Node

    /// Whether its parts stand directly one after the other.
    let isLexical: Bool
  }

  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  let rules: [String: Rule]

  /// The names in the order of the text.
  let names: [String]

  init(_ text: String) throws {
    var reader = Reader(try Self.tokens(of: text))
    var rules: [String: Rule] = [:]
    var names: [String] = []
    while let rule = try reader.rule() {
      guard rules[rule.name] == nil else { throw Malformed(description: "twice: \(rule.name)") }
      rules[rule.name] = rule
      names.append(rule.name)
    }
    self.rules = rules
    self.names = names
  }

  /// The names a node uses.
  static func uses(_ node: Node) -> [String] {
    switch node {
    case .choice(let nodes), .sequence(let nodes): nodes.flatMap(uses)
    case .optional(let node), .repetition(let node): uses(node)
    case .exception(let node, let except): uses(node) + uses(except)
    case .rule(let name): [name]
    case .terminal, .special: []
    }
  }

  /// The terminals of a node, in order, without those that are excepted.
  static func terminals(_ node: Node) -> [String] {
    switch node {
    case .choice(let nodes), .sequence(let nodes): nodes.flatMap(terminals)
    case .optional(let node), .repetition(let node): terminals(node)
    case .exception(let node, _): terminals(node)
    case .terminal(let text): [text]
    case .rule, .special: []
    }
  }
}

extension EBNF {
  fileprivate enum Lexeme: Equatable {
    case name(String)
    case terminal(String)
    case special(String)
    case mark(String)
  }

  fileprivate static func tokens(of text: String) throws -> [Lexeme] {
    var lexemes: [Lexeme] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if rest.hasPrefix("(*") {
        guard let end = rest.firstRange(of: "*)") else {
          throw Malformed(description: "an open comment")
        }
        rest = rest[end.upperBound...]
      } else if first == "\"" || first == "'" || first == "?" {
        let body = rest.dropFirst().prefix { $0 != first }
        lexemes.append(
          first == "?"
            ? .special(body.trimmingPrefix { $0 == " " }.description) : .terminal(String(body))
        )
        rest = rest.dropFirst(body.count + 2)
      } else if rest.hasPrefix(":=") {
        lexemes.append(.mark(":="))
        rest = rest.dropFirst(2)
      } else if "=,|[]{}()-;".contains(first) {
        lexemes.append(.mark(String(first)))
        rest.removeFirst()
      } else if first.isLetter {
        let body = rest.prefix { $0.isLetter || $0 == " " || $0 == "\n" }
        let words = body.split { $0 == " " || $0 == "\n" }
        lexemes.append(.name(words.joined(separator: " ")))
        rest = rest.dropFirst(body.count)
      } else {
        throw Malformed(description: "`\(first)`")
      }
    }
    return lexemes
  }

  fileprivate struct Reader {
    private var rest: ArraySlice<Lexeme>

    init(_ lexemes: [Lexeme]) {
      rest = lexemes[...]
    }

    mutating func rule() throws -> Rule? {
      guard case .name(let name)? = rest.popFirst() else { return nil }
      let sign = rest.popFirst()
      guard sign == .mark("=") || sign == .mark(":=") else {
        throw Malformed(description: "no definition of \(name)")
      }
      let definition = try choice()
      guard rest.popFirst() == .mark(";") else {
        throw Malformed(description: "\(name) does not end")
      }
      return Rule(name: name, definition: definition, isLexical: sign == .mark(":="))
    }

    private mutating func take(_ mark: String) -> Bool {
      guard rest.first == .mark(mark) else { return false }
      rest.removeFirst()
      return true
    }

    private mutating func choice() throws -> Node {
      var nodes = [try sequence()]
      while take("|") { nodes.append(try sequence()) }
      return nodes.count == 1 ? nodes[0] : .choice(nodes)
    }

    private mutating func sequence() throws -> Node {
      var nodes = [try exception()]
      while take(",") { nodes.append(try exception()) }
      return nodes.count == 1 ? nodes[0] : .sequence(nodes)
    }

    private mutating func exception() throws -> Node {
      let node = try primary()
      return take("-") ? .exception(node, try primary()) : node
    }

    private mutating func primary() throws -> Node {
      switch rest.popFirst() {
      case .name(let name)?: return .rule(name)
      case .terminal(let text)?: return .terminal(text)
      case .special(let text)?: return .special(text)
      case .mark("[")?: return .optional(try closed("]"))
      case .mark("{")?: return .repetition(try closed("}"))
      case .mark("(")?: return try closed(")")
      case let other: throw Malformed(description: "unexpected \(String(describing: other))")
      }
    }

    private mutating func closed(_ mark: String) throws -> Node {
      let node = try choice()
      guard take(mark) else { throw Malformed(description: "no \(mark)") }
      return node
    }
  }
}
