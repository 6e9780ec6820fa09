/// A column of periods: each distinct one once, and a code a row.
public struct PeriodColumn: Sendable {
  /// The distinct periods, in the order of their codes.
  public private(set) var periods: [Period]
  /// For each row the place of its period.
  public private(set) var codes: Codes
  /// The codes of the periods, once a row has been added.
  private var index: CodeIndex?

  /// Makes a column of the given periods.
  public init(_ values: some Sequence<Period?> = []) {
    periods = []
    codes = Codes()
    for value in values { append(value) }
  }

  /// Makes a column of codes into a list of distinct periods.
  public init(periods: [Period], codes: Codes) {
    self.periods = periods
    self.codes = codes
  }

  /// The number of rows.
  public var count: Int { codes.count }

  /// The period of a row, or `nil` where it is missing.
  public subscript(row: Int) -> Period? {
    let code = Int(codes[row])
    return periods.indices.contains(code) ? periods[code] : nil
  }

  /// Adds a row.
  public mutating func append(_ value: Period?) {
    guard let value else { return codes.append(Codes.missing) }
    codes.append(code(of: value))
  }

  private mutating func code(of period: Period) -> Int32 {
    var index = self.index ?? Self.index(of: periods)
    self.index = nil  // Gives up the shared storage, so that an insertion does not copy it.
    defer { self.index = index }
    let hash = Self.hash(period)
    if let code = index.code(hash, where: { periods[Int($0)] == period }) { return code }
    let code = Int32(periods.count)
    index.insert(code, hash)
    periods.append(period)
    return code
  }

  private static func index(of periods: [Period]) -> CodeIndex {
    var index = CodeIndex()
    for (code, period) in periods.enumerated() {
      let hash = hash(period)
      if index.code(hash, where: { periods[Int($0)] == period }) == nil {
        index.insert(Int32(code), hash)
      }
    }
    return index
  }

  private static func hash(_ period: Period) -> UInt64 {
    let (first, last) = (period.firstDay ?? .min, period.lastDay)
    let days = UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: last))
    // Both halves reach the upper one: the first days by the second product.
    return (days ^ days >> 29) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Adds the rows of another column. Cost: a look-up for each period, and a code for each row.
  public mutating func append(contentsOf other: PeriodColumn) {
    if count == 0 {
      self = other
      return
    }
    codes.append(
      contentsOf: other.codes.translated(of: other.periods.count) {
        code(of: other.periods[$0])
      })
  }

  /// The given rows, in the given order, below zero one without a period; the periods are shared.
  public func gathered(_ rows: [Int32], _ work: PieceWork? = nil) -> PeriodColumn {
    PeriodColumn(periods: periods, codes: codes.gathered(rows, work))
  }
}
