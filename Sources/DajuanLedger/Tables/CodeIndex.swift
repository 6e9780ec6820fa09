/// Where each of some distinct values has its place among them, by a hash of the value.
///
/// An open-addressing table of numbers, which a dictionary keyed by the values would hold again. Whoever
/// asks brings the hash and says which of the values with it is the same. Cost: a probe or two a look-up.
struct CodeIndex: Sendable {
  /// In each slot the upper half of a hash and, below it, the place plus one; 0 where it is empty.
  private var slots: [UInt64] = []
  private var count = 0

  /// The place of a value, or `nil`.
  func code(_ hash: UInt64, where isSame: (Int32) -> Bool) -> Int32? {
    guard !slots.isEmpty else { return nil }
    let mask = slots.count - 1
    var slot = Self.slot(of: hash) & mask
    while slots[slot] != 0 {
      if (slots[slot] ^ hash) >> 32 == 0 {
        let code = Int32(truncatingIfNeeded: slots[slot]) - 1
        if isSame(code) { return code }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Notes the place of a value that has none yet.
  mutating func insert(_ code: Int32, _ hash: UInt64) {
    if count * 4 >= slots.count * 3 { grow() }
    place((hash >> 32) << 32 | UInt64(UInt32(bitPattern: code + 1)))
    count += 1
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: max(16, old.count * 2))
    for entry in old where entry != 0 { place(entry) }
  }

  private mutating func place(_ entry: UInt64) {
    let mask = slots.count - 1
    var slot = Self.slot(of: entry) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = entry
  }

  /// From the half of the hash that a slot keeps, so that a table can grow without its values.
  private static func slot(of hash: UInt64) -> Int { Int(hash >> 32) }
}
