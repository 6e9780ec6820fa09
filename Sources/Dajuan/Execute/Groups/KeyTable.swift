/// Numbers 64-bit keys in the order in which they first come.
///
/// Open addressing with linear probing, at most half full; the hash is the key times an odd constant
/// (D. E. Knuth, The Art of Computer Programming 3, 6.4).
struct KeyTable: Sendable {
  /// The keys by number.
  private(set) var keys: [UInt64] = []
  /// Places of keys, one more than their numbers; zero for a free slot.
  private var slots: [UInt32]
  private var shift: UInt64

  init() {
    slots = [UInt32](repeating: 0, count: 16)
    shift = 64 - 4
  }

  /// The number of keys.
  var count: Int { keys.count }

  /// The number of a key, which is taken in where it is new.
  mutating func number(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = place(of: key)
    while true {
      let found = slots[slot]
      if found == 0 { break }
      if keys[Int(found) - 1] == key { return Int(found) - 1 }
      slot = (slot + 1) & mask
    }
    keys.append(key)
    slots[slot] = UInt32(keys.count)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  private func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    shift -= 2
    let mask = slots.count - 1
    for (number, key) in keys.enumerated() {
      var slot = place(of: key)
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }
}
