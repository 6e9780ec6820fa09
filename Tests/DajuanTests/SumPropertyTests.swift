import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

/// Sums lose nothing: any order, and any division into parts that are summed first, comes to the same.
@Suite struct SumPropertyTests {
  /// Units that go together, by what makes them hard: scales, thirds, classifiers, per cent.
  private static let families = [
    ["元", "万元", "亿元"], ["公里", "米", "里", "厘米"], ["平方米", "亩", "公顷", "平方公里"],
    ["个", "", "条"], ["", "个"], ["人", "名"], ["%", "百分点"], ["", "%", "‰"], ["年", "个月", "个季度"],
    ["天", "小时", "分钟", "秒"], ["吨", "公斤", "斤", "克"],
  ]

  private static func sum(_ values: [Quantity]) throws -> Quantity {
    let aggregate = Aggregate(function: .sum, argument: nil, share: 0, span: Span(at: 0))
    var accumulator = Accumulator(aggregate)
    for value in values { try accumulator.add(.quantity(value)) }
    guard case .quantity(let sum) = accumulator.result(Workers()) else { return Quantity(0) }
    return sum
  }

  private static func values(
    _ family: [String], _ random: inout SeededGenerator
  ) throws -> [Quantity] {
    try (0..<Int.random(in: 2...12, using: &random)).map { _ in
      let name = family.randomElement(using: &random) ?? ""
      let unit = try #require(Unit.named(name))
      return Quantity(RandomQuantities.interval(&random, -90_000...90_000), unit)
    }
  }

  /// Whether two are the same numbers, whatever the unit they are written in.
  private static func areSame(_ a: Quantity, _ b: Quantity) throws -> Bool {
    let size = try #require(a.unit.size(in: b.unit))
    let left = a.interval.multiplied(by: Ratio(size.numerator))
    let right = b.interval.multiplied(by: Ratio(size.denominator))
    return left == right
  }

  private static func isExact(_ quantity: Quantity) -> Bool {
    [quantity.interval.lower, quantity.interval.upper].allSatisfy { end in
      if case .binary? = end { false } else { true }
    }
  }

  @Test(arguments: families)
  func inAnyOrder(family: [String]) throws {
    var random = SeededGenerator(seed: 20220221)
    for _ in 0..<60 {
      let values = try Self.values(family, &random)
      let sum = try Self.sum(values)
      #expect(Self.isExact(sum), "\(values) rounded to \(sum)")
      for _ in 0..<6 {
        let other = try Self.sum(values.shuffled(using: &random))
        let areSame = try Self.areSame(sum, other)
        #expect(areSame, "\(values): \(sum) and \(other)")
      }
    }
  }

  @Test(arguments: families)
  func inAnyParts(family: [String]) throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<60 {
      let values = try Self.values(family, &random)
      let sum = try Self.sum(values)
      var parts: [[Quantity]] = [[]]
      for value in values.shuffled(using: &random) {
        if Int.random(in: 0..<3, using: &random) == 0 { parts.append([]) }
        parts[parts.count - 1].append(value)
      }
      let sums = try parts.filter { !$0.isEmpty }.map(Self.sum)
      let areSame = try Self.areSame(sum, Self.sum(sums))
      #expect(areSame, "\(values) in \(parts)")
    }
  }
}
