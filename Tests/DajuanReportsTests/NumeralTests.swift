import DajuanLedger
import DajuanReports
import Testing

@Suite("Numbers as people and converters write them")
struct NumeralTests {
  @Test(
    "a written minus is a fall",
    arguments: [
      ("出口增长-7.5%。", "-7.5 %"), ("出口增长−7.5%。", "-7.5 %"), ("出口增长－7.5%。", "-7.5 %"),
      ("出口同比增长 -2.1%。", "-2.1 %"), ("出口增速为-2.1%。", "-2.1 %"), ("出口增长-1%至2%。", "-1..2 %"),
      ("出口下降2.1%。", "-2.1 %"), ("出口增长2%-3%。", "2..3 %"),
    ])
  func minus(_ text: String, _ expected: String) throws {
    let found = try facts(text)
    #expect(found.map(line) == [expected])
    #expect(found.map(\.role) == [.growth])
    #expect(try #require(found.first).subject.hasPrefix("出口"))
    #expect(!(try #require(found.first).subject.contains("-")))
  }

  @Test(
    "Chinese decimals",
    arguments: [
      ("税收占百分之七点五。", "7.5 %"), ("税收提高三点五个百分点。", "3.5 百分点"),
      ("税收提高零点八个百分点。", "0.8 百分点"), ("产量增长百分之三点零五。", "3.05 %"),
      ("完成投资一百二十三点五亿元。", "12350000000 元"), ("产量增长一点五倍。", "1.5 倍"),
      ("失业率控制在百分之四点五以内。", "4.5 % at_most"),
    ])
  func decimals(_ text: String, _ expected: String) throws {
    #expect(try facts(text).map(line) == [expected])
  }

  @Test("点 after a numeral that makes a word of its own", arguments: ["提出三点建议。", "形成两点一线布局。"])
  func points(_ text: String) throws {
    #expect(try facts(text).isEmpty)
  }

  @Test(
    "more or less than a round number",
    arguments: [
      ("新增企业十几家。", "10 家 more_than", "10", "20"), ("培训20来万人次。", "200000 人次 about", nil, nil),
      ("受益群众30几万人。", "300000 人 more_than", "300000", "400000"),
      ("产量是上年的2倍多。", "2 倍 more_than", "2", "3"), ("覆盖率达到或超过60%。", "60 % at_least", "60", nil),
      ("覆盖率≥60%。", "60 % at_least", "60", nil), ("浓度≤35微克/立方米。", "35 微克/立方米 at_most", nil, "35"),
      ("产值亿元（含）以上企业5家。", "100000000 元 at_least", "100000000", nil),
      ("投资约合12亿元。", "1200000000 元 about", nil, nil),
    ] as [(String, String, String?, String?)])
  func rough(_ text: String, _ expected: String, _ lower: String?, _ upper: String?) throws {
    let fact = try #require(try facts(text).first)
    #expect(line(fact) == expected)
    #expect(fact.lower?.description == lower)
    #expect(fact.upper?.description == upper)
  }

  @Test("几十 and 上百 state no number", arguments: ["实施几十个项目。", "引来上百家企业。", "培训数万人次。"])
  func vague(_ text: String) throws {
    #expect(try facts(text).isEmpty)
  }

  @Test("十 after another word is ten")
  func tens() throws {
    #expect(try facts("办好十件实事，建成水厂十座。").map(line) == ["10 件", "10 座"])
  }

  @Test(
    "左右 goes by the last written digit",
    arguments: [
      ("涨幅10%左右。", 95, -1, 105, -1), ("涨幅3.0%左右。", 295, -2, 305, -2),
      ("新增800万人左右。", 7_995_000, 0, 8_005_000, 0),
    ])
  func about(_ text: String, _ low: Int128, _ lowE: Int32, _ high: Int128, _ highE: Int32) throws {
    let fact = try #require(try facts(text).first)
    #expect(fact.lower == nil && fact.upper == nil)
    #expect(fact.interval.lower == .exact(Decimal(coefficient: low, exponent: lowE)))
    #expect(fact.interval.upper == .exact(Decimal(coefficient: high, exponent: highE)))
  }

  @Test("a run of digits longer than any figure is none, nor is its tail")
  func endless() throws {
    let digits = String(repeating: "1234567890", count: 4)
    #expect(try facts("产量\(digits)吨，出口3吨。").map(line) == ["3 吨"])
  }

  @Test(
    "parts of one number",
    arguments: [
      ("投资3亿2千万元。", "320000000 元"), ("安置1万2千人。", "12000 人"), ("安置12万3000人。", "123000 人"),
      ("投资1 2.5亿元。", "1250000000 元"), ("安置1 200人。", "1200 人"), ("工资12 000元。", "12000 元"),
      ("支出1，234亿元。", "123400000000 元"), ("投资12 . 5亿元。", "1250000000 元"),
      ("建成水厂1O座。", "10 座"), ("完成投资5O亿元。", "5000000000 元"), ("全长12.5km。", "12.5 公里"),
      ("出生率控制在8.5%。以内。", "8.5 ‰ at_most"), ("死亡率6.1％。；比上年下降。", "6.1 ‰"),
      ("死亡率6.1%。以上工作都有进展。", "6.1 %"), ("死亡率6.1%。", "6.1 %"),
      ("容积500m³。", "500 立方米"), ("面积3.2km²。", "3.2 平方公里"), ("年处理5000t。", "5000 吨"),
      ("2/3的村通公交。", "0.666667 "), ("普及率18部/百人。", "18 部/百人"), ("平均受教育年限10.8年。", "10.8 年"),
    ])
  func parts(_ text: String, _ expected: String) throws {
    #expect(try facts(text).map(line) == [expected])
  }

  @Test("a comma or a blank between two numbers is none of theirs")
  func between() throws {
    #expect(try facts("景气指数达到102，120家企业投产。").map(line) == ["102 ", "120 家"])
    #expect(try facts("建成水厂12座，200人受训。").map(line) == ["12 座", "200 人"])
  }

  @Test("a unit broken off at a line's end")
  func brokenUnit() throws {
    let found = try facts("财政收入12.5亿\n元，增长8\n%。")
    #expect(found.map(line) == ["1250000000 元", "8 %"])
    #expect(found.map(\.subject) == ["财政收入", "财政收入 增长"])
  }
}
