internal import Dajuan
internal import DajuanSyntax
internal import LineEditing

/// Something about the REPL that a person may choose: one line of the table that `.set`, help and
/// completion read.
enum Setting: String, CaseIterable {
  case mode
  case width
  case rows
  case pager
  case timer
  case lang
  case keys
  case csvGuard = "csv_guard"

  /// A value it takes: a word in both languages.
  typealias Value = Bilingual

  private typealias Line = (
    chinese: String, standard: String, values: [Value], number: ClosedRange<Int>?, gloss: Bilingual
  )

  private static let auto = Value("auto", "自动")
  private static let on = Value("on", "开")
  private static let off = Value("off", "关")

  private var line: Line {
    switch self {
    case .mode:
      (
        "格式", "table", OutputFormat.allCases.map { Value($0.rawValue, $0.chinese) }, nil,
        Bilingual("how answers are written", "答案的格式")
      )
    case .width:
      (
        "宽度", "auto", [Self.auto], 8...10_000,
        Bilingual("columns for tables and charts; auto: the screen's", "表和图可占的列宽；自动为屏幕宽度")
      )
    case .rows:
      (
        "行数", "1000", [Value("all", "全部")], 2...1_000_000_000,
        Bilingual(
          "rows of a table; of more, the first and the last", "表的行数；更多时只显示首尾")
      )
    case .pager:
      (
        "分页", "auto", [Self.auto, Self.off, Value("always", "总是")], nil,
        Bilingual(
          "pager for answers; auto: for those over a screen", "用分页器显示答案；自动为超过一屏时")
      )
    case .timer:
      (
        "计时", "auto", [Self.auto, Self.on, Self.off], nil,
        Bilingual(
          "time in the footer; auto: from one second on", "脚注中的用时；自动为一秒以上时")
      )
    case .lang:
      (
        "语言", "auto", [Self.auto, Value("en", "英文"), Value("zh", "中文")], nil,
        Bilingual("language of headings and messages; auto: the query's", "表头和消息的语言；自动为查询的语言")
      )
    case .keys:
      (
        "按键", "auto",
        [Self.auto] + LineEditor.Keys.allCases.map { Value($0.rawValue, $0.rawValue) }, nil,
        Bilingual(
          "whose keys edit a statement; auto: as ~/.editrc says", "编辑语句的按键；自动为 ~/.editrc 所定")
      )
    case .csvGuard:
      (
        "防公式", "off", [Self.off, Self.on], nil,
        Bilingual(
          "a ' before words in CSV and TSV that would run", "CSV、TSV 中会被当作公式的文字前加 '")
      )
    }
  }

  /// The Chinese spelling.
  var chinese: String { line.chinese }
  /// What it is where nobody has chosen: the English spelling of a value, or a number.
  var standard: String { line.standard }
  /// The words it takes.
  var values: [Value] { line.values }
  /// The numbers it takes, too.
  var numbers: ClosedRange<Int>? { line.number }
  /// What it is for.
  var gloss: Bilingual { line.gloss }

  /// The setting of a name in either language.
  init?(named name: String) {
    guard let found = Self.allCases.first(where: { $0.rawValue == name || $0.chinese == name })
    else { return nil }
    self = found
  }

  /// A value as it is kept: the English word, or the number in plain digits.
  ///
  /// - Returns: `nil` for what the setting does not take.
  func value(_ text: String) -> String? {
    if let word = values.first(where: { $0.english == text || $0.chinese == text }) {
      return word.english
    }
    guard let numbers, let number = Int(text), numbers.contains(number) else { return nil }
    return String(number)
  }

  /// A value as it is kept, in the words of a language.
  func shown(_ value: String, _ language: Language) -> String {
    values.first { $0.english == value }?[language] ?? value
  }

  /// What may be chosen, for messages: `auto, or a number from 8 to 10000`.
  func choices(_ language: Language) -> String {
    let isChinese = language == .chinese
    let words = values.map { $0[language] }.joined(separator: isChinese ? "、" : ", ")
    guard let numbers else { return words }
    let (low, high) = (numbers.lowerBound, numbers.upperBound)
    return words + (isChinese ? "，或 \(low) 到 \(high) 的数" : ", or a number from \(low) to \(high)")
  }
}
