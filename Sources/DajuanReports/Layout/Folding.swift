/// How characters are brought to one form before any rule looks: full-width digits, letters and
/// signs to ASCII, ASCII punctuation between Chinese to Chinese, traditional forms of the words of
/// the lexicon to simplified ones.
enum Folding {
  /// What is dropped: byte-order marks, zero-width and control characters, directional marks.
  static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x00..<0x09, 0x0E..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x2069, 0xFEFF:
      true
    default: false
    }
  }

  static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0xA0, 0x3000, 0x2002...0x200A, 0x202F: true
    default: false
    }
  }

  /// The folded form of a character, given what stands on its two sides.
  static func fold(_ scalar: UInt32, before: UInt32, after: UInt32) -> Code {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x25, 0x2B: return Code(scalar)
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: return Code(scalar - 0xFEE0)
    case 0xFF05, 0xFE6A: return char("%")
    case 0xFF0B: return char("+")
    case 0xFF0E: return char(".")
    case 0xFF0F: return char("/")
    case 0x2236, 0xFE30, 0xFE13: return char(":")
    case 0x3A, 0xFF1A: return isDigit(before) && isDigit(after) ? char(":") : char("：")
    case 0x2C: return isDigit(before) && isDigit(after) ? char(",") : char("，")
    case 0x3B: return char("；")
    case 0x28: return char("（")
    case 0x29: return char("）")
    case 0x21: return char("！")
    case 0x3F: return char("？")
    case 0xFF61: return char("。")
    case 0x301D, 0x201F: return char("“")
    case 0x301E: return char("”")
    case 0x2012...0x2015, 0x2500, 0x2501, 0xFF0D, 0x2212, 0xFE58, 0xFE63: return char("—")
    case 0x7E, 0xFF5E, 0x301C, 0x223C: return char("~")
    case 0x3007, 0x25CB, 0x25EF: return char("〇")
    case 0x33A1: return char("㎡")
    default:
      if scalar > 0xFFFF { return 0xFFFD }
      return traditional[Int(scalar >> 8)] == nil ? Code(scalar) : simplified(Code(scalar))
    }
  }

  static func isDigit(_ scalar: UInt32) -> Bool {
    scalar &- 0x30 < 10 || scalar &- 0xFF10 < 10
  }

  private static func simplified(_ code: Code) -> Code {
    traditional[Int(code >> 8)]?[code] ?? code
  }

  /// Pairs of a traditional character and its simplified form: the characters of units, scales,
  /// bound words and the commonest nouns of the lexicon (通用规范汉字表, 2013, appendix 1).
  private static let pairs = """
    億亿萬万個个兩两項项條条處处戶户畝亩裡里噸吨頃顷臺台輛辆張张座座間间場场層层種种類类歲岁年年點点倍倍餘余
    過过達达約约實实現现業业產产總总額额長长減减縮缩開开設设區区縣县鎮镇鄉乡農农村村學学園园醫医療疗養养老老
    級级會会議议劃划計计預预爭争確确標标務务發发經经濟济國国內内來来與与為为從从較较對对當当還还進进術术際际
    財财質质費费價价資资貿贸體体動动機机構构網网線线橋桥車车電电氣气廣广擴扩積积極极創创新新增增營营稅税險险
    障障廳厅規规劑剂劃划導导勞劳職职貧贫脫脱貸贷餐餐結结續续綠绿環环節节滿满衛卫飲饮館馆課课護护
    """

  private static let traditional: [[Code: Code]?] = {
    var table = [[Code: Code]?](repeating: nil, count: 256)
    var codes = [Code](pairs).filter { $0 != 0x0A }[...]
    while let from = codes.popFirst(), let to = codes.popFirst() {
      if from != to { table[Int(from >> 8), default: [:]][from] = to }
    }
    return table
  }()
}

extension Array where Element == [Code: Code]? {
  fileprivate subscript(index: Int, default value: [Code: Code]) -> [Code: Code] {
    get { self[index] ?? value }
    set { self[index] = newValue }
  }
}
