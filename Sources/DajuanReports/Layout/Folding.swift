/// How characters are brought to one form before any rule looks: full-width digits, letters and
/// signs to ASCII, ASCII punctuation between Chinese to Chinese, traditional forms of the words of
/// the lexicon to simplified ones.
enum Folding {
  /// The folded form of every character of the basic plane that stands for it and nothing else; 0
  /// for a blank, a mark, a tag, emphasis, and where the neighbours matter.
  static let plain: [Code] = {
    var table = [Code](unsafeUninitializedCapacity: 0x10000) { codes, count in
      for code in 0..<0x10000 { codes[code] = Code(truncatingIfNeeded: code) }
      count = 0x10000
    }
    for code in 0xFF10...0xFF19 { table[code] = Code(code - 0xFEE0) }
    for code in 0xFF21...0xFF3A { table[code] = Code(code - 0xFEE0) }
    for code in 0xFF41...0xFF5A { table[code] = Code(code - 0xFEE0) }
    for code in [0x2012, 0x2013, 0x2014, 0x2015, 0x2500, 0x2501, 0xFF0D, 0x2212, 0xFE58, 0xFE63] {
      table[code] = char("—")
    }
    for code in [0x7E, 0xFF5E, 0x301C, 0x223C] { table[code] = char("~") }
    for code in [0x3007, 0x25CB, 0x25EF] { table[code] = char("〇") }
    for code in [0x2236, 0xFE30, 0xFE13, 0xFE55, 0xA789] { table[code] = char(":") }
    let signs: [(Int, Code)] = [
      (0xFE6A, char("%")), (0xFF0B, char("+")), (0xFF0E, char(".")),
      (0xFF0F, char("/")), (0x3B, char("；")), (0x28, char("（")), (0x29, char("）")),
      (0x21, char("！")), (0x3F, char("？")), (0xFF61, char("。")), (0x301D, char("“")),
      (0x201F, char("“")), (0x301E, char("”")), (0xFF1E, char(">")), (0xFF1C, char("<")),
      (0x2267, char("≥")), (0x2A7E, char("≥")), (0x2266, char("≤")), (0x2A7D, char("≤")),
    ]
    for (code, form) in signs { table[code] = form }
    var forms = Letters(traditionalForms)
    while let from = forms.next() {
      if from != 0x0A, let to = forms.next() { table[Int(from)] = to }
    }
    for scalar: UInt32 in [
      0x25, 0xFF05, 0x2A, 0x2C, 0x3A, 0x3C, 0x26, 0x4F, 0x5B, 0xB7, 0x30FB, 0xFF1A, 0xFF3B, 0x3014,
    ] {
      table[Int(scalar)] = 0
    }
    // Nothing beyond these is blank or invisible.
    for range: ClosedRange<UInt32> in [0...0xFF, 0x2000...0x20FF, 0x3000...0x3000, 0xFEFF...0xFEFF]
    {
      for scalar in range where isInvisible(scalar) || isBlank(scalar) {
        table[Int(scalar)] = 0
      }
    }
    return table
  }()

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
    if scalar > 0xFFFF { return 0xFFFD }
    // Between digits a middle dot is a point, a comma groups and a colon parts a ratio.
    if scalar == 0xB7 || scalar == 0x30FB {
      return isDigit(before) && isDigit(after) ? char(".") : char("·")
    }
    // A letter O that a scanner read for a nought: 1O座, 5O亿元, 3O%.
    if scalar == 0x4F {
      let isNought = isDigit(before) && (after >= 0x4E00 && after < 0xA000 || after == 0x25)
      return isNought ? char("0") : char("O")
    }
    if scalar == 0x2C { return isDigit(before) && isDigit(after) ? char(",") : char("，") }
    if scalar == 0x3A || scalar == 0xFF1A {
      return isDigit(before) && isDigit(after) ? char(":") : char("：")
    }
    if scalar == 0xFF05 { return char("%") }
    let form = plain[Int(scalar)]
    return form == 0 ? Code(scalar) : form
  }

  /// Whether a percent sign and the full stop after it are a per mille sign that a scanner read in two
  /// pieces: 6.5%。以内, 5.2%。；. A sentence may begin with 以上, but not be that word alone.
  static func isPerMille(_ scalars: [UInt32], at index: Int, limit: Int) -> Bool {
    func code(_ offset: Int) -> Code {
      index + offset < limit ? Code(exactly: scalars[index + offset]) ?? 0xFFFD : char("。")
    }
    func isStop(_ offset: Int) -> Bool {
      [char("。"), char("；"), char("，"), char("、")].contains(code(offset))
    }
    guard index > 0, isDigit(scalars[index - 1]), index + 2 < limit, code(1) == char("。")
    else { return false }
    if isStop(2) { return true }
    guard isStop(4) else { return false }
    return switch code(2) {
    case char("以"), char("之"): [char("内"), char("上"), char("下")].contains(code(3))
    case char("左"): code(3) == char("右")
    case char("上"): code(3) == char("下")
    default: false
    }
  }

  static func isDigit(_ scalar: UInt32) -> Bool {
    scalar &- 0x30 < 10 || scalar &- 0xFF10 < 10
  }
}
