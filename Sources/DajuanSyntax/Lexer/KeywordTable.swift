/// Finds the keyword a word spells: a small open-addressed hash table over bytes, made once from
/// the vocabulary.
struct KeywordTable: Sendable {
  static let shared = KeywordTable()

  private struct Slot {
    var keyword: Keyword = .none
    var spelling: [UInt8] = []
  }

  private let slots: [Slot]
  private let lengths: ClosedRange<Int>

  private static let mask = 511

  init() {
    var slots = [Slot](repeating: Slot(), count: Self.mask + 1)
    var shortest = Int.max
    var longest = 0
    for entry in Vocabulary.keywords + Vocabulary.operators {
      guard let keyword = entry.keyword else { continue }
      for spelling in entry.spellings.map({ Array($0.utf8) }) where !spelling.contains(0x20) {
        var index = Self.hash(spelling, 0, spelling.count) & Self.mask
        while slots[index].keyword != .none { index = (index + 1) & Self.mask }
        slots[index] = Slot(keyword: keyword, spelling: spelling)
        shortest = min(shortest, spelling.count)
        longest = max(longest, spelling.count)
      }
    }
    self.slots = slots
    lengths = shortest...longest
  }

  /// The keyword spelled by the bytes from `start` up to `end`, or `none`.
  func keyword(in bytes: [UInt8], _ start: Int, _ end: Int) -> Keyword {
    guard lengths.contains(end - start) else { return .none }
    var index = Self.hash(bytes, start, end) & Self.mask
    while slots[index].keyword != .none {
      if Self.equal(slots[index].spelling, bytes, start, end) { return slots[index].keyword }
      index = (index + 1) & Self.mask
    }
    return .none
  }

  /// Mixes the length with three bytes: enough to tell a few dozen words apart. Of a CJK word the
  /// second byte says more than the first, which is nearly always the same.
  @inline(__always)
  private static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    let second = UInt32(bytes[min(start + 1, end - 1)])
    let third = UInt32(bytes[min(start + 2, end - 1)])
    let last = UInt32(bytes[end - 1])
    let mixed = (second << 16 ^ third << 8 ^ last) &+ UInt32(truncatingIfNeeded: end - start) << 24
    return Int((mixed &* 2_654_435_769) >> 20)
  }

  private static func equal(_ spelling: [UInt8], _ bytes: [UInt8], _ start: Int, _ end: Int)
    -> Bool
  {
    guard spelling.count == end - start else { return false }
    for index in spelling.indices where spelling[index] != bytes[start + index] { return false }
    return true
  }
}
