/// Makes sentences of a grammar at random: the same ones for the same seed.
struct SentenceGenerator {
  private let scanner: WordScanner
  private var grammar: EBNF { scanner.grammar }
  private var random: SeededGenerator

  /// How many levels of rules each rule needs at least.
  private let heights: [String: Int]

  /// The rules that were used.
  private(set) var used: Set<String> = []

  /// What a sentence is made of, before blanks are put between.
  private var parts: [Part] = []

  private enum Part: Equatable {
    case text(String)
    case lineEnd
  }

  init(_ recogniser: Recogniser, seed: UInt64) {
    scanner = recogniser.scanner
    random = SeededGenerator(seed: seed)
    heights = Self.heights(of: scanner.grammar)
    units = scanner.list.units.filter { $0 != "%" && $0 != "‰" }.sorted()
  }

  private let units: [String]

  /// A text that the rule `name` describes.
  mutating func sentence(_ name: String) -> String {
    parts = []
    expand(name, budget: Int.random(in: 8...26, using: &random))
    return assemble()
  }

  // Syntax.

  private mutating func expand(_ name: String, budget: Int) {
    used.insert(name)
    guard let rule = grammar.rules[name] else { return }
    if name == "line end" {
      parts.append(.lineEnd)
    } else if rule.isLexical {
      parts.append(.text(word(rule)))
    } else {
      expand(rule.definition, budget: budget - 1)
    }
  }

  private mutating func expand(_ node: EBNF.Node, budget: Int) {
    switch node {
    case .choice(let nodes): expand(choose(nodes, budget), budget: budget)
    case .sequence(let nodes): nodes.forEach { expand($0, budget: budget) }
    case .optional(let node): if isLucky(budget) { expand(node, budget: budget) }
    case .repetition(let node): while isLucky(budget) { expand(node, budget: budget) }
    case .exception(let node, _): parts.append(.text(unreserved(node)))
    case .terminal(let text): parts.append(.text(terminal(text)))
    case .rule(let name): expand(name, budget: budget)
    case .special: break
    }
  }

  private mutating func isLucky(_ budget: Int) -> Bool {
    budget > 0 && Int.random(in: 0..<5, using: &random) < 2
  }

  private mutating func choose(_ nodes: [EBNF.Node], _ budget: Int) -> EBNF.Node {
    if budget > 0, let node = nodes.randomElement(using: &random) { return node }
    return nodes.min { Self.height(of: $0, heights) < Self.height(of: $1, heights) } ?? nodes[0]
  }

  /// A word of the vocabulary in any spelling, or a mark in either width.
  private mutating func terminal(_ text: String) -> String {
    if let spellings = scanner.list.spellings[text] {
      return spellings.randomElement(using: &random) ?? text
    }
    return Bool.random(using: &random) ? text : Self.widened(text)
  }

  // Words.

  private mutating func word(_ rule: EBNF.Rule) -> String {
    used.insert(rule.name)
    let isQuoted = ["string", "escape", "quoted name"].contains(rule.name)
    while true {
      let text = word(rule.definition, widens: !isQuoted)
      // The grammar leaves it to words that February has no 30th.
      if rule.name != "period" || scanner.tokens(of: text) != nil { return text }
    }
  }

  private mutating func word(_ node: EBNF.Node, widens: Bool) -> String {
    switch node {
    case .choice(let nodes):
      return nodes.randomElement(using: &random).map { word($0, widens: widens) } ?? ""
    case .sequence(let nodes):
      return nodes.map { word($0, widens: widens) }.joined()
    case .optional(let node):
      return Bool.random(using: &random) ? word(node, widens: widens) : ""
    case .repetition(let node):
      let count = Int.random(in: 0...3, using: &random)
      return (0..<count).map { _ in word(node, widens: widens) }.joined()
    case .exception(let node, _): return unreserved(node)
    case .terminal(let text):
      return widens && Int.random(in: 0..<4, using: &random) == 0 ? Self.widened(text) : text
    case .rule(let name):
      used.insert(name)
      guard let rule = grammar.rules[name] else { return "" }
      if case .special = rule.definition { return special(name) }
      return word(rule.definition, widens: widens && name != "escape")
    case .special(let text):
      return text.contains("vocabulary") ? units.randomElement(using: &random) ?? "" : "㎡"
    }
  }

