import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

/// Window functions against a model that looks at every row for every row.
@Suite struct WindowModelTests {
  /// A row of a random table.
  private struct Row {
    let place: Int
    let year: Int
    let level: Quantity?
  }

  private static func table(_ random: inout SeededGenerator, isExact: Bool) -> [Row] {
    (0..<Int.random(in: 0...40, using: &random)).map { _ in
      let low = Int.random(in: 0...50, using: &random)
      let high = isExact ? low : low + Int.random(in: 0...9, using: &random)
      let isMissing = Int.random(in: 0..<5, using: &random) == 0
      return Row(
        place: Int.random(in: 0..<3, using: &random),
        year: Int.random(in: 2010...2016, using: &random),
        level: isMissing
          ? nil
          : Quantity(
            Interval(lower: Number(low), upper: Number(high)), Unit.named("元") ?? .none))
    }
  }

  private static func values(_ expression: String, _ table: [Row]) throws -> [Value] {
    let rows = YearRows.rows(table.map { ("地\($0.place)", $0.year, $0.level) })
    var session = Session(ledger: Ledger(rows))
    var values: [Value] = []
    try session.run(Source("indicators | derive x = \(expression)")) { result in
      let column = result.table.schema.index(of: "x") ?? 0
      values = (0..<result.table.count).map { result.table[$0, column] }
    }
    return values
  }

  /// The rows of a row's group, those before it in the order first: by year, then as they stand.
  private static func ordered(_ table: [Row], like row: Int) -> [Int] {
    table.indices.filter { table[$0].place == table[row].place }
      .sorted { (table[$0].year, $0) < (table[$1].year, $1) }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func agrees(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = Self.table(&random, isExact: true)
    let distance = Int.random(in: 0...4, using: &random)
    let window = "by place sort period"
    let lag = try Self.values("lag(level, \(distance)) \(window)", table)
    let lead = try Self.values("lead(level, \(distance)) \(window)", table)
    let rank = try Self.values("rank() \(window)", table)
    let number = try Self.values("row_number() \(window)", table)
    let sum = try Self.values("running_sum(level) \(window)", table)
    let share = try Self.values("share_of(level) \(window)", table)
    #expect(lag.count == table.count)
    for row in table.indices {
      let order = Self.ordered(table, like: row)
      let place = order.firstIndex(of: row) ?? -1
      func level(_ place: Int) -> Value {
        guard order.indices.contains(place), let level = table[order[place]].level else {
          return .missing
        }
        return .quantity(level)
      }
      #expect(lag[row] == level(place - distance))
      #expect(lead[row] == level(place + distance))
      let earlier = order.count { table[$0].year < table[row].year }
      #expect(rank[row] == .quantity(Quantity(earlier + 1)))
      #expect(number[row] == .quantity(Quantity(place + 1)))
      let so = order[...place].compactMap { table[$0].level?.interval.point?.doubleValue }
      #expect(Self.point(sum[row]) == (so.isEmpty ? nil : so.reduce(0, +)))
      let all = order.compactMap { table[$0].level?.interval.point?.doubleValue }.reduce(0, +)
      let own = table[row].level?.interval.point?.doubleValue
      let expected = own.flatMap { all > 0 ? $0 / all * 100 : nil }
      #expect((Self.point(share[row]) == nil) == (expected == nil))
      if let expected, let found = Self.point(share[row]) { #expect(abs(expected - found) < 1e-9) }
    }
  }

  /// Whatever the numbers within the bounds are, the share and the sum of them lie in the answer.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func boundsHoldEveryPoint(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed &+ 1000)
    let table = Self.table(&random, isExact: false)
    let share = try Self.values("share_of(level) by place sort period", table)
    let sum = try Self.values("running_sum(level) by place sort period", table)
    for _ in 0..<20 {
      let points = table.map { row in
        row.level.map { level in
          Double.random(
            in: (level.interval.lower?.doubleValue ?? 0)...(level.interval.upper?.doubleValue ?? 0),
            using: &random)
        }
      }
      for row in table.indices {
        let order = Self.ordered(table, like: row)
        let all = order.compactMap { points[$0] }.reduce(0, +)
        if let own = points[row], all > 0, case .quantity(let found) = share[row] {
          #expect(Self.holds(found, own / all * 100))
        }
        let so = order[...(order.firstIndex(of: row) ?? 0)].compactMap { points[$0] }
        if !so.isEmpty, case .quantity(let found) = sum[row] {
          #expect(Self.holds(found, so.reduce(0, +)))
        } else {
          #expect(so.isEmpty == sum[row].isMissing)
        }
      }
    }
  }

  /// The ends of a share are reached: no wider interval than must be.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func sharesAreTight(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed &+ 2000)
    let table = Self.table(&random, isExact: false)
    let share = try Self.values("share_of(level) by place", table)
    for row in table.indices {
      guard let own = table[row].level?.interval, case .quantity(let found) = share[row] else {
        continue
      }
      let others = table.indices.filter { $0 != row && table[$0].place == table[row].place }
        .compactMap { table[$0].level?.interval }
      let low = own.lower?.doubleValue ?? 0
      let high = own.upper?.doubleValue ?? 0
      let least = others.reduce(0) { $0 + ($1.lower?.doubleValue ?? 0) }
      let most = others.reduce(0) { $0 + ($1.upper?.doubleValue ?? 0) }
      #expect(abs((found.interval.lower?.doubleValue ?? -1) - low / (low + most) * 100) < 1e-9)
      #expect(abs((found.interval.upper?.doubleValue ?? -1) - high / (high + least) * 100) < 1e-9)
    }
  }

  /// Where the total may be nothing, a share still lies between none and all.
  @Test func sharesOfWhatMayBeNothing() {
    let unlimited = Interval(lower: Number(0), upper: nil, excludesLower: true)
    let zero = Interval(Number(0))
    func upTo(_ number: Int) -> Interval { Interval(lower: Number(0), upper: Number(number)) }
    #expect(WindowKernel.share(unlimited, beside: zero) == Interval(Number(1)))
    #expect(WindowKernel.share(upTo(2), beside: zero) == Interval(Number(1)))
    #expect(WindowKernel.share(upTo(2), beside: upTo(5)) == upTo(1))
    #expect(WindowKernel.share(zero, beside: upTo(5)) == zero)
    #expect(WindowKernel.share(zero, beside: zero) == nil)
  }

  private static func point(_ value: Value) -> Double? {
    guard case .quantity(let quantity) = value else { return nil }
    return quantity.interval.point?.doubleValue
  }

  /// With room for the rounding of the model's own binary numbers.
  private static func holds(_ quantity: Quantity, _ point: Double) -> Bool {
    let slack = 1e-9 * max(1, point)
    return (quantity.interval.lower?.doubleValue ?? -.infinity) <= point + slack
      && point - slack <= (quantity.interval.upper?.doubleValue ?? .infinity)
  }
}
