import DajuanSyntax
import Testing

@testable import Dajuan

/// Whatever is offered may stand where it is offered.
@Suite struct CompletionPropertyTests {
  private let session: Session

  init() throws { session = Session(ledger: try .bundled()) }

  static let statements = [
    "projects | where investment > 5亿元 and nature == actual | sort investment desc | take 3",
    "项目 ｜ 筛选 投资 ≥ １００亿元 且 性质 ＝ 实绩 ｜ 排序 投资 降序 ｜ 选取 名称，投资",
    "indicators | where name in (\"GDP\", \"固定资产投资\") or growth is missing | count",
    "indicators | track | where status == missed and gap > 1百分点 | cite",
    "projects | summarize n = count(), total = sum(investment) to 亿元 by nature, p = period",
    "指标 ｜ 汇总 平均(增速)，计数() 按 性质 ｜ 描述",
    "projects | join left (honours | where level == national) on place, area == name | sort level",
    "indicators | pivot nature values growth by name | select name, target, -actual",
    "projects | derive done = completed / count to %, r = rank() by area sort investment desc",
    "let done = projects | take 3\ndone | where possibly(total_investment > 3亿元)",
    "def rate(part, whole) = part / whole to %; projects | derive r = rate(completed, count)",
    "param year: period = 2021; projects | where period == $year and name starts \"修\"",
    "indicators | where period in 2020..2022 and not (share > 5%) | distinct name",
    "facts | where value > 5 and unit == \"亿元\" | chart bar subject, value",
    "union_of | union honours, (facts | take 5 by kind)", "500亿元 * (1 + 8%) to 万元",
    "measures | assert quantity is present and if(coverage > 50%, true, false), \"message\"",
    "事实 ｜ 连接 报告 依据 报告 ｜ 跳过 3 按 类别", "| where growth > 3 | sort",
  ]

  @Test(arguments: statements)
  func whatIsOfferedMayStandThere(statement: String) {
    let scalars = Array(statement.unicodeScalars)
    for cursor in 0...scalars.count {
      let list = session.candidates(in: statement, at: cursor)
      let before = Self.text(scalars[..<list.replacing.lowerBound])
      let chosen = list.candidates.prefix(8) + list.candidates.dropFirst(8).suffix(4)
      let known = Self.mistakes(before, before: before.utf8.count)
      for candidate in chosen {
        let text = before + candidate.text + (candidate.isFunction ? "(" : "")
        let found = Self.mistakes(text, before: text.utf8.count)
          // What is not whole yet is no mistake of the candidate's.
          .subtracting(known).filter { $0.code != .unclosedBracket && $0.code != .chartColumns }
        #expect(found.isEmpty, "`\(candidate.text)` behind `\(before)`: \(found.map(\.code))")
        let place = Span(before.utf8.count, before.utf8.count + candidate.text.utf8.count)
        let unknown = session.check(Source(text)).filter {
          // Alone, the kind of a join reads as a table's name.
          Self.unknown.contains($0.code) && place.contains($0.span) && candidate.kind != .keyword
        }
        #expect(unknown.isEmpty, "`\(candidate.text)` behind `\(before)` is unknown")
      }
    }
  }

  /// The whole of a text can be typed by its beginnings: the word that stands there is among those
  /// offered for its first letter.
  @Test(arguments: [
    "projects | where investment > 5亿元 and nature == actual | sort investment desc | take 3",
    "项目 ｜ 筛选 投资 ≥ 100亿元 且 性质 ＝ 实绩 ｜ 排序 投资 降序 ｜ 选取 名称，投资",
    "indicators | track | where status == missed and gap > 1百分点 | cite",
    "projects | summarize n = count(), total = sum(investment) to 亿元 by nature, p = period",
    "projects | join left (honours | where level == national) on place, area == name",
    "indicators | pivot nature values growth by name",
    "projects | derive done = completed / count to 倍, r = rank() by area sort investment desc",
  ])
  func everyWordIsOffered(statement: String) {
    let source = Source(statement)
    let tokens = LexedSource.lex(source).tokens
    for (index, token) in tokens.enumerated() where token.kind == .word {
      let word = source.text(token.span)
      // A name that is being made nobody can know.
      if index + 1 < tokens.count, tokens[index + 1].kind == .assign { continue }
      let text = source.text(Span(0, token.span.start)) + String(word.first!)
      let offered = session.candidates(in: text, at: text.unicodeScalars.count).candidates
      #expect(offered.contains { $0.text == word }, "`\(word)` in `\(statement)`")
    }
  }

  private struct Mistake: Hashable {
    let code: DiagnosticCode
    let span: Span
  }

  private static let unknown: Set<DiagnosticCode> = [
    .unknownColumn, .unknownTable, .unknownValue, .unknownFunction, .unknownUnit, .unknownOperator,
    .unknownReference, .unknownType,
  ]

  private static func mistakes(_ text: String, before end: Int) -> Set<Mistake> {
    Set(
      ParsedScript.parse(Source(text)).diagnostics.filter { $0.span.start < end }
        .map { Mistake(code: $0.code, span: $0.span) })
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
