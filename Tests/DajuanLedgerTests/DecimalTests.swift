import Testing

@testable import DajuanLedger

@Suite struct DecimalTests {
  @Test(arguments: [
    "0", "7.5", "-41.35", "2550", "0.0001", "784.2", "1000000000000000000000000000000000",
    "-0.05", "1.000000000000000000000000000000001",
  ])
  func printsBackAsWritten(text: String) throws {
    #expect(try #require(Decimal(text)).description == text)
  }

  @Test(arguments: [("7.50", "7.5"), ("007", "7"), (".5", "0.5"), ("5.", "5"), ("+3", "3")])
  func otherSpellings(text: String, printed: String) {
    #expect(Decimal(text)?.description == printed)
  }

  @Test(arguments: ["", "-", ".", "1.2.3", "1,000", "１", "1e5", " 1", "--1"])
  func refuses(text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test func refusesMoreDigitsThanItCanHold() {
    #expect(Decimal(String(repeating: "9", count: 34)) != nil)
    #expect(Decimal(String(repeating: "9", count: 35)) == nil)
    #expect(Decimal("0." + String(repeating: "0", count: 40) + "1") != nil)
  }

  @Test func sumsLoseNothingInAnyOrder() {
    var random = SeededGenerator(seed: 20220221)
    for _ in 0..<200 {
      let numbers = (0..<50).map { _ in
        Decimal(
          coefficient: Int128(Int64.random(in: -1_000_000...1_000_000, using: &random)),
          exponent: Int32.random(in: -6...8, using: &random))
      }
      let sum = numbers.reduce(Decimal.zero) { $0.adding($1) ?? .zero }
      let shuffled = numbers.shuffled(using: &random).reduce(Decimal.zero) {
        $0.adding($1) ?? .zero
      }
      #expect(sum == shuffled)
    }
  }

  @Test func comparesAcrossExponents() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let a = Decimal(
        coefficient: Int128(Int.random(in: -9999...9999, using: &random)),
        exponent: Int32.random(in: -4...4, using: &random))
      let b = Decimal(
        coefficient: Int128(Int.random(in: -9999...9999, using: &random)),
        exponent: Int32.random(in: -4...4, using: &random))
      let difference = try #require(a.subtracting(b))
      #expect((a < b) == difference.isNegative)
      #expect((a == b) == (difference == .zero))
    }
    let huge = Decimal(coefficient: 1, exponent: 60)
    let tiny = Decimal(coefficient: 1, exponent: -60)
    #expect(tiny < huge)
    #expect(huge.negated < tiny)
    #expect(huge.negated < tiny.negated)
    #expect(!(huge < tiny))
  }

  @Test func overflowIsNilAndNeverWraps() {
    let large = Decimal(coefficient: Int128.max, exponent: 0)
    #expect(large.adding(.one) == nil)
    #expect(large.multiplied(by: large) == nil)
  }

  @Test(arguments: [
    ("10", "4", "2.5"), ("261", "3", "87"), ("1", "8", "0.125"), ("-9", "2", "-4.5"),
    ("0.3", "0.1", "3"), ("1", "0.25", "4"),
  ])
  func quotientsThatEnd(a: String, b: String, quotient: String) throws {
    let result = try #require(Decimal(a)).dividedExactly(by: #require(Decimal(b)))
    #expect(result?.description == quotient)
  }

  @Test(arguments: [("1", "3"), ("261", "311"), ("1", "0")])
  func quotientsThatDoNot(a: String, b: String) throws {
    #expect(try #require(Decimal(a)).dividedExactly(by: #require(Decimal(b))) == nil)
  }

  @Test(arguments: [
    ("2.5", 0, "3", "2", "3"), ("-2.5", 0, "-3", "-3", "-2"), ("2.449", 1, "2.4", "2.4", "2.5"),
    ("12345", -2, "12300", "12300", "12400"), ("0.4", 0, "0", "0", "1"),
    ("-0.4", 0, "0", "-1", "0"), ("7", 3, "7", "7", "7"),
  ])
  func rounding(text: String, places: Int, nearest: String, down: String, up: String) throws {
    let number = try #require(Decimal(text))
    #expect(number.rounded(places: Int32(places)).description == nearest)
    #expect(number.rounded(places: Int32(places), .down).description == down)
    #expect(number.rounded(places: Int32(places), .up).description == up)
  }

  @Test func ofABinaryNumber() {
    #expect(Decimal(0.1)?.description == "0.1")
    #expect(Decimal(1e-7)?.description == "0.0000001")
    #expect(Decimal(5e20)?.description == "500000000000000000000")
    #expect(Decimal(Double.nan) == nil)
    #expect(Decimal(Double.infinity) == nil)
  }
}

/// A small generator with a seed, so that a failure can be seen again (SplitMix64, Steele, Lea and
/// Flood, 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
