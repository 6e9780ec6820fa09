/// Words with a sense each, found in text by the longest match from a place onwards or backwards.
///
/// Two tries in one open-addressing table; a bitmap of first (and last) characters turns most
/// places away at once. Cost of a look-up: one probe a character of the match.
struct WordTable<Sense: Sendable>: Sendable {
  /// A word found in text.
  struct Match {
    let range: Range<Int>
    let sense: Sense
  }

  private var forward: Trie
  private var backward: Trie
  private var senses: [Sense] = []

  init(_ entries: [(word: String, sense: Sense)]) {
    forward = Trie()
    backward = Trie()
    for entry in entries {
      let codes = [Code](entry.word)
      forward.insert(codes, Int32(senses.count))
      backward.insert(codes.reversed(), Int32(senses.count))
      senses.append(entry.sense)
    }
  }

  /// The first characters of the words.
  var firsts: CodeSet { forward.first }

  /// The longest word that begins at a place and ends by a limit.
  func match(_ codes: [Code], at start: Int, limit: Int) -> Match? {
    guard start < limit, forward.first.contains(codes[start]) else { return nil }
    var node: Int32 = 0
    var found: Match?
    var index = start
    while index < limit, let next = forward.step(node, codes[index]) {
      index += 1
      node = next
      let sense = forward.values[Int(node)]
      if sense >= 0 { found = Match(range: start..<index, sense: senses[Int(sense)]) }
    }
    return found
  }

  /// The longest word that ends at a place and begins no earlier than another.
  func match(_ codes: [Code], endingAt end: Int, from lower: Int) -> Match? {
    guard end > lower, backward.first.contains(codes[end - 1]) else { return nil }
    var node: Int32 = 0
    var found: Match?
    var index = end
    while index > lower, let next = backward.step(node, codes[index - 1]) {
      index -= 1
      node = next
      let sense = backward.values[Int(node)]
      if sense >= 0 { found = Match(range: index..<end, sense: senses[Int(sense)]) }
    }
    return found
  }

  /// The first word in a range, and the longest at its place.
  func first(_ codes: [Code], in range: Range<Int>) -> Match? {
    for index in range {
      if let match = match(codes, at: index, limit: range.upperBound) { return match }
    }
    return nil
  }

  /// The word whose end is nearest the end of a range.
  func last(_ codes: [Code], in range: Range<Int>) -> Match? {
    for end in stride(from: range.upperBound, to: range.lowerBound, by: -1) {
      if let match = match(codes, endingAt: end, from: range.lowerBound) { return match }
    }
    return nil
  }

  /// Whether any word stands in a range.
  func occurs(_ codes: [Code], in range: Range<Int>) -> Bool { first(codes, in: range) != nil }
}

/// A trie over code units whose edges live in one hash table.
struct Trie: Sendable {
  private(set) var values: [Int32] = [-1]
  private(set) var first = CodeSet("")
  private var keys: [UInt64] = Array(repeating: .max, count: 64)
  private var targets: [Int32] = Array(repeating: 0, count: 64)
  private var count = 0

  /// The node an edge leads to.
  func step(_ node: Int32, _ code: Code) -> Int32? {
    let key = UInt64(UInt32(bitPattern: node)) << 16 | UInt64(code)
    let mask = keys.count - 1
    var slot = Self.slot(of: key) & mask
    while keys[slot] != .max {
      if keys[slot] == key { return targets[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  mutating func insert(_ word: [Code], _ value: Int32) {
    guard let head = word.first else { return }
    first.insert(head)
    var node: Int32 = 0
    for code in word {
      if let next = step(node, code) {
        node = next
      } else {
        let next = Int32(values.count)
        values.append(-1)
        add(UInt64(UInt32(bitPattern: node)) << 16 | UInt64(code), next)
        node = next
      }
    }
    values[Int(node)] = value
  }

  private mutating func add(_ key: UInt64, _ target: Int32) {
    if count * 2 >= keys.count { grow() }
    place(key, target)
    count += 1
  }

  private mutating func grow() {
    let (oldKeys, oldTargets) = (keys, targets)
    keys = Array(repeating: .max, count: oldKeys.count * 2)
    targets = Array(repeating: 0, count: oldKeys.count * 2)
    for (key, target) in zip(oldKeys, oldTargets) where key != .max { place(key, target) }
  }

  private mutating func place(_ key: UInt64, _ target: Int32) {
    let mask = keys.count - 1
    var slot = Self.slot(of: key) & mask
    while keys[slot] != .max { slot = (slot + 1) & mask }
    keys[slot] = key
    targets[slot] = target
  }

  private static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
