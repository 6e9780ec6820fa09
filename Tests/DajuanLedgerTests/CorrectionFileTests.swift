import Testing

@testable import DajuanLedger

/// The file of a person's corrections.
@Suite struct CorrectionFileTests {
  private static func correction(
    _ field: Correction.Field = .period, _ value: String = "2022", quote: String = "7.5%",
    date: String = "2026-11-25"
  ) -> Correction {
    Correction(
      anchor: .init(report: "青禾县-2022", prefix: "增长", quote: quote, suffix: "。"), field: field,
      value: value, by: "李", date: date, note: "看\t原文\n第二页 \\ 末")
  }

  @Test func comesBackAsItWas() throws {
    var file = CorrectionFile()
    #expect(file.corrections.isEmpty)
    file.append([Self.correction(), Self.correction(.delete, "")])
    let again = try CorrectionFile(file.text)
    #expect(again == file)
    #expect(again.corrections.map(\.field) == [.period, .delete])
    // A line break in a note becomes one mark, and never another line.
    #expect(again.text.split(separator: "\n").count == 4)
    #expect(
      try CorrectionFile(again.text.replacing("\n", with: "\r\n")).corrections == again.corrections)
  }

  @Test func remarksAndTheOrderOfColumnsStay() throws {
    let text = "# mine\n\nfield\tquote\treport\tvalue\nkind\t6所\ta\tother\n# later\n"
    var file = try CorrectionFile(text)
    #expect(file.text == text)
    #expect(file.corrections.map(\.anchor.prefix) == [""])
    file.append([Self.correction()])
    #expect(
      file.text.hasPrefix("# mine\n\nfield\tquote\treport\tvalue\tprefix\tsuffix\tby\tdate\tnote\n")
    )
    #expect(try CorrectionFile(file.text).corrections.count == 2)
    #expect(try CorrectionFile("").corrections.isEmpty)
    #expect(try CorrectionFile("# nothing\n").text.hasPrefix("# nothing\nreport\t"))
  }

  @Test func theLastAreTakenBack() {
    var file = CorrectionFile()
    file.append([Self.correction(quote: "6所")])
    file.append([Self.correction(), Self.correction(.kind, "other")])
    #expect(file.removeLast().map(\.field) == [.period, .kind])
    #expect(file.removeLast().map(\.anchor.quote) == ["6所"])
    #expect(file.removeLast().isEmpty)
    file.append([Self.correction(date: "2026-11-24")])
    file.append([Self.correction(.kind, "other")])
    #expect(file.removeLast().map(\.field) == [.kind], "said at another time")
  }

  @Test(arguments: [
    ("report\tquote\n", 1, "the column `field` is missing"),
    ("report\tquote\tfield\tcolour\n", 1, "`colour` is none"),
    ("report\tquote\tfield\tfield\n", 1, "named twice"),
    ("report\tquote\tfield\n#\na\t6所\tkind\tother\n", 3, "4 fields for 3 columns"),
    ("report\tquote\tfield\na\t6所\tsize\n", 2, "`size` is no field"),
    ("report\tquote\tfield\n\t6所\tdelete\n", 2, "needs a report and a quote"),
    ("report\tquote\tfield\tvalue\na\t6所\tvalue\tsix\n", 2, "`six` is no plain number"),
    ("report\tquote\tfield\tvalue\na\t6所\tdelete\tyes\n", 2, "delete takes no value"),
    ("report\tquote\tfield\tvalue\na\t6所\tunit\t6 所\n", 2, "is no unit"),
  ])
  func mistakesHaveTheirLine(_ text: String, _ line: Int, _ reason: String) {
    do {
      _ = try CorrectionFile(text)
      Issue.record("nothing is wrong with \(text)")
    } catch {
      #expect(error.line == line)
      #expect(error.reason.contains(reason), "\(error.reason)")
    }
  }
}
