/// Words with a sense each, found in text by the longest match from a place onwards or backwards.
///
/// A trie in one open-addressing table; small filters of first and last characters turn most places
/// away at once. Cost of a look-up: one probe a character of the match; backwards, one short look-up
/// for every place a word of the table could begin at.
struct WordTable<Sense: Sendable>: Sendable {
  /// A word found in text.
  struct Match {
    let range: Range<Int>
    let sense: Sense
  }

  private var trie: Trie
  private var senses: [Sense] = []
  private var lasts = CodeFilter()
  private var longest = 0

  /// Makes a table word by word.
  struct Builder {
    private(set) var table: WordTable

    /// `text` tells how much room the words may need: most are of Chinese characters, of three bytes
    /// each, and share some with others.
    init(_ text: StaticString) { table = WordTable(room: text.utf8CodeUnitCount / 4) }

    init(room: Int) { table = WordTable(room: room) }

    /// Adds the words of a text parted by blanks.
    mutating func add(_ words: ArraySlice<Code>, _ sense: Sense) {
      table.senses.append(sense)
      var start = words.startIndex
      for index in words.startIndex...words.endIndex
      where index == words.endIndex || words[index] == 0x20 {
        if index > start { table.insert(words[start..<index]) }
        start = index + 1
      }
    }
  }

  private init(room: Int) { trie = Trie(room: room) }

  init(_ entries: [(word: String, sense: Sense)]) {
    var builder = Builder(room: entries.reduce(0) { $0 + $1.word.utf16.count })
    for entry in entries { builder.add([Code](entry.word)[...], entry.sense) }
    self = builder.table
  }

  private mutating func insert(_ word: ArraySlice<Code>) {
    guard let last = word.last else { return }
    trie.insert(word, Int32(senses.count - 1))
    lasts.insert(last)
    longest = max(longest, word.count)
  }

  /// The first characters of the words; one may be listed several times.
  var firsts: [Code] { trie.heads }

  /// The longest word that begins at a place and ends by a limit.
  func match(_ codes: [Code], at start: Int, limit: Int) -> Match? {
    guard start < limit, trie.filter.contains(codes[start]) else { return nil }
    var node: Int32 = 0
    var found: Int32 = -1
    var (index, end) = (start, start)
    while index < limit, let next = trie.step(node, codes[index]) {
      index += 1
      node = next
      let sense = trie.values[Int(node)]
      if sense >= 0 { (found, end) = (sense, index) }
    }
    return found < 0 ? nil : Match(range: start..<end, sense: senses[Int(found)])
  }

  /// The longest word that ends at a place and begins no earlier than another.
  func match(_ codes: [Code], endingAt end: Int, from lower: Int) -> Match? {
    guard end > lower, lasts.contains(codes[end - 1]) else { return nil }
    var start = max(lower, end - longest)
    while start < end {
      if trie.filter.contains(codes[start]), let sense = trie.value(codes, start, end) {
        return Match(range: start..<end, sense: senses[Int(sense)])
      }
      start += 1
    }
    return nil
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

/// Characters by the lower eleven bits of their codes: it never turns away one that was put in, and
/// few others pass. A quarter of a kilobyte, so that those of all tables stay near at hand.
struct CodeFilter: Sendable {
  private var words = [UInt64](repeating: 0, count: 32)

  mutating func insert(_ code: Code) {
    words[Int(code >> 6) & 31] |= 1 << UInt64(code & 63)
  }

  @inline(__always)
  func contains(_ code: Code) -> Bool {
    words[Int(code >> 6) & 31] & (1 << UInt64(code & 63)) != 0
  }
}

/// A trie over code units whose edges live in one hash table.
///
/// An edge is one number, so that a table made at start-up touches little memory: the node it leaves
/// in the upper bits, then the code unit, then the node it leads to. No edge leads to the root, so 0
/// is an empty slot.
struct Trie: Sendable {
  private(set) var values: [Int32] = [-1]
  private(set) var filter = CodeFilter()
  /// The first characters of the words; one may be listed several times.
  private(set) var heads: [Code] = []
  private var edges: [UInt64]

  /// How many bits of an edge number a node: the words of a table are few thousand.
  private static let nodeBits = 24

  /// A trie with room for so many edges; it grows where there are more.
  init(room: Int) {
    var size = 16
    while size * 3 < room * 4 { size *= 2 }
    edges = Array(repeating: 0, count: size)
    values.reserveCapacity(room + 1)
  }

  /// The node an edge leads to.
  @inline(__always)
  func step(_ node: Int32, _ code: Code) -> Int32? {
    let key = Self.key(node, code)
    let mask = edges.count - 1
    var slot = Self.slot(of: key) & mask
    while edges[slot] != 0 {
      if edges[slot] >> Self.nodeBits == key {
        return Int32(truncatingIfNeeded: edges[slot] & (1 << Self.nodeBits - 1))
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The value of the word that fills a range, if it is one.
  func value(_ codes: [Code], _ start: Int, _ end: Int) -> Int32? {
    var node: Int32 = 0
    for index in start..<end {
      guard let next = step(node, codes[index]) else { return nil }
      node = next
    }
    let value = values[Int(node)]
    return value >= 0 ? value : nil
  }

  mutating func insert(_ word: ArraySlice<Code>, _ value: Int32) {
    guard let head = word.first else { return }
    if heads.last != head { heads.append(head) }
    filter.insert(head)
    // Room for the whole word first, so that its edges stay where they are put.
    while (values.count + word.count) * 4 > edges.count * 3 { grow() }
    let (mask, first) = (edges.count - 1, values.count)
    var (node, count): (Int32, Int) = (0, first)
    edges.withUnsafeMutableBufferPointer { edges in
      for code in word {
        let key = Self.key(node, code)
        var slot = Self.slot(of: key) & mask
        while edges[slot] != 0, edges[slot] >> Self.nodeBits != key { slot = (slot + 1) & mask }
        if edges[slot] == 0 {
          edges[slot] = key << Self.nodeBits | UInt64(count)
          count += 1
        }
        node = Int32(truncatingIfNeeded: edges[slot] & (1 << Self.nodeBits - 1))
      }
    }
    for _ in first..<count { values.append(-1) }
    values[Int(node)] = value
  }

  private mutating func grow() {
    precondition(values.count < 1 << Self.nodeBits, "a lexicon table is small")
    let old = edges
    edges = Array(repeating: 0, count: old.count * 2)
    for edge in old where edge != 0 {
      place(edge >> Self.nodeBits, Int32(truncatingIfNeeded: edge & (1 << Self.nodeBits - 1)))
    }
  }

  private mutating func place(_ key: UInt64, _ target: Int32) {
    let mask = edges.count - 1
    var slot = Self.slot(of: key) & mask
    while edges[slot] != 0 { slot = (slot + 1) & mask }
    edges[slot] = key << Self.nodeBits | UInt64(target)
  }

  @inline(__always)
  private static func key(_ node: Int32, _ code: Code) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 16 | UInt64(code)
  }

  @inline(__always)
  private static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
