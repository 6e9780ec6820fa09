/// Finds where a rule of the words matches in a text, by the text of the grammar and the words of
/// vocabulary.tsv alone.
struct WordMatcher {
  let grammar: EBNF
  let words: WordList

  /// The text, and the same with full-width forms folded.
  let scalars: [Unicode.Scalar]
  let folded: [Unicode.Scalar]

  init(_ grammar: EBNF, _ words: WordList, _ text: String) {
    self.grammar = grammar
    self.words = words
    scalars = Array(text.unicodeScalars)
    folded = scalars.map(Self.fold)
  }

  /// The half-width form of a character.
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0xA0: " "
    case 0x2212: "-"
    default: scalar
    }
  }

  func text(_ start: Int, _ end: Int) -> String {
    String(String.UnicodeScalarView(folded[start..<end]))
  }

  /// Where a match that begins at `start` may end, each once.
  func ends(_ node: EBNF.Node, _ start: Int, _ place: Place = Place()) -> [Int] {
    switch node {
    case .choice(let nodes):
      return Self.unique(nodes.flatMap { ends($0, start, place) })
    case .sequence(let nodes):
      var place = place
      // In a string what begins it and what ends it are the outermost parts.
      if place.isString, case .terminal(let closing)? = nodes.last { place.closing = closing }
      return nodes.reduce([start]) { starts, node in
        Self.unique(starts.flatMap { ends(node, $0, place) })
      }
    case .optional(let node):
      return Self.unique([start] + ends(node, start, place))
    case .repetition(let node):
      var reached = [start]
      var index = 0
      while index < reached.count {
        for end in ends(node, reached[index], place) where !reached.contains(end) {
          reached.append(end)
        }
        index += 1
      }
      return reached
    case .exception(let node, let except):
      return ends(node, start, place).filter { !matches(except, start, $0, place) }
    case .terminal(let text):
      let characters = Array(text.unicodeScalars)
      let source = place.isString ? scalars : folded
      guard start + characters.count <= source.count else { return [] }
      for (offset, character) in characters.enumerated()
      where source[start + offset] != character { return [] }
      return [start + characters.count]
    case .rule(let name):
      return rule(name, start, place)
    case .special(let words):
      return special(words, named: "", start, place)
    }
  }

  /// False where the first character alone rules a match out; cheaper than `ends`.
  func mayBegin(_ node: EBNF.Node, _ start: Int) -> Bool {
    switch node {
    case .choice(let nodes): nodes.contains { mayBegin($0, start) }
    case .sequence(let nodes):
      if let first = nodes.first(where: { !Self.isOptional($0) }) {
        nodes.prefix { Self.isOptional($0) }.contains { mayBegin($0, start) }
          || mayBegin(first, start)
      } else {
        true
      }
    case .optional(let node), .repetition(let node), .exception(let node, _):
      mayBegin(node, start)
    case .terminal(let text):
      text.unicodeScalars.first.map { Self.fold($0) == folded[start] } ?? true
    case .rule(let name):
      switch grammar.rules[name]?.definition {
      case .special(let words)?: !special(words, named: name, start, Place()).isEmpty
      case let definition?: mayBegin(definition, start)
      case nil: false
      }
    case .special: true
    }
  }

  private static func isOptional(_ node: EBNF.Node) -> Bool {
    switch node {
    case .optional, .repetition: true
    default: false
    }
  }

  /// Whether a match ends at `end`; a word of the vocabulary is looked up once.
  private func matches(_ node: EBNF.Node, _ start: Int, _ end: Int, _ place: Place) -> Bool {
    switch node {
    case .choice(let nodes): return nodes.contains { matches($0, start, end, place) }
    case .rule(let name):
      if case .special(let said)? = grammar.rules[name]?.definition, let known = vocabulary(said) {
        return known.contains(text(start, end))
      }
    default: break
    }
    return ends(node, start, place).contains(end)
  }

  /// Where in the grammar a match is being looked for.
  struct Place {
    /// Whether it is in a string, where nothing is folded, and what ends that.
    var isString = false
    var closing = ""
  }

  private func rule(_ name: String, _ start: Int, _ place: Place) -> [Int] {
    guard let rule = grammar.rules[name] else { return [] }
    if case .special(let words) = rule.definition {
      return special(words, named: name, start, place)
    }
    var place = place
    if name == "string" { place.isString = true }
    let ends = ends(rule.definition, start, place)
    return name == "escape" ? ends.filter { namesScalar(start, $0) } : ends
  }

  private static func unique(_ ends: [Int]) -> [Int] {
    ends.count < 2 ? ends : Array(Set(ends))
  }

  // MARK: What the grammar says in words

  /// The words of vocabulary.tsv, if it is such that the grammar speaks of.
  private func vocabulary(_ said: String) -> Set<String>? {
    if said.hasPrefix("a unit of vocabulary.tsv") { return words.units }
    return said.hasPrefix("a keyword of vocabulary.tsv") ? words.reserved : nil
  }

  private func special(_ said: String, named name: String, _ start: Int, _ place: Place) -> [Int] {
    if let known = vocabulary(said) {
      let run = folded[start...].prefix(Self.longest).prefix(while: Self.isNamePart).count
      return (0...run).map { start + max(1, $0) }.filter {
        $0 <= folded.count && known.contains(text(start, $0))
      }
    }
    if name == "blanks" {
      let end = folded[start...].firstIndex { $0 != " " && $0 != "\t" } ?? folded.count
      return end > start ? [end] : []
    }
    guard start < folded.count, fits(folded[start], said, name, place, raw: scalars[start]) else {
      return []
    }
    return [start + 1]
  }

  private func fits(
    _ scalar: Unicode.Scalar,
    _ said: String,
    _ name: String,
    _ place: Place,
    raw: Unicode.Scalar
  ) -> Bool {
    switch name {
    case "letter": return scalar.properties.isXIDStart
    case "name part": return Self.isNamePart(scalar)
    case "quoted character": return scalar != "`" && scalar != "\n"
    case "string character":
      return raw != "\\" && raw != "\n" && String(raw) != place.closing
    case "hex digit": return scalar.properties.isASCIIHexDigit
    default:
      return said.hasPrefix("a squared abbreviation")
        && (0x3371...0x337A ~= scalar.value || 0x3380...0x33DF ~= scalar.value)
    }
  }

  static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isXIDContinue
  }

  private func namesScalar(_ start: Int, _ end: Int) -> Bool {
    let text = text(start, end)
    guard text.hasPrefix("\\u{") else { return true }
    let digits = text.dropFirst(3).dropLast()
    return digits.count <= 6 && UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) != nil
  }

  /// No word of vocabulary.tsv is longer, in scalars.
  private static let longest = 40
}
