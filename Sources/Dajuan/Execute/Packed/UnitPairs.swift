import DajuanLedger

/// What becomes of the units of two operands, worked out once for each pair of them.
struct UnitPairs: Sendable {
  /// One pair.
  struct Pair: Sendable {
    /// The place of the result's unit; below zero where the two do not go together.
    var unit: Int32
    /// Whether the numbers are taken as they are; otherwise rows of the pair are worked out in full.
    var isPlain: Bool
  }

  /// The units of results, in the order of their codes.
  private(set) var units: [Unit] = []
  private var pairs: [Pair] = []
  private let rightCount: Int
  /// More pairs than these are not worked out beforehand.
  private static let limit = 1 << 12

  /// `nil` where there are too many pairs.
  init?(
    _ left: [Unit], _ right: [Unit], _ combine: (Unit, Unit) -> (unit: Unit, isPlain: Bool)?
  ) {
    rightCount = right.count
    if left.count * right.count > Self.limit { return nil }
    for a in left {
      for b in right {
        guard let (unit, isPlain) = combine(a, b) else {
          pairs.append(Pair(unit: Codes.conflict, isPlain: false))
          continue
        }
        let code = units.firstIndex(of: unit) ?? units.count
        if code == units.count { units.append(unit) }
        pairs.append(Pair(unit: Int32(code), isPlain: isPlain))
      }
    }
  }

  @inline(__always)
  subscript(left: Int32, right: Int32) -> Pair { pairs[Int(left) * rightCount + Int(right)] }
}
