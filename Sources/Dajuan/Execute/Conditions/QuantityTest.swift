import DajuanLedger

/// A column of quantities beside one exactly known quantity, without making quantities of its rows.
///
/// For each unit of the column the limit is put into ten-thousandths of that unit beforehand, so that a
/// row costs two comparisons of whole numbers.
struct QuantityTest: Sendable {
  /// Where the limit lies among the whole ten-thousandths of a unit.
  private struct Limit {
    /// The largest whole number not above it, and the smallest not below it.
    var floor: Int64 = 0
    var ceiling: Int64 = 0
    /// The limit as a binary number, and what a binary row is multiplied by to stand beside it.
    var binary = 0.0
    var factor = 1.0
    /// The answer of every row, where the units do not go together; 255 otherwise.
    var fixed: AnswerCode = 255
  }

  private let column: QuantityColumn
  private let `operator`: ComparisonOperator
  /// By unit code; a missing row's limit is the last one.
  private let limits: [Limit]
  /// The answers of an exactly known row below, at and above the limit.
  private let exact: [AnswerCode]

  /// Prepares a comparison `column operator constant`; `nil` where it has no such form, or where the
  /// limit leaves 64 bits in some unit of the column.
  init?(_ operator: ComparisonOperator, _ left: Formula, _ right: Formula, _ columns: BatchColumns)
  {
    var (subject, limit, sign) = (left, right, `operator`)
    if case .constant = left.kind { (subject, limit, sign) = (right, left, `operator`.mirrored) }
    guard case .column(let place) = subject.kind, case .quantity(let column) = columns[place],
      case .constant(.quantity(let quantity)) = limit.kind,
      case .exact(let number) = quantity.interval.point
    else { return nil }
    var limits: [Limit] = []
    for unit in column.units {
      guard let limit = Self.limit(number, quantity.unit, in: unit) else { return nil }
      limits.append(limit)
    }
    limits.append(Limit(fixed: Truth.undecided(.missing).code))
    limits.append(Limit(fixed: Truth.undecided(.unit).code))
    self.column = column
    self.operator = sign
    self.limits = limits
    exact = [-1, 0, 1].map { Truth(sign.holds(ofSign: $0)).code }
  }

