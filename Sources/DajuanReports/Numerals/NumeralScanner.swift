internal import DajuanLedger

/// Reads numerals: `1.04`, `12,979`, `6.8万余`, `3亿5000万`, `十二`, `一百零五`, `三点五`, `两`, `千亿`.
enum NumeralScanner {
  /// The numeral that begins at a place, if one does.
  static func numeral(_ codes: [Code], at start: Int, limit: Int) -> Numeral? {
    guard start < limit else { return nil }
    if codes[start].isDigit { return arabic(codes, start, limit) }
    return hanDigits.contains(codes[start]) || scaleStarts.contains(codes[start])
      ? han(codes, start, limit) : nil
  }

  // MARK: Arabic digits

  private static func arabic(_ codes: [Code], _ start: Int, _ limit: Int) -> Numeral? {
    guard var numeral = digits(codes, start, limit) else { return nil }
    takeSurplus(codes, &numeral, limit)
    takeScale(codes, &numeral, limit)
    // 3亿5000万, 1万2千, 12万3000: a smaller part after 亿 or 万.
    if numeral.scale == 8 || numeral.scale == 4, !numeral.hasPoint, !numeral.isSurplus,
      numeral.range.upperBound < limit, codes[numeral.range.upperBound].isDigit,
      var rest = digits(codes, numeral.range.upperBound, limit)
    {
      takeSurplus(codes, &rest, limit)
      takeScale(codes, &rest, limit)
      let end = rest.range.upperBound
      let isDate = end < limit && codes[end] == char("年")
      let isPart =
        rest.scale > 0 ? rest.scale < numeral.scale : rest.wholeDigits == 4 && numeral.scale == 4
      if isPart, !isDate, !rest.hasPoint, let sum = numeral.value.adding(rest.value) {
        numeral.value = sum
        numeral.step = rest.step
        numeral.lastPlace = rest.lastPlace
        numeral.isSurplus = rest.isSurplus
        numeral.range = start..<rest.range.upperBound
      }
    }
    return numeral
  }

  /// Digits with a point or thousands separators. `3..5` is a slip for `3.5`.
  private static func digits(_ codes: [Code], _ start: Int, _ limit: Int) -> Numeral? {
    var (coefficient, exponent): (Int128, Int32) = (0, 0)
    var (index, whole, lastNonZero, written) = (start, 0, Int32(0), Int32(0))
    var hasPoint = false
    while index < limit {
      let code = codes[index]
      if code.isDigit {
        if index - start > 30 { return nil }
        coefficient = coefficient * 10 + Int128(code - 0x30)
        written += 1
        if code != 0x30 { lastNonZero = written }
        if hasPoint { exponent -= 1 } else { whole += 1 }
        index += 1
      } else if code == char("."), !hasPoint {
        let skip = index + 1 < limit && codes[index + 1] == char(".") ? 2 : 1
        guard index + skip < limit, codes[index + skip].isDigit else { break }
        hasPoint = true
        index += skip
      } else if code == char(","), !hasPoint, whole <= 3, isGroup(codes, index + 1, limit) {
        index += 1
      } else if code == char(","), !hasPoint, isGroup(codes, index + 1, limit),
        codes[index - 4] == char(",")
      {
        index += 1
      } else if !hasPoint, isParted(codes, start, index, limit) {
        index += 1
      } else {
        break
      }
    }
    let place = exponent + (written - max(lastNonZero, 1))
    return Numeral(
      range: start..<index,
      value: Decimal(coefficient: coefficient, exponent: exponent),
      step: Decimal(coefficient: 1, exponent: place),
      lastPlace: Decimal(coefficient: 1, exponent: exponent),
      wholeDigits: whole,
      hasPoint: hasPoint
    )
  }

  /// Whether a blank or a Chinese comma stands inside a number, not between two: three digits and
  /// what they count follow (`1 234人`, `1，234亿元`), or a converter set a first digit apart
  /// (`1 2.5亿元`).
  private static func isParted(_ codes: [Code], _ start: Int, _ index: Int, _ limit: Int) -> Bool {
    let isComma = codes[index] == char("，")
    guard isComma || codes[index] == char(" "), index - start <= 3, start > 0,
      codes[start - 1].isHan, !notBeforeParted.contains(codes[start - 1])
    else { return false }
    var end = index + 1
    while end < limit, codes[end].isDigit { end += 1 }
    let count = end - index - 1
    if end + 1 < limit, codes[end] == char("."), codes[end + 1].isDigit {
      end += 1
      while end < limit, codes[end].isDigit { end += 1 }
    }
    guard count > 0, end < limit, count == 3 || !isComma && index - start == 1 && count <= 3,
      Lexicon.indexWords.last(codes, in: max(0, start - 8)..<start) == nil
    else { return false }
    return scalePower(codes[end]) != nil
      || Lexicon.units.match(codes, at: end, limit: limit) != nil
        && codes[end] != char("年")
  }

