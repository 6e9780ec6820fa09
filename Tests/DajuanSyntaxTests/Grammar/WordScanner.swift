/// Divides a text into the tokens of a grammar: at each place the longest word or mark that fits, with
/// every class it may be of. It shares nothing with the lexer: what it knows stands in Grammar/.
struct WordScanner: Sendable {
  let grammar: EBNF
  let network: Network
  let list: WordList

  private let scales: [String]

  /// The classes of the syntax that are words of the language, by spelling.
  private let words: [String: [Int]]

  /// The classes that are marks, and those that are rules of the words.
  private let marks: [(kind: Int, text: [Unicode.Scalar])]
  private let rules: [Int]

  private let lineEnd: Int?

  /// Words and marks after which a statement goes on in the next line: of words, the reserved ones
  /// that no statement may end in.
  private let openTokens: Set<Int>

  /// Operators that no statement may end in.
  private let operatorsWithOperands: Set<Int>

  /// Words that may stand after an operand or a name.
  private let followers: Set<Int>

  struct Token {
    let classes: [Int]

    /// In scalars.
    let range: Range<Int>
  }

  init(_ grammar: EBNF, _ network: Network, _ list: WordList) {
    self.grammar = grammar
    self.network = network
    self.list = list
    scales = grammar.rules["scale"].map { EBNF.terminals($0.definition) } ?? []
    var words: [String: [Int]] = [:]
    var marks: [(Int, [Unicode.Scalar])] = []
    var rules: [Int] = []
    var lineEnd: Int?
    for (kind, node) in network.classes.enumerated() {
      switch node {
      case .terminal(let text) where text.first?.isLetter == true:
        for spelling in list.spellings[text] ?? [] { words[spelling, default: []].append(kind) }
      case .terminal(let text): marks.append((kind, Array(text.unicodeScalars)))
      case .rule("line end"): lineEnd = kind
      default: rules.append(kind)
      }
    }
    self.words = words
    self.marks = marks
    self.rules = rules
    self.lineEnd = lineEnd
    let isOpen = { (kind: Int) in lineEnd.map { !network.mayFollow($0, after: kind) } ?? false }
    let reserved = Set(
      words.filter { spelling, _ in list.reserved.contains(spelling) }.values.joined()
    )
    let beginsStatement = { (kind: Int) in
      ["binding", "definition", "parameter"].contains { network.mayBegin($0, kind) }
    }
    openTokens = reserved.filter { isOpen($0) && !beginsStatement($0) }
      .union(Self.signs(of: grammar, network))
    operatorsWithOperands = Set(words.values.joined())
      .filter { isOpen($0) && network.mayBegin("stage", $0) }
    followers = Set(
      words.values.joined().filter {
        network.mayFollow($0, rule: "operand") || network.mayFollow($0, rule: "name")
      }
    )
  }

  /// The bar, and the marks of expressions but for brackets.
  private static func signs(of grammar: EBNF, _ network: Network) -> Set<Int> {
    var marks: Set<String> = ["|"]
    var reached: Set<String> = []
    var pending = ["expression"]
    while let name = pending.popLast() {
      guard reached.insert(name).inserted, let rule = grammar.rules[name], !rule.isLexical else {
        continue
      }
      marks.formUnion(EBNF.terminals(rule.definition).filter { $0.first?.isLetter != true })
      pending += EBNF.uses(rule.definition)
    }
    marks.subtract(["(", ")", "[", "]"])
    return Set(
      network.classes.indices.filter {
        if case .terminal(let text) = network.classes[$0] { marks.contains(text) } else { false }
      }
    )
  }

  /// Whether a line break after a text would not end its last statement.
  func isOpen(_ text: String) -> Bool {
    guard let tokens = tokens(of: text) else { return false }
    let scalars = Array(text.unicodeScalars)
    let depth = tokens.reduce(0) { depth, token in
      let mark = scalars[token.range].map(WordMatcher.fold)
      return Self.depth(after: String(String.UnicodeScalarView(mark)), depth)
    }
    return depth > 0 || goesOn(tokens)
  }

  /// The tokens of a text, or nil where no word fits.
  func tokens(of text: String) -> [Token]? {
    let matcher = WordMatcher(grammar, list, text)
    var tokens: [Token] = []
    var offset = text.unicodeScalars.first == "\u{FEFF}" ? 1 : 0
    var depth = 0
    var pending: Int?
    while offset < matcher.folded.count {
      switch matcher.folded[offset] {
      case " ", "\t", "\r": offset += 1
      case "#":
        offset = matcher.folded[offset...].firstIndex(of: "\n") ?? matcher.folded.count
      case "\n":
        if depth == 0, !goesOn(tokens) { pending = pending ?? offset }
        offset += 1
      default:
        guard let token = token(at: offset, matcher) else { return nil }
        if let place = pending, !isBar(token), let lineEnd {
          tokens.append(Token(classes: [lineEnd], range: place..<place + 1))
        }
        pending = nil
        depth = Self.depth(after: matcher.text(offset, token.range.upperBound), depth)
        tokens.append(token)
        offset = token.range.upperBound
      }
    }
    return tokens
  }

