/// A column of periods: each distinct one once, and a code a row.
public struct PeriodColumn: Sendable {
  /// The distinct periods, in the order of their codes.
  public private(set) var periods: [Period]
  /// For each row the place of its period.
  public private(set) var codes: Codes
  /// The codes of the periods, once a row has been added.
  private var index: [Period: Int32]?

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
    if index == nil {
      index = Dictionary(
        periods.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    }
    if let code = index?[period] { return code }
    let code = Int32(periods.count)
    index?[period] = code
    periods.append(period)
    return code
  }

  /// The given rows, in the given order; the periods are shared.
  public func gathered(_ rows: some Collection<Int32>) -> PeriodColumn {
    PeriodColumn(periods: periods, codes: codes.gathered(rows))
  }
}
