internal import DajuanLedger
internal import DajuanSyntax
internal import Glibc

/// What a person types of a correction, in either language: `period=2022`, `性质=目标`.
enum CorrectionWords {
  /// What is wrong with it, in words.
  struct Problem: Error {
    let reason: Bilingual
  }

  /// A field and its value, in the words of the file.
  static func assignment(
    _ text: String
  ) throws(Problem) -> (field: Correction.Field, value: String) {
    guard let sign = text.firstIndex(where: { $0 == "=" || $0 == "＝" }) else {
      throw Problem(reason: Bilingual("`\(text)` is no field=value", "`\(text)` 不是 字段=值"))
    }
    let name = trimmed(text[..<sign])
    let value = trimmed(text[text.index(after: sign)...])
    let canonical = Vocabulary.canonical(name, in: .column, scope: "facts") ?? name
    guard let field = Correction.Field(rawValue: canonical), field.takesValue else {
      let fields = Correction.Field.allCases.filter(\.takesValue)
      throw Problem(
        reason: Bilingual(
          "`\(name)` is no field; one of " + fields.map(\.rawValue).joined(separator: ", "),
          "没有字段 `\(name)`；可选 " + fields.map { Self.text(of: $0).chinese }.joined(separator: "、")))
    }
    return (field, word(value, for: field))
  }

  /// A field's name: that of its column.
  private static func text(of field: Correction.Field) -> Bilingual {
    let entry = Vocabulary.entry(spelled: field.rawValue, in: .column, scope: "facts")
    return Bilingual(field.rawValue, entry?.chinese ?? field.rawValue)
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// A value as the file has it: words of enumerations in English.
  private static func word(_ value: String, for field: Correction.Field) -> String {
    switch field {
    case .bound, .nature, .force, .kind, .role:
      Vocabulary.canonical(value, in: .value, scope: field.rawValue) ?? value
    default: value
    }
  }

  /// Corrections of one fact, each checked; of now, and the user's where nobody else is named.
  static func corrections(
    _ said: [(field: Correction.Field, value: String)], at anchor: Correction.Anchor,
    by: String? = nil, note: String = ""
  ) throws(Problem) -> [Correction] {
    let date = now
    var corrections: [Correction] = []
    for (field, value) in said {
      let correction = Correction(
        anchor: anchor, field: field, value: value, by: by ?? user, date: date, note: note)
      if let problem = correction.problem?.text(of: field) {
        let name = Self.text(of: field)
        throw Problem(
          reason: Bilingual(
            "\(name.english): \(problem.english)", "\(name.chinese)：\(problem.chinese)"))
      }
      corrections.append(correction)
    }
    return corrections
  }

  /// The person at the keyboard, as the system knows them.
  static var user: String {
    let names = ["DAJUAN_USER", "USER", "LOGNAME"]
    let values = names.compactMap { name in getenv(name).map { String(cString: $0) } }
    return values.first { !$0.isEmpty } ?? ""
  }

  /// Now, where the person is: `2026-11-25T09:30:00.123456`. The fraction tells what was said at
  /// once from what was said just after.
  static var now: String {
    var clock = timespec()
    clock_gettime(CLOCK_REALTIME, &clock)
    var parts = tm()
    localtime_r(&clock.tv_sec, &parts)
    func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : String(number) }
    let day = "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
    // Seven digits, of which the first keeps the noughts.
    let fraction = String(1_000_000 + clock.tv_nsec / 1000).dropFirst()
    return day + "T\(padded(parts.tm_hour)):\(padded(parts.tm_min)):\(padded(parts.tm_sec))."
      + fraction
  }
}
