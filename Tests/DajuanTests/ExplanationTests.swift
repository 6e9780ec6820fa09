import DajuanSyntax
import Testing

@testable import Dajuan

/// Every code is explained by an example that has exactly that mistake, and a cure that has none.
@Suite struct ExplanationTests {
  @Test func everyCodeIsExplainedOnceAndInOrder() {
    #expect(
      Explanation.all.map(\.code) == DiagnosticCode.allCases.sorted { $0.rawValue < $1.rawValue })
    for explanation in Explanation.all {
      #expect(!explanation.meaning.english.isEmpty && !explanation.meaning.chinese.isEmpty)
      #expect(!explanation.mistake.isEmpty && !explanation.cure.isEmpty)
    }
  }

  @Test(arguments: Explanation.all.map(\.code))
  func examplesAreTrue(code: DiagnosticCode) throws {
    let explanation = try #require(Explanation.of(code.rawValue))
    if explanation.conditions == ["elsewhere"] {
      // It takes a ledger of its own; the tests of the operator have one.
      #expect([.tooManyRows, .tooManyColumns, .hostFailed, .unknownParameter].contains(code))
      let session = Session(ledger: try .bundled())
      #expect(session.check(Source(explanation.mistake)).isEmpty)
      return #expect(session.check(Source(explanation.cure)).isEmpty)
    }
    #expect(try Self.codes(of: explanation.mistake, explanation.conditions) == [code])
    let conditions = explanation.conditions.filter { $0 != "stopped" && $0 != "seconds 0" }
    #expect(try Self.codes(of: explanation.cure, conditions) == [])
  }

  /// What is wrong with a script, run under conditions; what only a check finds counts too.
  private static func codes(of text: String, _ conditions: [String]) throws -> [DiagnosticCode] {
    var limits = SyntaxLimits()
    var bytes = Array(text.utf8)
    for condition in conditions {
      let words = condition.split(separator: " ")
      let number = words.last.flatMap { Int($0) } ?? 0
      switch words.first {
      case "nesting": limits.nesting = number
      case "operators": limits.operators = number
      case "sourceBytes": limits.sourceBytes = number
      case "bytes":
        bytes = text.split(separator: "<FF>", omittingEmptySubsequences: false)
          .map { Array($0.utf8) }.reduce(into: []) { $0 += ($0.isEmpty ? [] : [0xFF]) + $1 }
      case "mistakes", "seconds", "memory", "rows", "compiled": break
      default: #expect(condition == "stopped")
      }
    }
    let source = Source(name: "example", bytes: bytes)
    let limited = ParsedScript.parse(source, limits: limits).diagnostics
    if !limited.isEmpty { return limited.map(\.code) }
    var session = Session(ledger: try .bundled())
    var checked = session.check(source)
    if let limit = conditions.first(where: { $0.hasPrefix("mistakes ") }) {
      checked = Session.ordered(checked, limit: try #require(Int(limit.dropFirst(9))))
    }
    if !checked.isEmpty { return checked.map(\.code) }
    for condition in conditions {
      let words = condition.split(separator: " ")
      let number = words.last.flatMap { Int($0) } ?? 0
      if words.first == "seconds" { session.limits.seconds = number }
      if words.first == "memory" { session.limits.bytes = number }
      if words.first == "rows" { session.limits.rows = number }
    }
    let isStopped = conditions.contains("stopped")
    do throws(ScriptError) {
      if conditions == ["compiled"] { _ = try Evaluator(ledger: session.ledger).compile(source) }
      try session.run(source, shouldStop: { isStopped }) { _ in }
      return []
    } catch {
      return error.diagnostics.map(\.code)
    }
  }

  @Test func codesAreFoundHoweverTheyAreWritten() {
    #expect(Explanation.of("DJ0301")?.code == .incomparable)
    #expect(Explanation.of("dj0301")?.code == .incomparable)
    #expect(Explanation.of("ＤＪ０３０１")?.code == .incomparable)
    #expect(Explanation.of("DJ9999") == nil)
  }

  @Test func readsAsAWhole() throws {
    let explanation = try #require(Explanation.of("DJ0103"))
    #expect(
      explanation.text(in: .chinese) == """
        错误[DJ0103]: 没有名为 `…` 的操作

        `|` 之后的词不是操作名。`.帮助` 列出全部操作。

        错误示例：
            facts | wher kind == project
        改正：
            facts | where kind == project

        """)
    #expect(explanation.line(in: .english) == "DJ0103  there is no operator `…`")
  }
}
