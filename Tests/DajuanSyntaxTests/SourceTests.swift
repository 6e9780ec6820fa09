import DajuanSyntax
import Testing

@Suite struct SourceTests {
  @Test("Columns count scalars, lines count breaks")
  func positions() {
    let source = Source("ab\r\n项目 x\n")
    #expect(source.lineCount == 3)
    #expect(source.position(of: 0) == .init(line: 1, column: 1))
    #expect(source.position(of: 2) == .init(line: 1, column: 3))
    #expect(source.position(of: 4) == .init(line: 2, column: 1))
    #expect(source.position(of: 7) == .init(line: 2, column: 2))
    #expect(source.position(of: 11) == .init(line: 2, column: 4))
    #expect(source.position(of: 13) == .init(line: 3, column: 1))
    #expect(source.position(of: 99) == .init(line: 3, column: 1))
    #expect(source.position(of: -1) == .init(line: 1, column: 1))
  }

  @Test func lines() {
    let source = Source("ab\r\n项目\n")
    #expect(source.lineText(1) == "ab")
    #expect(source.lineText(2) == "项目")
    #expect(source.lineText(3) == "")
    #expect(source.lineText(4) == nil)
    #expect(source.lineText(0) == nil)
    #expect(source.lineSpan(2) == Span(4, 10))
  }

  @Test func textIsClamped() {
    let source = Source("项目")
    #expect(source.text(Span(0, 3)) == "项")
    #expect(source.text(Span(3, 30)) == "目")
    #expect(source.text(Span(40, 50)).isEmpty)
    #expect(Source("").lineCount == 1)
  }

  @Test func spans() {
    let span = Span(2, 5)
    #expect(span.count == 3 && !span.isEmpty && Span(at: 2).isEmpty)
    #expect(span.union(Span(7, 9)) == Span(2, 9))
    #expect(span.contains(Span(3, 5)) && !span.contains(Span(3, 6)))
    #expect("\(span)" == "2..<5")
  }

  @Test func editsApplyInOrder() {
    let source = Source("a b c")
    let edits = [Diagnostic.Edit(Span(0, 1), "x"), Diagnostic.Edit(Span(at: 4), "(")]
    #expect(source.applying(edits).text(Span(0, 9)) == "x b (c")
  }
}

@Suite struct DiagnosticTests {
  @Test("Every code has its own number and both messages", arguments: DiagnosticCode.allCases)
  func facts(code: DiagnosticCode) {
    #expect(code.rawValue.count == 6 && code.rawValue.hasPrefix("DJ0"))
    let message = code.fact.message
    #expect(!message.english.isEmpty && !message.chinese.isEmpty)
    for hole in ["{0}", "{1}", "{2}", "{3}"] {
      #expect(message.english.contains(hole) == message.chinese.contains(hole))
    }
  }

  @Test func holesAreFilledOnce() {
    let diagnostic = Diagnostic(.expectedSeparator, ["`{1}`", ")"], at: Span(at: 0))
    #expect(diagnostic.message(in: .english) == "expected `,` or `)`, found `{1}`")
    #expect(diagnostic.message(in: .chinese) == "此处应是 `,` 或 `)`，而不是`{1}`")
    #expect(diagnostic.severity == .error)
  }

  @Test func aHoleWithoutAnArgumentStays() {
    let diagnostic = Diagnostic(.unknownOperator, at: Span(at: 0))
    #expect(diagnostic.message(in: .english) == "there is no operator `{0}`")
  }
}
