import DajuanSyntax
import Foundation
import Testing

/// Texts at a limit, and one past it.
@Suite struct LimitEdgeTests {
  private static let limits = SyntaxLimits.default

  struct Nest: CustomTestStringConvertible, Sendable {
    let before: String
    let open: String
    let inner: String
    let close: String

    func text(_ depth: Int) -> String {
      before + String(repeating: open, count: depth) + inner
        + String(repeating: close, count: depth)
    }
    var testDescription: String { text(3) }
  }

  private static let nests = [
    Nest(before: "facts | where ", open: "(", inner: "a", close: ")"),
    Nest(before: "facts | where ", open: "f(", inner: "a", close: ")"),
    Nest(before: "facts | where ", open: "-", inner: "a", close: ""),
    Nest(before: "facts | where ", open: "not ", inner: "a", close: ""),
    Nest(before: "facts | where ", open: "a in [", inner: "b", close: "]"),
    Nest(before: "facts | where ", open: "-(", inner: "b", close: ")"),
    Nest(before: "", open: "(", inner: "facts", close: ") | count"),
    Nest(before: "facts | union ", open: "(facts | union ", inner: "facts", close: ")"),
    Nest(before: "let x = ", open: "(", inner: "a", close: ")"),
  ]

  /// The deepest that is taken, what comes after is one mistake, and both come back from printing.
  @Test(arguments: nests)
  func nesting(nest: Nest) throws {
    let deepest = try #require(
      (1...300).last { parse(nest.text($0)).diagnostics.isEmpty }, "none is taken")
    #expect((80...256).contains(deepest))
    #expect((1...deepest).allSatisfy { parse(nest.text($0)).diagnostics.isEmpty })
    let parsed = parse(nest.text(deepest))
    for language in Language.allCases {
      let printed = Printer.print(parsed.script, .init(language: language))
      #expect(parse(printed).script.dump == parsed.script.dump)
    }
    #expect(Printer.format(Source(nest.text(deepest)), .init(language: .english)) != nil)
    for depth in [deepest + 1, deepest + 2, 5000] {
      let found = parse(nest.text(depth)).diagnostics
      #expect(found.map(\.code) == [.tooDeep], "\(depth) deep")
      #expect(found.allSatisfy { $0.span.start >= nest.before.utf8.count + deepest - 1 })
    }
  }

  @Test(arguments: ["+", "-", "*", "/", "and", "or", "??", "且"])
  func operators(sign: String) throws {
    func sum(_ count: Int) -> String {
      "facts | where " + (0...count).map { "a\($0)" }.joined(separator: " \(sign) ")
    }
    let most = Self.limits.operators
    let parsed = parse(sum(most))
    #expect(parsed.diagnostics.isEmpty)
    let printed = Printer.print(parsed.script, .init(language: .chinese))
    #expect(parse(printed).script.dump == parsed.script.dump)
    let over = sum(most + 1)
    let found = parse(over).diagnostics
    #expect(found.map(\.code) == [.tooManyOperators])
    let last = try #require(over.range(of: " \(sign) ", options: .backwards))
    let start = over.utf8.distance(from: over.startIndex, to: last.lowerBound) + 1
    #expect(found.map(\.span.start) == [start], "at the first operator too many")
  }

  @Test func conversions() {
    let most = Self.limits.operators
    let text = { (count: Int) in "facts | where a" + String(repeating: " to 元", count: count) }
    #expect(parse(text(most)).diagnostics.isEmpty)
    #expect(parse(text(most + 1)).diagnostics.map(\.code) == [.tooManyOperators])
  }

  @Test func aListOfAnyLengthIsNoOperator() {
    let list = (0..<20_000).map { "\($0)" }.joined(separator: ", ")
    #expect(parse("facts | where a in [\(list)]").diagnostics.isEmpty)
    #expect(parse("facts | select \(list)").diagnostics.isEmpty)
    let statements = String(repeating: "facts | count\n", count: 20_000)
    #expect(parse(statements).script.statements.count == 20_000)
    let stages = String(repeating: " | count", count: 20_000)
    #expect(parse("facts" + stages).diagnostics.isEmpty)
  }

  @Test func diagnostics() {
    let most = Self.limits.diagnostics
    for count in [most - 1, most, most + 1, 10 * most] {
      let text = String(repeating: "facts | where\n;", count: count)
      // One more is kept, which tells that there are more.
      #expect(parse(text).diagnostics.count == min(count, most + 1))
    }
  }

  @Test func sourceSize() {
    let most = Self.limits.sourceBytes
    var bytes = [UInt8](repeating: UInt8(ascii: " "), count: most)
    #expect(ParsedScript.parse(Source(name: "long", bytes: bytes)).diagnostics.isEmpty)
    bytes.append(UInt8(ascii: " "))
    let found = ParsedScript.parse(Source(name: "long", bytes: bytes)).diagnostics
    #expect(found.map(\.code) == [.sourceTooLarge])
    #expect(found.map(\.span) == [Span(at: 0)])
  }

  @Test func longWordsAndLiterals() {
    let long = String(repeating: "桥", count: 100_000)
    for text in [
      "facts | where \(long)", "facts | where a == '\(long)'", "facts | where `\(long)`",
    ] {
      #expect(parse(text).diagnostics.isEmpty)
    }
    #expect(
      parse("facts | where a == \(String(repeating: "7", count: 100_000))").diagnostics.isEmpty)
    #expect(parse("facts | where a == 5\(long)").diagnostics.isEmpty)
    #expect(parse("# \(long)").diagnostics.isEmpty)
  }
}
