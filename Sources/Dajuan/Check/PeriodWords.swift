import DajuanSyntax

/// Periods the way people write them outside queries, and how a query writes them.
enum PeriodWords {
  /// `2021..2022` of `2021年至2022年`, `2021—2022` and the like; `2021Q1` of `2021年一季度`; `2021-01..2021-06`
  /// of `2021年上半年`, `2021年1月至6月` and `2021年前6个月`; `2021` of `2021 年`. A year alone counts as one.
  /// `nil` for anything else.
  static func literal(of text: String) -> String? {
    var rest = Substring(String(String.UnicodeScalarView(text.unicodeScalars.map(narrow))))
    guard let year = takeYear(&rest) else { return nil }
    skipBlanks(&rest)
    let hasSign = take(&rest, "年")
    skipBlanks(&rest)
    if rest.isEmpty { return String(year) }
    if let part = part(of: year, rest) { return part }
    if hasSign, let months = months(of: year, rest) { return months }
    guard dashes.contains(where: { take(&rest, $0) }) else { return nil }
    skipBlanks(&rest)
    guard let last = takeYear(&rest), last > year else { return nil }
    skipBlanks(&rest)
    _ = take(&rest, "年")
    return rest.isEmpty ? "\(year)..\(last)" : nil
  }

  /// What stands between two years.
  private static let dashes = ["至", "到", "——", "—", "–", "--", "-", "～", "~"]

  /// A part of a year.
  private static func part(of year: Int, _ words: Substring) -> String? {
    switch words {
    case "Q1", "Q2", "Q3", "Q4": return "\(year)\(words)"
    case "上半年": return "\(year)-01..\(year)-06"
    case "下半年": return "\(year)-07..\(year)-12"
    case "前三季度": return "\(year)-01..\(year)-09"
    case "全年": return String(year)
    default: break
    }
    var words = words
    _ = take(&words, "第")
    guard let first = words.first, take(&words, String(first)), words == "季度" || words == "季",
      let number = quarters[first]
    else { return nil }
    return "\(year)Q\(number)"
  }

  private static let quarters: [Character: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4,
  ]

  /// `1月至6月`, `前6个月`: from one month to another.
  private static func months(of year: Int, _ words: Substring) -> String? {
    var rest = words
    var first = 1
    var end = "个月"
    if !take(&rest, "前") {
      guard let month = takeMonth(&rest) else { return nil }
      first = month
      end = "月"
      _ = take(&rest, "月")
      guard dashes.contains(where: { take(&rest, $0) }) else { return nil }
    }
    guard let last = takeMonth(&rest), last > first, rest == end else { return nil }
    let ends = [first, last].map { Printer.text(.month(year: year, month: $0)) }
    return ends.joined(separator: "..")
  }

  private static func takeMonth(_ text: inout Substring) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let month = Int(digits), (1...12).contains(month) else { return nil }
    text = text.dropFirst(digits.count)
    return month
  }

  private static func takeYear(_ text: inout Substring) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 4, let year = Int(digits), (1000...2999).contains(year) else {
      return nil
    }
    text = text.dropFirst(4)
    return year
  }

  private static func take(_ text: inout Substring, _ word: String) -> Bool {
    guard text.hasPrefix(word) else { return false }
    text = text.dropFirst(word.count)
    return true
  }

  private static func skipBlanks(_ text: inout Substring) {
    text = text.drop { $0.isWhitespace }
  }

  /// A full-width character as the half-width one it stands for.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value), scalar.value != 0xFF5E else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }
}
