/// Tells whether a row of tokens is a sentence of a grammar, by Earley's algorithm (1970) over the
/// automata of its rules.
///
/// An item is a state with the place its rule began at. What the next token rules out is neither
/// predicted nor completed; rules that may be empty are passed over as they are predicted (Aycock and
/// Horspool, 2002). Cost: cubic at worst, about linear for the language's grammar.
struct Earley: Sendable {
  let network: Network

  /// Whether the tokens, each given by the classes it may be of, are a sentence. The count is of the
  /// tokens that some sentence begins with.
  func recognise(_ tokens: [[Int]]) -> (isSentence: Bool, count: Int) {
    var run = Run(network: network, tokens: tokens)
    return run.result()
  }

  private struct Run {
    let tokens: [[Int]]

    // The tables of the network, at hand.
    let next: [Int]
    let width: Int
    let kinds: Int
    let completes: [Int]
    let predictions: [[Int]]
    let starts: [Int]
    let isNullable: [Bool]
    let root: Int

    /// The rules the next token may begin, and those it may follow.
    private var begun: [Bool] = []
    private var followed: [Bool] = []
    private let first: [Bool]
    private let follow: [Bool]

    /// The items, set after set, and where each set begins.
    private var states: [Int] = []
    private var origins: [Int] = []
    private var sets: [Int] = []

    /// What the token read last leads to.
    private var scanned: [(state: Int, origin: Int)] = []

    /// One more than the last set an item was added to, by state and origin.
    private var stamps: [Int]

    private var place = 0

    init(network: Network, tokens: [[Int]]) {
      self.tokens = tokens
      next = network.next
      width = network.width
      kinds = network.classes.count
      completes = network.completes
      predictions = network.predictions
      starts = network.starts
      isNullable = network.isNullable
      root = network.root
      first = network.first
      follow = network.follow
      stamps = Array(repeating: 0, count: network.completes.count * (tokens.count + 1))
    }

    mutating func result() -> (Bool, Int) {
      scanned = [(starts[root], 0)]
      while true {
        sets.append(states.count)
        let arrived = scanned
        scanned = []
        lookAhead()
        for item in arrived { add(item.state, item.origin) }
        var index = sets[place]
        while index < states.count {
          process(states[index], origins[index])
          index += 1
        }
        if place == tokens.count || scanned.isEmpty { break }
        place += 1
      }
      guard place == tokens.count else { return (false, place) }
      let isSentence = (sets[place]..<states.count).contains {
        origins[$0] == 0 && completes[states[$0]] == root
      }
      return (isSentence, place)
    }

    private mutating func add(_ state: Int, _ origin: Int) {
      let index = state * (tokens.count + 1) + origin
      guard stamps[index] != place + 1 else { return }
      stamps[index] = place + 1
      states.append(state)
      origins.append(origin)
    }

    private mutating func process(_ state: Int, _ origin: Int) {
      let row = state * width
      for rule in predictions[state] {
        if begun[rule] { add(starts[rule], place) }
        if isNullable[rule] {
          add(next[row + kinds + rule], origin)
        }
      }
      if place < tokens.count {
        for kind in tokens[place] where next[row + kind] >= 0 {
          scanned.append((next[row + kind], origin))
        }
      }
      let rule = completes[state]
      if rule >= 0, origin < place, place == tokens.count || followed[rule] {
        complete(rule, from: origin)
      }
    }

    private mutating func complete(_ rule: Int, from origin: Int) {
      let column = kinds + rule
      for index in sets[origin]..<sets[origin + 1] {
        let target = next[states[index] * width + column]
        if target >= 0 { add(target, origins[index]) }
      }
    }

    private mutating func lookAhead() {
      begun = Array(repeating: false, count: starts.count)
      followed = begun
      guard place < tokens.count else { return }
      for rule in starts.indices {
        for kind in tokens[place] {
          if first[rule * kinds + kind] { begun[rule] = true }
          if follow[rule * kinds + kind] { followed[rule] = true }
        }
      }
    }
  }
}