  /// Whether exactly three digits stand here.
  private static func isGroup(_ codes: [Code], _ start: Int, _ limit: Int) -> Bool {
    guard start + 3 <= limit else { return false }
    for index in start..<start + 3 where !codes[index].isDigit { return false }
    return start + 3 == limit || !codes[start + 3].isDigit
  }

  private static func takeSurplus(_ codes: [Code], _ numeral: inout Numeral, _ limit: Int) {
    let end = numeral.range.upperBound
    guard end < limit else { return }
    // 20来万, 30来户: about so many; 10年来 and 3来自 are no numbers.
    if codes[end] == char("来"), end + 1 < limit, afterRough.contains(codes[end + 1]) {
      numeral.isRough = true
      numeral.range = numeral.range.lowerBound..<end + 1
      return
    }
    guard surplus.contains(codes[end]) else { return }
    // 1多 is no surplus of a single digit unless a scale or a unit follows; 几 needs a scale.
    if codes[end] == char("几"), end + 1 >= limit || !scaleStarts.contains(codes[end + 1]) { return }
    if codes[end] == char("多"), end + 1 < limit, notAfterSurplus.contains(codes[end + 1]) { return }
    numeral.isSurplus = true
    numeral.range = numeral.range.lowerBound..<end + 1
  }

  /// Scale words after digits: 万, 亿, 万亿, 百万, 千; not the 千 of 千瓦 or the 百 of 百分点.
  private static func takeScale(_ codes: [Code], _ numeral: inout Numeral, _ limit: Int) {
    var index = numeral.range.upperBound
    var power: Int32 = 0
    while index < limit, let step = scalePower(codes[index]) {
      if index + 1 < limit {
        let next = codes[index + 1]
        if codes[index] == char("千"), metric.contains(next) { break }
        if codes[index] == char("百"), next == char("分") { break }
      }
      power += step
      index += 1
    }
    guard power > 0 else { return }
    numeral.value = numeral.value.scaled(byPowerOfTen: power)
    numeral.step = numeral.step.scaled(byPowerOfTen: power)
    numeral.lastPlace = numeral.lastPlace.scaled(byPowerOfTen: power)
    numeral.scale = power
    numeral.range = numeral.range.lowerBound..<index
    takeSurplus(codes, &numeral, limit)
  }

  private static func scalePower(_ code: Code) -> Int32? {
    switch code {
    case char("十"): 1
    case char("百"): 2
    case char("千"): 3
    case char("万"): 4
    case char("亿"): 8
    default: nil
    }
  }

  // MARK: Chinese numerals

