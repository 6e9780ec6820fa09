/// The characters that entities of a web page stand for, by their offsets in the text as given.
///
/// A sorted list: most reports have none, and a dictionary of integers has its type looked up at
/// start-up all the same. Cost: a binary search a look-up.
struct ReplacedScalars: Sendable {
  private var offsets: [Int32] = []
  private var scalars: [UInt32] = []

  var isEmpty: Bool { offsets.isEmpty }

  subscript(offset: Int32) -> UInt32? {
    let place = place(of: offset)
    return place < offsets.count && offsets[place] == offset ? scalars[place] : nil
  }

  /// Notes the character at an offset, the last one noted being the one that stands there.
  mutating func insert(_ scalar: UInt32, at offset: Int32) {
    let place = offsets.last.map { $0 < offset } ?? true ? offsets.count : place(of: offset)
    if place < offsets.count, offsets[place] == offset {
      scalars[place] = scalar
    } else {
      offsets.insert(offset, at: place)
      scalars.insert(scalar, at: place)
    }
  }

  /// The place of the first offset that is not below one.
  private func place(of offset: Int32) -> Int {
    var (low, high) = (0, offsets.count)
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
