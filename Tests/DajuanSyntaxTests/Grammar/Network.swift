/// The syntax of a grammar as an automaton for each rule, over classes of tokens and other rules: what
/// an Earley recogniser walks through.
///
/// Everything comes from the text of the grammar: a rule or a word that is added there is here too.
struct Network: Sendable {
  /// What a token may be: a terminal, a rule of the words, or one such without another.
  let classes: [EBNF.Node]

  /// The first state of each rule of the syntax, by its number.
  private(set) var starts: [Int] = []

  /// The rule that is whole in a state, or -1.
  private(set) var completes: [Int] = []

  /// The rules that may come next in a state.
  private(set) var predictions: [[Int]] = []

  /// The state after a symbol (a class, or a rule's number after all classes), or -1: a table of
  /// states times `width`.
  private(set) var next: [Int] = []
  let width: Int

  /// Whether a rule may be empty.
  private(set) var isNullable: [Bool]

  /// Whether a rule may begin with a class, and be followed by one: tables of rules times classes.
  private(set) var first: [Bool]
  private(set) var follow: [Bool]

  let root: Int
  private let names: [String]

  init(_ grammar: EBNF, root: String) {
    let names = grammar.names.filter { grammar.rules[$0]?.isLexical == false }
    var symbols = Symbols(grammar: grammar, names: names)
    let automata = names.map { name in
      Automaton(grammar.rules[name]?.definition ?? .sequence([]), &symbols)
    }
    classes = symbols.classes
    width = classes.count + names.count
    isNullable = Array(repeating: false, count: names.count)
    first = Array(repeating: false, count: names.count * classes.count)
    follow = first
    self.names = names
    self.root = names.firstIndex(of: root) ?? 0
    for (rule, automaton) in automata.enumerated() { add(automaton, of: rule) }
    findFirst()
    findFollow()
  }

  private mutating func add(_ automaton: Automaton, of rule: Int) {
    let base = completes.count
    starts.append(base)
    for state in automaton.states {
      completes.append(state.isFinal ? rule : -1)
      var row = Array(repeating: -1, count: width)
      for (symbol, target) in state.next {
        // Rules are counted from -1 down until all classes are known.
        row[symbol < 0 ? classes.count - 1 - symbol : symbol] = base + target
      }
      predictions.append(
        row.indices.filter { row[$0] >= 0 && $0 >= classes.count }
          .map { $0 - classes.count })
      next += row
    }
  }

  private func states(of rule: Int) -> Range<Int> {
    starts[rule]..<(rule + 1 < starts.count ? starts[rule + 1] : completes.count)
  }

  private mutating func findFirst() {
    var isStable = false
    while !isStable {
      isStable = true
      for rule in starts.indices {
        // The states that are reached without a token.
        var pending = [starts[rule]]
        var reached: Set<Int> = []
        while let state = pending.popLast() {
          guard reached.insert(state).inserted else { continue }
          if completes[state] >= 0, !isNullable[rule] {
            isNullable[rule] = true
            isStable = false
          }
          for symbol in 0..<width where next[state * width + symbol] >= 0 {
            if symbol < classes.count {
              isStable = !Self.set(&first, rule * classes.count + symbol) && isStable
              continue
            }
            let used = symbol - classes.count
            if isNullable[used] { pending.append(next[state * width + symbol]) }
            for kind in classes.indices where first[used * classes.count + kind] {
              isStable = !Self.set(&first, rule * classes.count + kind) && isStable
            }
          }
        }
      }
    }
  }

  private mutating func findFollow() {
    var isStable = false
    while !isStable {
      isStable = true
      for rule in starts.indices {
        for state in states(of: rule) {
          for used in predictions[state] {
            let after = next[state * width + classes.count + used]
            for kind in classes.indices where mayFollow(kind, in: after, of: rule) {
              isStable = !Self.set(&follow, used * classes.count + kind) && isStable
            }
          }
        }
      }
    }
  }

  /// Whether a class may come in a state of a rule, or after it where the rule may end.
  private func mayFollow(_ kind: Int, in state: Int, of rule: Int) -> Bool {
    if next[state * width + kind] >= 0 { return true }
    if completes[state] >= 0, follow[rule * classes.count + kind] { return true }
    return predictions[state].contains { used in
      first[used * classes.count + kind]
        || isNullable[used]
          && mayFollow(kind, in: next[state * width + classes.count + used], of: rule)
    }
  }