  /// A word that is not reserved.
  private mutating func unreserved(_ node: EBNF.Node) -> String {
    used.insert("reserved word")
    while true {
      let text = word(node, widens: true)
      if text != "_", text != "＿", !isReserved(text) { return text }
    }
  }

  private func isReserved(_ word: String) -> Bool {
    let folded = word.unicodeScalars.map(WordMatcher.fold)
    return scanner.list.reserved.contains(String(String.UnicodeScalarView(folded)))
  }

  /// A character or two of a class that is described in words.
  private mutating func special(_ name: String) -> String {
    let samples =
      switch name {
      case "letter": ["a", "b", "x", "甲", "乙", "桥", "é", "Ａ"]
      case "name part": ["a", "b", "x", "甲", "乙", "1", "2", "_", "０"]
      case "quoted character": ["a", " ", "按", "|", "#", "'", "(", "。"]
      case "string character": ["a", " ", "按", "|", "#", "（", "。", "*", "𠀀"]
      case "hex digit": ["1", "2", "a", "F"]
      case "blanks": [" ", "  ", "\u{3000}", "\t"]
      default: [""]
      }
    return samples.randomElement(using: &random) ?? ""
  }

  /// The full-width form of a mark, digit or letter.
  private static func widened(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          (0x21...0x7E).contains(scalar.value)
            ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
        }
      )
    )
  }

  // Blanks.

  private mutating func assemble() -> String {
    var text = ""
    var statement = ""
    for (index, part) in parts.enumerated() {
      switch part {
      case .text(let word):
        statement += blank(before: word, after: statement) + word
      case .lineEnd:
        let next = index + 1 < parts.count ? parts[index + 1] : nil
        statement += lineEnd(after: statement, before: next)
      }
      // What comes after the end of a statement does not depend on what was before.
      guard part == .lineEnd || part == .text(";") || part == .text("；") else { continue }
      text += statement
      statement = ""
    }
    return text + statement
  }

  private mutating func blank(before word: String, after text: String) -> String {
    guard let last = text.unicodeScalars.last else { return "" }
    let isClose =
      "(),[]（），［］".unicodeScalars.contains(last) || ["(", ")", ",", "]", "）"].contains(word)
    if isClose, Bool.random(using: &random) { return "" }
    return [" ", " ", "  ", "\u{3000}", "\t"].randomElement(using: &random) ?? " "
  }

  /// A line break where it ends the statement, else a semicolon.
  private mutating func lineEnd(after text: String, before next: Part?) -> String {
    let startsWithBar = next == .text("|") || next == .text("｜")
    if startsWithBar || scanner.isOpen(text) { return " ;" }
    return ["\n", "\r\n", " # 注 |\n"].randomElement(using: &random) ?? "\n"
  }

  // Heights.

  private static func heights(of grammar: EBNF) -> [String: Int] {
    var heights: [String: Int] = [:]
    for _ in grammar.names {
      for (name, rule) in grammar.rules {
        heights[name] = 1 + height(of: rule.definition, heights)
      }
    }
    return heights
  }

  private static func height(of node: EBNF.Node, _ heights: [String: Int]) -> Int {
    switch node {
    case .choice(let nodes): nodes.map { height(of: $0, heights) }.min() ?? 0
    case .sequence(let nodes): nodes.map { height(of: $0, heights) }.max() ?? 0
    case .optional, .repetition, .terminal, .special, .exception: 0
    case .rule(let name): heights[name] ?? 1000
    }
  }
}