  private static func limit(_ number: Decimal, _ unit: Unit, in target: Unit) -> Limit? {
    guard target.isCommensurable(with: unit) else {
      return Limit(fixed: Truth.undecided(.unit).code)
    }
    // x·n/d beside y is x beside y·d/n.
    let size = target == unit ? Ratio.one : target.size(in: unit)
    guard let size else { return nil }
    let scaled = Decimal(coefficient: number.coefficient, exponent: number.exponent + 4)
    let (top, bottom) = (Int128(size.denominator), Int128(size.numerator))
    guard
      let numerator = scaled.exponent >= 0 ? scaled.aligned(to: 0) : scaled.coefficient,
      let power = Decimal.power(of: UInt32(max(0, -scaled.exponent)))
    else { return nil }
    let (product, isOver) = numerator.multipliedReportingOverflow(by: top)
    let (divisor, isDivisorOver) = bottom.multipliedReportingOverflow(by: power)
    if isOver || isDivisorOver { return nil }
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: divisor)
    let floor = rest < 0 ? quotient - 1 : quotient
    let ceiling = rest > 0 ? quotient + 1 : quotient
    guard let low = Int64(exactly: floor), let high = Int64(exactly: ceiling) else { return nil }
    let beside = number.multiplied(by: Decimal(Int(size.denominator)))
    guard let beside else { return nil }
    return Limit(
      floor: low, ceiling: high, binary: beside.doubleValue, factor: Double(size.numerator))
  }

  /// Whether the answer to every row of a stretch is known to be no.
  func isNever(in stretch: Int) -> Bool {
    guard column.ranges.indices.contains(stretch),
      column.unitCodes.ranges.indices.contains(stretch)
    else { return false }
    // A row without a value has no answer.
    let codes = column.unitCodes.ranges[stretch]
    if codes.lowerBound < 0 || codes.upperBound >= column.units.count { return false }
    return column.ranges[stretch].allSatisfy { range in
      let limit = limits[Int(range.unit)]
      if limit.fixed != 255 { return limit.fixed == Truth.no.code }
      return switch `operator` {
      case .less, .lessOrEqual: range.low > limit.floor
      case .greater, .greaterOrEqual: range.high < limit.ceiling
      case .equal: range.low > limit.floor || range.high < limit.ceiling
      case .notEqual: false
      }
    }
  }

  /// The answers at the given rows.
  ///
  /// - Returns: The places of rows kept in another form, which are not answered.
  func answer(_ rows: Rows, into result: inout MutableSpan<AnswerCode>) -> [Int] {
    switch column.unitCodes.storage {
    case .bytes(let codes): answer(rows, codes, into: &result)
    case .shorts(let codes): answer(rows, codes, into: &result)
    case .ints(let codes): answer(rows, codes, into: &result)
    }
  }

  private func answer<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    _ rows: Rows, _ codes: Buffer<Code>, into result: inout MutableSpan<AnswerCode>
  ) -> [Int] {
    codes.withSpan { codes in
      column.lower.withSpan { lower in
        column.upper.withSpan { upper in
          column.marks.withSpan { marks in
            Preloading.preload(rows, of: codes, lower, marks)
            switch rows.storage {
            case .stretch(let stretch):
              return self.answer(
                count: stretch.count, { stretch.lowerBound + $0 }, codes, lower, upper, marks,
                into: &result)
            case .selected(let rows):
              let start = rows.startIndex
              return self.answer(
                count: rows.count, { Int(rows[start + $0]) }, codes, lower, upper, marks,
                into: &result)
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private func answer<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    count: Int, _ row: (Int) -> Int, _ codes: Span<Code>, _ lower: Span<Int64>,
    _ upper: Span<Int64>, _ marks: Span<UInt8>, into result: inout MutableSpan<AnswerCode>
  ) -> [Int] {
    var others: [Int] = []
    let limits = limits.span
    let missing = limits.count - 2
    let exact = (exact[0], exact[1], exact[2])
    let hasMarks = !marks.isEmpty
    for index in 0..<count {
      let row = row(index)
      var code = Int(codes[row])
      if code < 0 || code >= missing { code = code == Int(Codes.conflict) ? missing + 1 : missing }
      let limit = limits[unchecked: code]
      if limit.fixed != 255 {
        result[index] = limit.fixed
        continue
      }
      let low = lower[row]
      let mark = hasMarks ? marks[row] : 0
      if mark == 0 {
        result[index] =
          low < limit.ceiling ? exact.0 : low > limit.floor ? exact.2 : exact.1
        continue
      }
      if mark & QuantityMark.bound == QuantityMark.apart {
        others.append(index)
        continue
      }
      result[index] = inexact(low, upper[row], mark, limit).code
    }
    return others
  }

  /// The answer of a row that is not one number, as ``Interval/isLess(than:orEqual:)`` gives it.
  private func inexact(_ lower: Int64, _ upper: Int64, _ mark: UInt8, _ limit: Limit) -> Truth {
    func sign(_ end: Int64) -> Int {
      if mark & QuantityMark.isBinary != 0 {
        let number = Double(bits: end) * limit.factor
        return number < limit.binary ? -1 : number > limit.binary ? 1 : 0
      }
      return end < limit.ceiling ? -1 : end > limit.floor ? 1 : 0
    }
    let open = QuantityMark.hasNoLower | QuantityMark.hasNoUpper
    let sides = PackedSides(
      highToLow: mark & QuantityMark.hasNoUpper == 0 ? sign(upper) : 1,
      lowToHigh: mark & QuantityMark.hasNoLower == 0 ? sign(lower) : -1,
      arePoints: mark & open == 0 && lower == upper,
      touchesBelow: mark & QuantityMark.excludesUpper != 0,
      touchesAbove: mark & QuantityMark.excludesLower != 0)
    return sides.answer(`operator`)
  }
}

extension ComparisonOperator {
  /// The same comparison with the sides exchanged.
  fileprivate var mirrored: ComparisonOperator {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  /// Whether it holds of a number below (-1), at (0) or above (1) another.
  fileprivate func holds(ofSign sign: Int) -> Bool {
    switch self {
    case .equal: sign == 0
    case .notEqual: sign != 0
    case .less: sign < 0
    case .lessOrEqual: sign <= 0
    case .greater: sign > 0
    case .greaterOrEqual: sign >= 0
    }
  }
}