  private static func han(_ codes: [Code], _ start: Int, _ limit: Int) -> Numeral? {
    var (total, section, digit): (Int128, Int128, Int128) = (0, 0, -1)
    var (index, digits, units) = (start, 0, 0)
    var step: Int128 = 1
    var isSurplus = false
    var isRough = false
    scan: while index < limit {
      let code = codes[index]
      if let value = hanDigit(code) {
        if digit >= 0 && value > 0 && digit > 0 { return nil }
        digit = value
        digits += 1
        if value > 0 { step = 1 }
      } else if digits + units > 0, let fraction = hanFraction(codes, index, limit) {
        return decimal(codes, start, total + section + max(digit, 0), fraction, limit)
      } else if code == char("几"), index > start, codes[index - 1] == char("十"), !isSurplus,
        index + 1 < limit, afterRough.contains(codes[index + 1])
      {
        // 十几家, 二十几万: above so many tens.
        isSurplus = true
      } else if code == char("来"), index > start, index + 1 < limit,
        afterRough.contains(codes[index + 1]), !isRough
      {
        isRough = true
      } else if surplus.contains(code), index > start, code != char("几"), index + 1 < limit,
        !notAfterSurplus.contains(codes[index + 1])
      {
        if isSurplus { break scan }
        isSurplus = true
      } else if let power = scalePower(code) {
        if index + 1 < limit,
          code == char("千") && metric.contains(codes[index + 1])
            || code == char("百") && codes[index + 1] == char("分")
        {
          break scan
        }
        units += 1
        let size = Int128(powers[Int(power)])
        if power >= 4 {
          let part = section + (digit > 0 ? digit : 0)
          let scaled = (part == 0 && total == 0 ? 1 : part) * size
          total = part == 0 && total > 0 ? total * size : total + scaled
          step = part == 0 || digit <= 0 ? size * (section > 0 ? sectionStep(section) : 1) : size
          section = 0
        } else {
          section += (digit > 0 ? digit : 1) * size
          step = size
        }
        digit = -1
      } else {
        break scan
      }
      if total > 1_000_000_000_000_000_000 { return nil }
      index += 1
    }
    guard index > start else { return nil }
    let value = total + section + (digit > 0 ? digit : 0)
    guard value > 0 else { return nil }
    return Numeral(
      range: start..<index,
      value: Decimal(coefficient: value, exponent: 0),
      step: Decimal(coefficient: step, exponent: 0),
      lastPlace: Decimal(coefficient: step, exponent: 0),
      isSurplus: isSurplus,
      isRough: isRough,
      isBareScale: digits == 0 && (units > 1 || codes[start] != char("十")),
      isHan: true,
      scale: value >= 100_000_000 ? 8 : value >= 10000 ? 4 : 0
    )
  }

  /// The digits after a 点 that begins a fraction: 三点五, 零点八; not the 点 of 三点建议.
  private static func hanFraction(_ codes: [Code], _ point: Int, _ limit: Int) -> Range<Int>? {
    guard codes[point] == char("点") else { return nil }
    var end = point + 1
    while end < limit, hanDigit(codes[end]) != nil { end += 1 }
    // 两点一线, 三点一是: the numeral belongs to what follows.
    guard (1...4).contains(end - point - 1), end < limit, !afterFraction.contains(codes[end]) else {
      return nil
    }
    return point + 1..<end
  }

  private static func decimal(
    _ codes: [Code], _ start: Int, _ whole: Int128, _ fraction: Range<Int>, _ limit: Int
  ) -> Numeral? {
    var coefficient = whole
    for index in fraction { coefficient = coefficient * 10 + (hanDigit(codes[index]) ?? 0) }
    guard coefficient > 0 else { return nil }
    let place = Decimal(coefficient: 1, exponent: -Int32(fraction.count))
    var numeral = Numeral(
      range: start..<fraction.upperBound,
      value: Decimal(coefficient: coefficient, exponent: -Int32(fraction.count)),
      step: place,
      lastPlace: place,
      isHan: true,
      hasPoint: true
    )
    takeScale(codes, &numeral, limit)
    return numeral
  }

  private static func sectionStep(_ section: Int128) -> Int128 {
    var step: Int128 = 1
    while section % (step * 10) == 0 { step *= 10 }
    return step
  }

  private static func hanDigit(_ code: Code) -> Int128? {
    switch code {
    case char("〇"), char("零"): 0
    case char("一"): 1
    case char("二"), char("两"): 2
    case char("三"): 3
    case char("四"): 4
    case char("五"): 5
    case char("六"): 6
    case char("七"): 7
    case char("八"): 8
    case char("九"): 9
    default: nil
    }
  }

  private static let powers: [Int] = [1, 10, 100, 1000, 10000, 0, 0, 0, 100_000_000]
  /// The characters a Chinese numeral is written with.
  static let hanDigits = CodeSet("〇零一二两三四五六七八九十")
  /// Scale words that can stand without a digit.
  static let scaleStarts = CodeSet("百千万亿十")
  static let surplus = CodeSet("余多几")
  /// After a scale, 千 belongs to these metric units: 万千瓦.
  private static let metric = CodeSet("瓦米克伏卡赫帕")
  /// What a number before a blank or a comma belongs to: 第1 20个 are two.
  private static let notBeforeParted = CodeSet("第图表年月日附之")
  /// 多 begins a word before these: 多层, 多元, 多种.
  /// What 来 and 几 in a number stand before: a scale, or the unit counted.
  private static let afterRough = CodeSet("百千万亿个户人家名亩里吨所项座处件条")
  /// What follows a numeral after 点 that is no fraction.
  private static let afterFraction = CodeSet("是线十、")
  private static let notAfterSurplus = CodeSet("层式措点样方边级功渠形")
}
