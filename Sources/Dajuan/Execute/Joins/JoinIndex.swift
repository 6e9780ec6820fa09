import DajuanLedger

/// The right side of a join by the keys of its rows.
///
/// Rows are parted by the upper bits of their keys, and each part has a hash table of its own, small
/// enough for the cache while it is filled. Left rows that stand together mostly have keys that do, and
/// find theirs in one part. Tables are open, with linear probing, at most three quarters full; the hash
/// is the key times an odd constant (D. E. Knuth, The Art of Computer Programming 3, 6.4).
struct JoinIndex: Sendable {
  /// A key and where its rows stand; free where it has none.
  private struct Slot {
    var key: UInt64 = 0
    var start: Int32 = 0
    var count: Int32 = 0
  }

  private struct Part {
    var firstSlot = 0
    var bits: UInt64 = 0
  }

  private var slots: [Slot] = []
  private var parts: [Part] = []
  private let shift: UInt64
  /// The rows, those of a key side by side and in order.
  private var rows: [Int32] = []

  /// So many rows make a part.
  private static let partSize = 1 << 11

  /// Makes the index of rows whose keys are below `count`. Cost: linear in the rows, on all cores.
  init(_ keyed: KeyedRows, below count: UInt64, _ workers: Workers) {
    let keyBits = 64 - (max(1, count) - 1).leadingZeroBitCount
    let wanted = Int.bitWidth - (keyed.count / Self.partSize + 1).leadingZeroBitCount
    let partBits = min(keyBits, min(12, wanted))
    shift = UInt64(keyBits - partBits)
    let (parted, starts) = keyed.ordered(
      byBitsFrom: keyBits - partBits, count: partBits, workers)
    var slotCount = 0
    for part in 0..<(1 << partBits) {
      let room = (starts[part + 1] - starts[part]) * 4 / 3 + 1
      let bits = UInt64(Int.bitWidth - room.leadingZeroBitCount)
      parts.append(Part(firstSlot: slotCount, bits: bits))
      slotCount += 1 << bits
    }
    slots = [Slot](repeating: Slot(), count: slotCount)
    rows = [Int32](repeating: 0, count: parted.count)
    let parts = parts
    slots.withUnsafeMutableBufferPointer { slots in
      // Each part writes its own slots and rows.
      nonisolated(unsafe) let slots = slots
      rows.withUnsafeMutableBufferPointer { rows in
        nonisolated(unsafe) let rows = rows
        workers.run(parts.count) { _, part in
          Self.fill(parts[part], parted, starts[part]..<starts[part + 1], slots, rows)
        }
      }
    }
  }

  private static func fill(
    _ part: Part, _ keyed: KeyedRows, _ range: Range<Int>,
    _ slots: UnsafeMutableBufferPointer<Slot>, _ rows: UnsafeMutableBufferPointer<Int32>
  ) {
    let mask = 1 << part.bits - 1
    func slot(of key: UInt64) -> Int {
      var place = Self.place(of: key, part.bits)
      while true {
        let slot = slots[part.firstSlot + place]
        if slot.count == 0 || slot.key == key { return part.firstSlot + place }
        place = (place + 1) & mask
      }
    }
    for index in range {
      let place = slot(of: keyed.keys[index])
      slots[place].key = keyed.keys[index]
      slots[place].count += 1
    }
    // Each key's rows are written from the last one back, until `start` is where they begin.
    var end = Int32(range.lowerBound)
    for place in part.firstSlot...part.firstSlot + mask where slots[place].count > 0 {
      end += slots[place].count
      slots[place].start = end
    }
    for index in range.reversed() {
      let place = slot(of: keyed.keys[index])
      slots[place].start -= 1
      rows[Int(slots[place].start)] = keyed.rows[index]
    }
  }

  @inline(__always)
  private static func place(of key: UInt64, _ bits: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits))
  }

  /// Calls with the place of each key and its rows, in order; none for ``JoinKeys/missing``. A `false`
  /// ends it.
  @inline(__always)
  func probe(
    _ keys: Span<UInt64>, _ body: (_ place: Int, _ rows: UnsafeBufferPointer<Int32>) -> Bool
  ) {
    slots.withUnsafeBufferPointer { slots in
      parts.withUnsafeBufferPointer { parts in
        rows.withUnsafeBufferPointer { rows in
          for place in keys.indices {
            let key = keys[unchecked: place]
            var found = UnsafeBufferPointer<Int32>(start: nil, count: 0)
            if key != JoinKeys.missing {
              let part = parts[Int(key >> shift)]
              let mask = 1 << part.bits - 1
              var slot = Self.place(of: key, part.bits)
              while slots[part.firstSlot + slot].count > 0 {
                let here = slots[part.firstSlot + slot]
                if here.key == key {
                  let range = Int(here.start)..<Int(here.start + here.count)
                  found = UnsafeBufferPointer(rebasing: rows[range])
                  break
                }
                slot = (slot + 1) & mask
              }
            }
            if !body(place, found) { return }
          }
        }
      }
    }
  }
}
