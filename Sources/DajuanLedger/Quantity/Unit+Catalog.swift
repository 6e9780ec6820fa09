extension Unit {
  /// Finds a unit by any of its spellings, with or without a scale word: `元`, `亿元`, `yuan`,
  /// `平方公里`, `%`, `个`, `元/人`.
  ///
  /// An unknown word is a classifier of its own. Returns `nil` only for text that cannot be a unit:
  /// blanks, digits or punctuation in it. Cost: a dictionary look-up for listed spellings.
  public static func named(_ text: some StringProtocol) -> Unit? { named(text, or: [:]) }

  /// The same with further units by their spellings, which the listed ones go before.
  package static func named(_ text: some StringProtocol, or others: [String: Unit]) -> Unit? {
    let name = String(text)
    if let unit = listed[name] ?? others[name] { return unit }
    if let slash = name.firstIndex(of: "/") {
      guard let top = named(name[..<slash], or: others),
        let bottom = named(name[name.index(after: slash)...], or: others),
        let size = top.factor.divided(by: bottom.factor)
      else { return nil }
      let dimension = top.dimension.divided(by: bottom.dimension)
      return Unit(name: name, dimension: dimension, factor: size, family: .compound)
    }
    for scale in Scale.allCases where name.hasPrefix(scale.word) {
      let rest = String(name.dropFirst(scale.word.count))
      guard let base = rest.isEmpty ? Unit.none : listed[rest] ?? others[rest] else { continue }
      return base.scaled(by: scale)
    }
    let isWord = name.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "·" }
    guard isWord, !name.isEmpty else { return nil }
    return Unit(name: name, dimension: Dimension(name), factor: .one, family: .classifier)
  }

  /// Whether a spelling is listed, bare or after a scale word, rather than made up as a classifier.
  public static func isListed(_ text: some StringProtocol) -> Bool { isListed(text, or: [:]) }

  /// The same with further units by their spellings.
  package static func isListed(
    _ text: some StringProtocol, or others: [String: Unit]
  ) -> Bool {
    func isKnown(_ name: String) -> Bool { listed[name] != nil || others[name] != nil }
    let name = String(text)
    if isKnown(name) { return true }
    if let slash = name.firstIndex(of: "/") {
      return isListed(name[..<slash], or: others)
        && isListed(name[name.index(after: slash)...], or: others)
    }
    return Scale.allCases.contains {
      name.hasPrefix($0.word) && isKnown(String(name.dropFirst($0.word.count)))
    }
  }

  /// Whether the name begins with a scale word, as 亿元 does, but not 千瓦, which is a unit itself.
  var isScaled: Bool {
    let first = name.prefix { $0 != "/" && $0 != "·" }
    return Self.listed[String(first)] == nil && Scale.allCases.contains { first.hasPrefix($0.word) }
  }

  /// Every listed spelling, for completion and for the nearest-name search.
  public static var spellings: [String] { listed.keys.sorted() }

  /// This unit taken `scale` at a time: 元 by 亿 is 亿元.
  public func scaled(by scale: Scale) -> Unit {
    guard let size = factor.multiplied(by: Ratio(scale.factor)) else { return self }
    return Unit(name: scale.word + name, dimension: dimension, factor: size, family: family)
  }

  private static let listed: [String: Unit] = {
    var table: [String: Unit] = ["": .none]
    for row in catalog {
      let unit = Unit(
        name: row.name, dimension: row.dimension, factor: row.factor, family: row.family)
      table[row.name] = unit
      for spelling in row.spellings { table[spelling] = unit }
    }
    return table
  }()

  /// The listed unit of size one of each dimension.
  static let baseUnits: [Dimension: Unit] = {
    var table: [Dimension: Unit] = [.none: .none]
    for row in catalog where row.factor == .one && table[row.dimension] == nil {
      table[row.dimension] = listed[row.name]
    }
    return table
  }()

  private struct Row {
    let name: String
    let dimension: Dimension
    let factor: Ratio
    let family: Family
    let spellings: [String]

    init(
      _ name: String, _ dimension: Dimension, _ factor: Ratio = .one, _ family: Family,
      _ spellings: [String] = []
    ) {
      self.name = name
      self.dimension = dimension
      self.factor = factor
      self.family = family
      self.spellings = spellings
    }

    static func money(_ name: String, _ spellings: String...) -> Row {
      Row(name, Dimension(name), .one, .money, spellings)
    }

    static func measure(
      _ name: String, _ base: String, power: Int16 = 1, _ factor: Ratio = .one,
      _ spellings: String...
    ) -> Row {
      Row(name, Dimension(base, power: power), factor, .measure, spellings)
    }

    static func classifier(_ name: String, _ spellings: String...) -> Row {
      Row(name, Dimension(name), .one, .classifier, spellings)
    }
  }

  // Sizes: 中华人民共和国法定计量单位 (State Council, 1984); 亩 as 1/15 公顷 and the market units 里
  // and 斤 as in 统一公制计量单位中文名称方案 (1959); 年 as twelve 月, which have no fixed days.
  private static let catalog: [Row] = [
    Row("%", .none, Ratio(1, 100), .percent, ["％", "percent", "pct"]),
    Row("‰", .none, Ratio(1, 1000), .percent, ["permille"]),
    Row("成", .none, Ratio(1, 10), .percent),
    Row("倍", .none, .one, .number, ["times"]),
    Row("百分点", Dimension("百分点"), .one, .points, ["个百分点", "pp", "点", "个点"]),
    Row("个", Dimension("个"), .one, .count),
    .classifier("人", "名", "people", "person", "persons"),
    .classifier("人次"), .classifier("家"), .classifier("户", "household", "households"),
    .classifier("所"), .classifier("条"), .classifier("处"), .classifier("座"), .classifier("项"),
    .classifier("套"), .classifier("张"), .classifier("件"), .classifier("台"), .classifier("辆"),
    .classifier("位"), .classifier("番"), .classifier("比"),
    .money("元", "yuan", "人民币", "元人民币", "人民币元", "CNY", "RMB"),
    .money("美元", "dollar", "dollars", "USD"), .money("欧元", "euro", "euros", "EUR"),
    .money("港元", "港币", "HKD"), .money("日元", "JPY"), .money("英镑", "GBP"),
    .measure("米", "length", .one, "m", "metre", "metres"),
    .measure("公里", "length", Ratio(1000), "千米", "km"),
    .measure("里", "length", Ratio(500), "华里"),
    .measure("厘米", "length", Ratio(1, 100), "cm"),
    .measure("毫米", "length", Ratio(1, 1000), "mm"),
    .measure("微米", "length", Ratio(1, 1_000_000)),
    .measure("平方米", "length", power: 2, .one, "㎡", "m2", "平米"),
    .measure("平方公里", "length", power: 2, Ratio(1_000_000), "平方千米", "km2"),
    .measure("公顷", "length", power: 2, Ratio(10000), "ha"),
    .measure("亩", "length", power: 2, Ratio(2000, 3), "mu"),
    .measure("立方米", "length", power: 3, .one, "m3", "方"),
    .measure("升", "length", power: 3, Ratio(1, 1000)),
    .measure("克", "mass", .one, "g"),
    .measure("千克", "mass", Ratio(1000), "公斤", "kg"),
    .measure("斤", "mass", Ratio(500), "市斤"),
    .measure("吨", "mass", Ratio(1_000_000), "t", "ton", "tons", "标准煤吨"),
    .measure("毫克", "mass", Ratio(1, 1000)),
    .measure("微克", "mass", Ratio(1, 1_000_000)),
    .measure("瓦", "power", .one, "W"),
    .measure("千瓦", "power", Ratio(1000), "kW"),
    .measure("兆瓦", "power", Ratio(1_000_000), "MW"),
    .measure("吉瓦", "power", Ratio(1_000_000_000), "GW"),
    .measure("千瓦时", "energy", .one, "度", "千瓦小时", "kWh"),
    .measure("伏", "voltage"),
    .measure("千伏", "voltage", Ratio(1000), "kV"),
    .measure("千伏安", "apparent power", .one, "kVA"),
    .measure("秒", "time"),
    .measure("分钟", "time", Ratio(60)),
    .measure("小时", "time", Ratio(3600)),
    .measure("天", "time", Ratio(86400), "日", "days"),
    .measure("个月", "months", .one, "月", "months"),
    .measure("个季度", "months", Ratio(3), "季度"),
    .measure("年", "months", Ratio(12), "周年", "years"),
    .measure("标箱", "container", .one, "标准箱", "TEU"),
    .measure("比特", "bit"),
  ]
}

/// A scale word of Chinese numerals and its size.
public enum Scale: String, CaseIterable, Hashable, Sendable {
  case trillion = "万亿"
  case hundredBillion = "千亿"
  case tenBillion = "百亿"
  case billion = "十亿"
  case hundredMillion = "亿"
  case tenMillion = "千万"
  case million = "百万"
  case hundredThousand = "十万"
  case tenThousand = "万"
  case thousand = "千"
  case hundred = "百"

  /// The word as written.
  public var word: String { rawValue }

  /// The power of ten it stands for.
  public var power: Int32 {
    switch self {
    case .trillion: 12
    case .hundredBillion: 11
    case .tenBillion: 10
    case .billion: 9
    case .hundredMillion: 8
    case .tenMillion: 7
    case .million: 6
    case .hundredThousand: 5
    case .tenThousand: 4
    case .thousand: 3
    case .hundred: 2
    }
  }

  /// Its size.
  public var factor: Int64 { (0..<power).reduce(1) { size, _ in size * 10 } }
}
