import DajuanSyntax
import Foundation
import TerminalText
import Testing

@testable import Dajuan

/// How much of a long line a diagnostic shows.
@Suite struct ExcerptTests {
  /// A diagnostic at the first place marked `«…»`, with labels `a`, `b`, … at the others.
  private func shown(_ marked: String) -> [String] {
    var text: [UInt8] = []
    var spans: [Span] = []
    var open = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": open = text.count
      case "»": spans.append(Span(open, text.count))
      default: text += Array(String(scalar).utf8)
      }
    }
    let labels = zip(spans.dropFirst(), ["a", "b", "c"]).map { Diagnostic.Label($0, $1) }
    let diagnostic = Diagnostic(.unexpectedToken, ["x"], at: spans[0], labels: labels)
    return diagnostic.text(in: Source(name: "q", bytes: text)).split(separator: "\n").dropFirst(3)
      .map { String($0.drop { $0 != "│" }.dropFirst(2)) }
  }

  /// Whatever the window: no line is wider but that of the place, marks stand under what they mark, and
  /// no word is lost.
  @Test(arguments: [
    "projects | where investment > 100亿元 | where total_investment > 1000人 | take 5",
    "项目 ｜ 筛选 投资 ＞ 100亿元 且 名称 ＝ \"甲乙丙丁\" ｜ 筛选 总投资 ＞ 1000人 ｜ 取 5", "fats", "facts | where",
    "projects | derive x = total_investment + a_name_that_is_as_long_as_a_window_is_wide_and_more",
    "项目 ｜ 筛选 投资 > 5",
  ])
  func mistakesFitTheWindow(query: String) throws {
    var session = Session(ledger: try .bundled())
    var mistake: ScriptError?
    do throws(ScriptError) { try session.run(Source(query)) { _ in } } catch { mistake = error }
    let error = try #require(mistake)
    let language = Source(query).language
    func words(_ text: String) -> String {
      String(text.filter { !$0.isWhitespace && !"│^─=".contains($0) })
    }
    let diagnostic = try #require(error.diagnostics.first)
    let message = words(diagnostic.message(in: language))
    for width in [20, 30, 40, 57, 80] {
      let text = error.text(language: language, maximumWidth: width)
      for line in text.split(separator: "\n") where !line.contains("┌─") {
        #expect(DisplayWidth.of(line) <= width, "\(width): \(line)")
      }
      #expect(words(text).contains(message), "\(text)")
      for label in diagnostic.labels {
        #expect(words(text).contains(words(label.text[language])), "\(text)")
      }
    }
    #expect(error.text(language: language, maximumWidth: 300) == error.text(language: language))
  }

  @Test func inANarrowWindowTheMarkStaysUnderThePlace() throws {
    var session = Session(ledger: try .bundled())
    do throws(ScriptError) {
      try session.run(
        Source("projects | where investment > 100亿元 | where total_investment > 1000人 | take 5")
      ) { _ in }
    } catch {
      #expect(
        error.text(maximumWidth: 40) == """
          error[DJ0301]: an amount of money and a
          quantity in 人 cannot be compared
            ┌─ query:1:62
            │
          1 │ …where total_…stment > 1000人 | tak…
            │        ───────────── ^ ──────
            │                     a quantity in 人
            │        an amount of money

          """)
    }
  }

  private let far = String(repeating: "x + ", count: 25_000)

  @Test func aLineThatFitsIsShownWhole() {
    let line = String(repeating: "a", count: 119)
    #expect(shown("«b»" + line) == ["b" + line, "^"])
  }

  @Test func aLongLineIsCutAboutThePlace() {
    #expect(
      shown(far + "«wrong» + " + far) == [
        "…x + x + x + x + x + x + wrong + x + x + x + x + x + x…",
        "                         ^^^^^",
      ])
    #expect(shown("«wrong» " + far).last == "^^^^^")
    #expect(
      shown(far + "«wrong»") == [
        "…x + x + x + x + x + x + wrong", "                         ^^^^^",
      ])
  }

  @Test func aWideCharacterTakesTwoColumns() {
    let (before, after) = (String(repeating: "甲", count: 200), String(repeating: "乙", count: 200))
    let lines = shown(before + "«错误»" + after)
    let twelve = (String(repeating: "甲", count: 12), String(repeating: "乙", count: 12))
    #expect(lines == ["…\(twelve.0)错误\(twelve.1)…", String(repeating: " ", count: 25) + "^^^^"])
  }

  @Test func placesFarFromEachOtherComeNear() throws {
    let lines = shown(far + "«left» " + far + "«==» " + far + "«数量» " + far)
    #expect(lines[0].utf8.count < 300)
    for (index, (word, sign)) in [("left", "^^^^"), ("==", "──"), ("数量", "────")].enumerated() {
      let before = try #require(lines[0].range(of: word)).lowerBound
      let column = DisplayWidth.of(lines[0][..<before])
      let marks = Array(lines[1])
      #expect(String(marks[column..<(column + sign.count)]) == sign, "\(word)")
      if index == 1 { #expect(lines[2] == String(repeating: " ", count: column) + "a") }
    }
    #expect(lines[1].hasSuffix("──── b"))
    #expect(lines[0].count { $0 == "…" } == 4)
  }

  @Test func aLongPlaceIsCutInItsMiddle() {
    let lines = shown("facts | where «" + far + "» == 1")
    #expect(lines[0].hasPrefix("facts | where x + x") && lines[0].hasSuffix("x +  == 1"))
    #expect(lines[0].count { $0 == "…" } == 1)
    #expect(lines[0].count < 90)
    #expect(lines[1].drop { $0 == " " }.count == lines[0].count - "facts | where ".count - 5)
  }

  @Test func aPlaceOverSeveralLinesEndsWithItsFirst() {
    #expect(shown("ab «cd\nef» g") == ["ab cd", "   ^^"])
    #expect(shown(far + "«cd\nef»").last?.hasSuffix("^^") == true)
    #expect(shown("ab«»") == ["ab", "  ^"])
    #expect(shown("«»") == ["", "^"])
  }

  @Test func aLongNameIsCutInTheMessage() {
    let name = String(repeating: "名", count: 30_000)
    let source = Source("facts | where \(name) == 1")
    let diagnostic = Diagnostic(
      .unknownColumn, [name], at: Span(14, 14 + name.utf8.count),
      suggestion: .didYouMean(name, insteadOf: Span(14, 14 + name.utf8.count)))
    #expect(diagnostic.text(in: source).utf8.count < 3000)
    #expect(diagnostic.message(in: .chinese).contains("名…名"))
    #expect(diagnostic.suggestion?.edits.first?.replacement == name)
  }
}
