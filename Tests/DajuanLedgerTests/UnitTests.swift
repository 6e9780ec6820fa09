import Testing

@testable import DajuanLedger

@Suite struct UnitTests {
  private func unit(_ name: String) throws -> Unit { try #require(Unit.named(name)) }

  @Test(arguments: [
    ("yuan", "元"), ("m2", "平方米"), ("㎡", "平方米"), ("％", "%"), ("个百分点", "百分点"),
    ("pp", "百分点"), ("名", "人"), ("km", "公里"), ("mu", "亩"), ("月", "个月"),
  ])
  func spellings(text: String, name: String) throws {
    #expect(try unit(text).name == name)
  }

  @Test(arguments: [
    ("公里", "米", "1000"), ("公顷", "亩", "15"), ("平方公里", "公顷", "100"), ("吨", "公斤", "1000"),
    ("亿元", "万元", "10000"), ("年", "个月", "12"),
  ])
  func sizes(large: String, small: String, count: String) throws {
    let quantity = try #require(Quantity(Number(1), unit(large)).converted(to: unit(small)))
    #expect(quantity.interval.point == .exact(try #require(Decimal(count))))
  }

  @Test(arguments: [
    ("元", "亿元", true), ("元", "美元", false), ("元", "人", false), ("平方米", "亩", true),
    ("%", "百分点", false), ("%", "", true), ("个", "家", true), ("", "所", true),
    ("个", "人", false), ("", "人", false), ("个", "人次", false), ("家", "户", false),
    ("人", "名", true), ("个", "", true), ("元/人", "元", false),
  ])
  func whatGoesTogether(a: String, b: String, goes: Bool) throws {
    #expect(try unit(a).isCommensurable(with: unit(b)) == goes)
    #expect(try unit(b).isCommensurable(with: unit(a)) == goes)
  }

  @Test func unknownWordsAreClassifiersOfTheirOwn() throws {
    #expect(try unit("羽").isCommensurable(with: unit("羽")))
    #expect(try unit("羽").isCommensurable(with: unit("个")))
    #expect(!(try unit("羽").isCommensurable(with: unit("宗"))))
    #expect(Unit.named("3个") == nil)
    #expect(Unit.named("a b") == nil)
    #expect(!Unit.isListed("羽"))
    #expect(Unit.isListed("亿元"))
  }

  @Test func productsAndQuotients() throws {
    let perHead = try #require(try unit("元").divided(by: unit("人"))).unit
    #expect(perHead.name == "元/人")
    #expect(perHead == (try unit("元/人")))
    #expect(try perHead.multiplied(by: unit("人"))?.unit.name == "元")
    #expect(try unit("个").divided(by: unit("个"))?.unit == Unit.none)
    #expect(try unit("平方米").divided(by: unit("米"))?.unit.name == "米")
    #expect(try unit("元").divided(by: unit("公里"))?.unit.name == "元/公里")
    #expect(try unit("%").multiplied(by: .none)?.unit.name == "%")
    #expect(try Unit.none.multiplied(by: unit("%"))?.unit.name == "%")
  }

  /// A size that cannot be told exactly is no size: the product has no unit rather than a wrong one.
  @Test func aSizePastReckoningIsNone() throws {
    var unit = try unit("平方公里")
    var products = 0
    while let (next, _) = unit.multiplied(by: try self.unit("亿元")), products < 10 {
      #expect(next.factor != .one)
      (unit, products) = (next, products + 1)
    }
    #expect(products < 10)
  }
}

@Suite struct QuantityTests {
  private func quantity(_ number: String, _ unit: String) throws -> Quantity {
    Quantity(.exact(try #require(Decimal(number))), try #require(Unit.named(unit)))
  }

  @Test(arguments: [
    ("6", "%", "0.5", "百分点", "6.5%"), ("1", "", "8", "%", "1.08"), ("3", "所", "2", "个", "5所"),
    ("1", "公里", "500", "米", "1.5公里"), ("5", "百分点", "2", "%", "7%"),
  ])
  func sums(a: String, u: String, b: String, v: String, sum: String) throws {
    #expect(try quantity(a, u).adding(quantity(b, v))?.text() == sum)
  }

  @Test(arguments: [
    ("7", "%", "6.5", "%", "0.5百分点"), ("6.5", "%", "0.5", "百分点", "6%"),
    ("5", "百分点", "2", "百分点", "3百分点"), ("1", "", "30", "%", "0.7"),
  ])
  func differences(a: String, u: String, b: String, v: String, difference: String) throws {
    #expect(try quantity(a, u).subtracting(quantity(b, v))?.text() == difference)
  }

  @Test(arguments: [("500", "元", "8", "%"), ("3", "人", "2", "个"), ("1", "元", "1", "米")])
  func whatCannotBeAdded(a: String, u: String, b: String, v: String) throws {
    #expect(try quantity(a, u).adding(quantity(b, v)) == nil)
  }

  @Test func percentagesScaleAmounts() throws {
    let amount = try quantity("50000000000", "元").multiplied(by: quantity("108", "%"))
    #expect(amount?.text() == "540亿元")
    #expect(try quantity("8", "%").multiplied(by: quantity("50", "%"))?.text() == "4%")
    #expect(try quantity("8", "%").divided(by: quantity("2", "")).map { $0.text() } == "4%")
    #expect(try quantity("311", "个").divided(by: quantity("2", "")).map { $0.text() } == "155.5个")
  }

  @Test(arguments: [
    (Bound.atLeast, "≥7.5%"), (.moreThan, ">7.5%"), (.atMost, "≤7.5%"), (.lessThan, "<7.5%"),
    (.exact, "7.5%"), (.about, "7.45%–7.55%"),
  ])
  func derivedBounds(bound: Bound, text: String) throws {
    let value = try #require(Decimal("7.5"))
    let step = try #require(Decimal("0.1"))
    let interval = Quantity.interval(of: value, bound: bound, lastDigit: step)
    #expect(Quantity(interval, .percent).text() == text)
  }

  @Test func surplusReachesTheNextStep() throws {
    let interval = Quantity.interval(
      of: Decimal(68000), bound: .moreThan, lastDigit: Decimal(1000), isSurplus: true)
    let unit = try #require(Unit.named("人"))
    #expect(Quantity(interval, unit).text() == "6.8万–6.9万人")
    #expect(Quantity(interval, unit, bound: .moreThan, surface: "6.8万余人").text() == "6.8万余人")
  }

  @Test func scaleIsChosenBySize() throws {
    #expect(try quantity("56864000000", "元").text() == "568.64亿元")
    #expect(try quantity("18600", "个").text() == "1.86万个")
    #expect(try quantity("9999", "元").text() == "9999元")
    #expect(try quantity("123456", "").text() == "123456")
    #expect(try quantity("51400", "万元").text(isPinned: true) == "51400万元")
  }

  @Test func binaryNumbersAreCutForReaders() {
    let third = Quantity(.binary(1.0 / 3), .none)
    #expect(third.text(.full) == "0.333333333333333")
    #expect(third.text(.brief) == "0.333333…")
    #expect(Quantity(.binary(83.92282958199357), .percent).text(.brief) == "83.9%")
    #expect(Quantity(.binary(0.012345678), .percent).text(.brief) == "0.0123457…%")
    #expect(Quantity(.binary(0.5), .none).text(.brief) == "0.5")
  }
}