  private static func depth(after mark: String, _ depth: Int) -> Int {
    switch mark {
    case "(", "[": depth + 1
    case ")", "]": max(0, depth - 1)
    case ";": 0
    default: depth
    }
  }

  private func isBar(_ token: Token) -> Bool {
    token.classes.contains { if case .terminal("|") = network.classes[$0] { true } else { false } }
  }

  /// Whether a statement goes on after a line that ends in the last token.
  private func goesOn(_ tokens: [Token]) -> Bool {
    guard let last = tokens.last else { return false }
    return last.classes.contains { kind in
      openTokens.contains(kind)
        || operatorsWithOperands.contains(kind) && tokens.count > 1
          && isBar(tokens[tokens.count - 2])
    }
  }

  private func token(at start: Int, _ matcher: WordMatcher) -> Token? {
    var longest = start
    var classes: [Int] = []
    func note(_ kind: Int, _ end: Int) {
      guard end >= longest, end > start, !cuts(matcher, start, end) else { return }
      if end > longest { classes = [] }
      longest = end
      classes.append(kind)
    }
    for (kind, text) in marks where matcher.folded[start...].starts(with: text) {
      note(kind, start + text.count)
    }
    if matcher.folded[start].properties.isXIDStart || matcher.folded[start] == "_" {
      let end =
        matcher.folded[start...].firstIndex { !WordMatcher.isNamePart($0) }
        ?? matcher.folded.count
      for kind in words[matcher.text(start, end)] ?? [] { note(kind, end) }
    }
    var form = start
    let mayBegin = { (kind: Int) in matcher.mayBegin(network.classes[kind], start) }
    for kind in rules where mayBegin(kind) {
      for end in matcher.ends(network.classes[kind], start) {
        if case .rule("period") = network.classes[kind] {
          if isFraction(matcher, end) { continue }
          if !exists(matcher.text(start, end)), !cuts(matcher, start, end) { form = max(form, end) }
        }
        if case .rule("number") = network.classes[kind], isGlued(matcher.text(start, end)) {
          form = max(form, end)
        }
        note(kind, end)
      }
    }
    // What has the form of a period or a number, and is none, is nothing else either.
    return classes.isEmpty || form == longest
      ? nil : Token(classes: classes, range: start..<longest)
  }

  /// Whether a token that ends here would cut a word or number in two.
  private func cuts(_ matcher: WordMatcher, _ start: Int, _ end: Int) -> Bool {
    guard end < matcher.folded.count, WordMatcher.isNamePart(matcher.folded[end]) else {
      return false
    }
    return WordMatcher.isNamePart(matcher.folded[end - 1])
  }

  private func isFraction(_ matcher: WordMatcher, _ end: Int) -> Bool {
    end + 1 < matcher.folded.count && matcher.folded[end] == "."
      && ("0"..."9").contains(matcher.folded[end + 1])
  }

  /// Whether a period is in the calendar.
  private func exists(_ period: String) -> Bool {
    let parts = period.split { !$0.isNumber }.compactMap { Int($0) }
    guard parts.count > 1 else { return true }
    if period.contains(where: { "Qq".contains($0) }) { return (1...4).contains(parts[1]) }
    let isLeap = parts[0] % 4 == 0 && (parts[0] % 100 != 0 || parts[0] % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(parts[1]) else { return false }
    return parts.count < 3 || (1...days[parts[1] - 1]).contains(parts[2])
  }

  /// Whether a number has a suffix that is words written without blanks, such as `5元且`: after a
  /// unit or none, a word that may follow an operand, and then, in Chinese, words and digits.
  private func isGlued(_ number: String) -> Bool {
    guard let letter = number.unicodeScalars.firstIndex(where: \.properties.isXIDStart) else {
      return false
    }
    var run = number[letter...]
    if !list.units.contains(String(run)), let scale = scales.first(where: { run.hasPrefix($0) }) {
      run = run.dropFirst(scale.count)
    }
    if list.units.contains(String(run)) { return false }
    if words[String(run)]?.contains(where: followers.contains) ?? false { return true }
    guard run.unicodeScalars.contains(where: { $0.value >= 0x2E80 }),
      let parts = list.division(of: String(run))
    else { return false }
    let isFollower = { (word: String) in words[word]?.contains(where: followers.contains) ?? false }
    return isFollower(parts[0])
      || parts.count > 1 && list.units.contains(parts[0]) && isFollower(parts[1])
  }
}
