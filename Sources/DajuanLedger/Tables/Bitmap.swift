/// A row of bits, one a table row; a set bit means the row has a value.
public struct Bitmap: Hashable, Sendable {
  private var words: [UInt64] = []
  /// The number of bits.
  public private(set) var count = 0

  /// Makes an empty row of bits.
  public init() {}

  /// The bit of a row.
  public subscript(row: Int) -> Bool { words[row >> 6] >> UInt64(row & 63) & 1 == 1 }

  /// Adds a bit at the end.
  public mutating func append(_ bit: Bool) {
    if count & 63 == 0 { words.append(0) }
    if bit { words[count >> 6] |= 1 << UInt64(count & 63) }
    count += 1
  }

  /// The number of set bits.
  public var population: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
