import DajuanLedger
import DajuanReports
import Testing

@Suite("Quantities of one sentence")
struct QuantityTests {
  @Test(
    "numerals, scales and units",
    arguments: [
      ("新建桥梁12座。", ["12 座"]),
      ("新建桥梁１２座。", ["12 座"]),
      ("新建改建公路1,204公里。", ["1204 公里"]),
      ("外贸总值3.2万亿元。", ["3200000000000 元"]),
      ("外贸总值1亿2000万美元。", ["120000000 美元"]),
      ("发电装机450万千瓦。", ["4500000 千瓦"]),
      ("新增千瓦级机组外，另装机3千瓦。", ["3 千瓦"]),
      ("发展订单禽类513百羽。", ["51300 羽"]),
      ("新建三座水厂。", ["3 座"]),
      ("修建二十四座水厂。", ["24 座"]),
      ("修建一百零五座水厂。", ["105 座"]),
      ("办理两件议案。", ["2 件"]),
      ("安置六百余户。", ["600 户 more_than"]),
      ("农业收入占百分之三十七。", ["37 %"]),
      ("耕地占三分之一。", ["0.333333 "]),
      ("蔬菜自给四成。", ["4 成"]),
      ("收入翻两番。", ["2 番"]),
      ("产量增长1.5倍。", ["1.5 倍"]),
      ("产量增长12.5‰。", ["12.5 ‰"]),
      ("产量增长3..5%。", ["3.5 %"]),
      ("均值为41微克/立方米。", ["41 微克/立方米"]),
      ("劳动生产率18万元/人。", ["180000 元/人"]),
      ("三次产业结构为17:28.7:54.3。", [".. 比"]),
      ("三次产业结构调整为17∶28.7∶54.3。", [".. 比"]),
      ("位次前移3位。", ["3 位"]),
      ("经济总量居全省第四。", ["4 位"]),
      ("经济总量居全省第4位。", ["4 位"]),
      ("空气质量综合指数4.8。", ["4.8 "]),
      ("完成搬迁的有20万贫困群众。", ["200000 人"]),
    ]
  )
  func numbers(_ text: String, _ expected: [String]) throws {
    #expect(try facts(text).map(line) == expected)
  }

  @Test(
    "bound words on both sides",
    arguments: [
      ("就业2.3万人以上。", "23000 人 at_least", "23000", nil),
      ("至少引进5家。", "5 家 at_least", "5", nil),
      ("不低于60%。", "60 % at_least", "60", nil),
      ("产值超300亿元。", "30000000000 元 more_than", "30000000000", nil),
      ("产值突破300亿元。", "30000000000 元 more_than", "30000000000", nil),
      ("产值超过了300亿元。", "30000000000 元 more_than", "30000000000", nil),
      ("安置6.8万余人。", "68000 人 more_than", "68000", "69000"),
      ("安置800多人。", "800 人 more_than", "800", "900"),
      ("筹资60多亿元。", "6000000000 元 more_than", "6000000000", "7000000000"),
      ("产值近300亿元。", "30000000000 元 less_than", nil, "30000000000"),
      ("失业率控制在4.5%以内。", "4.5 % at_most", nil, "4.5"),
      ("失业率不超过4.5%。", "4.5 % at_most", nil, "4.5"),
      ("物价涨幅3%左右。", "3 % about", nil, nil),
      ("节约资金约3亿元。", "300000000 元 about", nil, nil),
    ] as [(String, String, String?, String?)]
  )
  func bounds(_ text: String, _ expected: String, _ lower: String?, _ upper: String?) throws {
    let fact = try #require(try facts(text).first)
    #expect(line(fact) == expected)
    #expect(fact.lower?.description == lower)
    #expect(fact.upper?.description == upper)
  }

  @Test("the interval of 左右 is half a step either way, though the text states no ends")
  func about() throws {
    let fact = try #require(try facts("物价涨幅3%左右。").first)
    #expect(fact.lower == nil && fact.upper == nil)
    #expect(fact.interval.lower == .exact(Decimal(coefficient: 25, exponent: -1)))
    #expect(fact.interval.upper == .exact(Decimal(coefficient: 35, exponent: -1)))
  }

  @Test(
    "one letter of a longer word is no bound word",
    arguments: ["通过12项法规。", "节约12万元。", "最近12场。"]
  )
  func decoys(_ text: String) throws {
    #expect(try facts(text).map(\.bound) == [.exact])
  }

  @Test(
    "ranges with every dash",
    arguments: [
      "增长7%—7.5%。", "增长7%-7.5%。", "增长7%–7.5%。", "增长7%~7.5%。", "增长7%～7.5%。",
      "增长7%－7.5%。", "增长7—7.5%。", "增长7%至7.5%。", "增长7%——7.5%。",
    ]
  )
  func ranges(_ text: String) throws {
    #expect(try facts(text).map(line) == ["7..7.5 %"])
  }

  @Test("the scale of a range's end goes for its beginning")
  func scaledRange() throws {
    #expect(try facts("新增造林1—2万亩。").map(line) == ["10000..20000 亩"])
  }

  @Test("a unit on the last of several numbers goes for all")
  func sharedUnit() throws {
    #expect(try facts("比重分别提高10.6和3.4个百分点。").map(line) == ["10.6 百分点", "3.4 百分点"])
  }

  @Test("a bound word goes for all numbers it is coordinated with")
  func sharedBound() throws {
    #expect(
      try targets("补贴额分别比前一年增长26%和31%以上。").map(\.bound) == [.atLeast, .atLeast]
    )
    #expect(
      try targets("至少新引进2个龙头项目、3个配套项目。").map(\.bound) == [.atLeast, .atLeast]
    )
    #expect(
      try targets("两类企业占比分别达到10%以上和20%左右。").map(\.bound) == [.atLeast, .about]
    )
  }

  @Test("falls are negative and turn their bound")
  func falls() throws {
    let fact = try #require(try targets("单位产值能耗下降3%以上。").first)
    #expect(line(fact) == "-3 % at_most")
    #expect(fact.lower == nil && fact.upper?.description == "-3")
    #expect(try facts("平均浓度下降20.4%。").map(line) == ["-20.4 %"])
    #expect(try facts("失业率低于全国0.5个百分点。").map(line) == ["-0.5 百分点"])
    #expect(try facts("发生率下降到0.6%。").map(line) == ["0.6 %"])
  }

  @Test("bare scale words count only under a bound word")
  func bareScales() throws {
    #expect(try facts("新签亿元以上项目25个。").map(line) == ["100000000 元 at_least", "25 个"])
    #expect(try facts("产业规模突破千亿。").map(line) == ["100000000000 元 more_than"])
    #expect(try facts("打造百亿级集群、千亿产业。").isEmpty)
    #expect(try facts("建成万吨级泊位4个。").map(line) == ["4 个"])
  }
}
