import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

/// What a function or an aggregate says of intervals holds of every number in them.
@Suite struct IntervalPropertyTests {
  private static let functions: [ScalarFunction] = [
    .abs, .round, .floor, .ceil, .sign, .sqrt, .log, .exp, .low, .high, .number,
  ]

  private static func call(_ function: ScalarFunction, _ arguments: [Quantity]) -> Interval? {
    let value = FormulaEvaluator(columns: []).call(function, arguments.map { .quantity($0) })
    guard case .quantity(let result) = value else { return nil }
    return result.interval
  }

  @Test(arguments: functions.filter { $0 != .low && $0 != .high })
  func functionsHoldEveryPointResult(function: ScalarFunction) {
    var random = SeededGenerator(seed: 1966)
    var count = 0
    for _ in 0..<400 {
      let interval = RandomQuantities.interval(&random)
      guard let whole = Self.call(function, [Quantity(interval, .none)]) else { continue }
      for _ in 0..<12 {
        let point = RandomQuantities.point(of: interval, &random)
        guard let result = Self.call(function, [Quantity(point)]) else { continue }
        // What leaves the range of numbers is no point.
        guard let number = result.point else { continue }
        #expect(whole.contains(number), "\(function) of \(interval) at \(point)")
        count += 1
      }
    }
    #expect(count > 500)
  }

  @Test func placesHoldEveryPointResult() throws {
    var random = SeededGenerator(seed: 7)
    for function in [ScalarFunction.round, .floor, .ceil] {
      for _ in 0..<300 {
        let interval = RandomQuantities.interval(&random)
        let places = Quantity(Int.random(in: -2...3, using: &random))
        let whole = try #require(Self.call(function, [Quantity(interval, .none), places]))
        let point = RandomQuantities.point(of: interval, &random)
        let result = try #require(Self.call(function, [Quantity(point), places])?.point)
        #expect(whole.contains(result), "\(function) of \(interval) at \(point), \(places)")
      }
    }
  }

  /// No wider than must be: what lies just inside an end that is left out decides.
  @Test func endsThatAreLeftOutCount() {
    func between(_ low: Double, _ high: Double, _ opens: (Bool, Bool)) -> Interval {
      Interval(
        lower: Decimal(low).map { .exact($0) }, upper: Decimal(high).map { .exact($0) },
        excludesLower: opens.0, excludesUpper: opens.1)
    }
    let cases: [(ScalarFunction, Interval, Interval)] = [
      (.floor, between(2, 3, (false, true)), Interval(Number(2))),
      (.floor, between(2, 3, (true, false)), between(2, 3, (false, false))),
      (.floor, between(-3, -2, (true, true)), Interval(Number(-3))),
      (.ceil, between(2, 3, (true, false)), Interval(Number(3))),
      (.ceil, between(2, 3, (false, true)), between(2, 3, (false, false))),
      (.round, between(1, 2.5, (false, true)), between(1, 2, (false, false))),
      (.round, between(1, 2.5, (false, false)), between(1, 3, (false, false))),
      (.round, between(-2.5, -2, (true, false)), Interval(Number(-2))),
      (.round, between(2.5, 3, (true, true)), Interval(Number(3))),
      (.abs, between(-2, 1, (true, false)), between(0, 2, (false, true))),
      (.abs, between(-2, 2, (false, true)), between(0, 2, (false, false))),
      (.abs, between(-1, 2, (false, true)), between(0, 2, (false, true))),
    ]
    for (function, interval, expected) in cases {
      #expect(
        Self.call(function, [Quantity(interval, .none)]) == expected,
        "\(function) of \(interval)")
    }
  }

  @Test func extremesAndOperationsHoldEveryPointResult() throws {
    var random = SeededGenerator(seed: 1952)
    let operations: [(String, (Quantity, Quantity) -> Quantity?)] = [
      ("+", { $0.adding($1) }), ("-", { $0.subtracting($1) }), ("*", { $0.multiplied(by: $1) }),
      ("/", { $0.divided(by: $1) }), ("negate", { a, _ in a.negated }),
      ("least", { a, b in Self.call(.least, [a, b]).map { Quantity($0, .none) } }),
      ("greatest", { a, b in Self.call(.greatest, [a, b]).map { Quantity($0, .none) } }),
    ]
    for (name, apply) in operations {
      for _ in 0..<300 {
        let (a, b) = (RandomQuantities.interval(&random), RandomQuantities.interval(&random))
        guard let whole = apply(Quantity(a, .none), Quantity(b, .none)) else { continue }
        for _ in 0..<8 {
          let x = RandomQuantities.point(of: a, &random)
          let y = RandomQuantities.point(of: b, &random)
          let result = try #require(apply(Quantity(x), Quantity(y))?.interval.point)
          #expect(whole.interval.contains(result), "\(a) \(name) \(b) at \(x), \(y)")
        }
      }
    }
  }

  private static let aggregates: [(Aggregate.Function, Double)] = [
    (.sum, 0), (.avg, 0), (.min, 0), (.max, 0), (.median, 0), (.quantile, 0.25), (.quantile, 0.9),
    (.quantile, 0), (.quantile, 1), (.stddev, 0),
  ]

  private static func aggregate(
    _ function: Aggregate.Function, _ share: Double, _ values: [Quantity]
  )
    throws -> Interval?
  {
    let span = Span(at: 0)
    var accumulator = Accumulator(
      Aggregate(function: function, argument: nil, share: share, span: span))
    for value in values { try accumulator.add(.quantity(value)) }
    guard case .quantity(let result) = accumulator.result(Workers()) else { return nil }
    return result.interval
  }

  /// Whether a binary result lies in an interval, give or take its rounding.
  private static func holds(_ interval: Interval, _ number: Number) -> Bool {
    if interval.contains(number) { return true }
    let value = number.doubleValue
    let slack = max(abs(value), 1) * 1e-12
    return interval.contains(.binary(value + slack)) || interval.contains(.binary(value - slack))
  }

  @Test(arguments: aggregates.indices)
  func aggregatesHoldEveryPointResult(index: Int) throws {
    let (function, share) = Self.aggregates[index]
    var random = SeededGenerator(seed: 2022)
    var count = 0
    for _ in 0..<200 {
      let intervals = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        RandomQuantities.interval(&random)
      }
      let whole = try Self.aggregate(function, share, intervals.map { Quantity($0, .none) })
      for _ in 0..<10 {
        let points = intervals.map { RandomQuantities.point(of: $0, &random) }
        let single = try Self.aggregate(function, share, points.map { Quantity($0) })
        guard let whole, let result = single?.point else { continue }
        #expect(Self.holds(whole, result), "\(function) of \(intervals) at \(points)")
        count += 1
      }
    }
    #expect(count > 300)
  }
}