  /// Whether a class may come just after another, and whether a rule may be followed by one or begin
  /// with one.
  func mayFollow(_ kind: Int, after other: Int) -> Bool {
    starts.indices.contains { rule in
      states(of: rule).contains { state in
        let after = next[state * width + other]
        return after >= 0 && mayFollow(kind, in: after, of: rule)
      }
    }
  }

  func mayFollow(_ kind: Int, rule name: String) -> Bool {
    names.firstIndex(of: name).map { follow[$0 * classes.count + kind] } ?? false
  }

  func mayBegin(_ name: String, _ kind: Int) -> Bool {
    names.firstIndex(of: name).map { first[$0 * classes.count + kind] } ?? false
  }

  private static func set(_ table: inout [Bool], _ index: Int) -> Bool {
    defer { table[index] = true }
    return !table[index]
  }
}

extension Network {
  /// Numbers what the rules of the syntax are made of.
  fileprivate struct Symbols {
    let grammar: EBNF
    let names: [String]
    private(set) var classes: [EBNF.Node] = []
    private var numbers: [String: Int] = [:]

    init(grammar: EBNF, names: [String]) {
      self.grammar = grammar
      self.names = names
    }

    /// A class as its number, a rule of the syntax as -1 less its number; nil for what has parts.
    mutating func number(of node: EBNF.Node) -> Int? {
      switch node {
      case .choice, .sequence, .optional, .repetition: return nil
      case .rule(let name):
        if let rule = names.firstIndex(of: name) { return -1 - rule }
      case .terminal, .special, .exception: break
      }
      let key = "\(node)"
      if let known = numbers[key] { return known }
      numbers[key] = classes.count
      classes.append(node)
      return classes.count - 1
    }
  }

  /// The definition of one rule, made deterministic: from the places in it (Glushkov, 1961) by sets
  /// of them.
  fileprivate struct Automaton {
    struct State {
      var next: [Int: Int] = [:]
      var isFinal: Bool
    }

    private(set) var states: [State] = []

    /// The symbol at each place, and the places that may follow it.
    private var symbols: [Int] = []
    private var followers: [Set<Int>] = []

    private struct Part {
      var isNullable: Bool
      var first: Set<Int>
      var last: Set<Int>
    }

    init(_ definition: EBNF.Node, _ symbols: inout Symbols) {
      let whole = part(definition, &symbols)
      determine(whole)
    }

    private mutating func part(_ node: EBNF.Node, _ symbols: inout Symbols) -> Part {
      if let symbol = symbols.number(of: node) {
        self.symbols.append(symbol)
        followers.append([])
        let place = self.symbols.count - 1
        return Part(isNullable: false, first: [place], last: [place])
      }
      switch node {
      case .choice(let nodes):
        return nodes.map { part($0, &symbols) }.reduce(
          into: Part(isNullable: false, first: [], last: [])
        ) { result, part in
          result.isNullable = result.isNullable || part.isNullable
          result.first.formUnion(part.first)
          result.last.formUnion(part.last)
        }
      case .sequence(let nodes):
        var result = Part(isNullable: true, first: [], last: [])
        for node in nodes {
          let part = part(node, &symbols)
          for place in result.last { followers[place].formUnion(part.first) }
          if result.isNullable { result.first.formUnion(part.first) }
          result.last = part.isNullable ? result.last.union(part.last) : part.last
          result.isNullable = result.isNullable && part.isNullable
        }
        return result
      case .optional(let node):
        var result = part(node, &symbols)
        result.isNullable = true
        return result
      case .repetition(let node):
        var result = part(node, &symbols)
        for place in result.last { followers[place].formUnion(result.first) }
        result.isNullable = true
        return result
      case .terminal, .rule, .special, .exception:
        return Part(isNullable: true, first: [], last: [])
      }
    }

    private mutating func determine(_ whole: Part) {
      // A place of -1 stands for the beginning.
      var known: [Set<Int>: Int] = [[-1]: 0]
      var pending: [Set<Int>] = [[-1]]
      states = [State(isFinal: whole.isNullable)]
      while let places = pending.popLast() {
        let after = places.reduce(into: Set<Int>()) {
          $0.formUnion($1 < 0 ? whole.first : followers[$1])
        }
        for (symbol, targets) in Dictionary(grouping: after, by: { symbols[$0] }) {
          let target = Set(targets)
          if known[target] == nil {
            known[target] = states.count
            states.append(State(isFinal: !target.isDisjoint(with: whole.last)))
            pending.append(target)
          }
          states[known[places] ?? 0].next[symbol] = known[target]
        }
      }
    }
  }
}
