import DajuanSyntax
import Foundation
import Testing

@Suite struct TextMateTests {
  private static let file = "dajuan.tmLanguage.json"

  @Test func fileIsTheVocabularys() throws {
    let text = try TextMate(EBNF(GrammarFiles.read("dajuan.ebnf"))).json()
    try GrammarFiles.recordIfAsked(Self.file, text)
    #expect(try GrammarFiles.read(Self.file) == text, "DAJUAN_RECORD=1 writes it anew")
  }

  @Test("Each word, mark and literal gets its colour, in both languages")
  func colours() throws {
    let colouring = try Colouring(GrammarFiles.read(Self.file))
    let lines: [(String, [(String, String)])] = [
      (
        "indicators | where growth >= 7.5% and name == \"a\\n\" # note",
        [
          ("indicators", "support.type.entity"), ("where", "keyword.control.operator"),
          ("growth", "variable.other.column"), (">=", "keyword.operator"),
          ("7.5%", "constant.numeric.quantity"), ("and", "keyword.other"),
          ("\"a", "string.quoted"), ("\\n", "constant.character.escape"), ("# note", "comment"),
        ]
      ),
      (
        "指标 ｜ 筛选 增速 ≥ ７．５％ 且 名称 == “甲” # 注",
        [
          ("指标", "support.type.entity"), ("筛选", "keyword.control.operator"),
          ("增速", "variable.other.column"), ("≥", "keyword.operator"),
          ("７．５％", "constant.numeric.quantity"), ("且", "keyword.other"),
          ("“甲”", "string.quoted"), ("# 注", "comment"),
        ]
      ),
      (
        "let big = 3.2万亿元; 令 x = sum(`a b`) + $big / 62.2 万平方米 + 2021Q1 - missing",
        [
          ("let", "keyword.other"), ("3.2万亿元", "constant.numeric.quantity"), ("令", "keyword.other"),
          ("sum", "support.function"), ("`a b`", "variable.other.quoted"),
          ("$big", "variable.other.reference"), ("62.2 万平方米", "constant.numeric.quantity"),
          ("2021Q1", "constant.other.period"), ("missing", "constant.language"),
        ]
      ),
      (
        "facts | derive x = lag(value) by place sort period, y = 名次() 按 地区 排序 期间 | select sort",
        [
          ("lag", "support.function"), ("by", "keyword.other"),
          ("sort", "keyword.control.operator"), ("名次", "support.function"),
          ("排序", "keyword.control.operator"), ("period", "variable.other.column"),
        ]
      ),
    ]
    for (line, expected) in lines {
      let found = colouring.spans(of: line)
      for (text, scope) in expected {
        #expect(
          found.contains { $0.text == text && $0.scope.hasPrefix(scope) },
          "\(text): \(found)"
        )
      }
    }
    #expect(colouring.spans(of: "按领域 somewhere").isEmpty)
  }

  @Test("Every word of the language is coloured", arguments: Language.allCases)
  func everyWord(language: Language) throws {
    let colouring = try Colouring(GrammarFiles.read(Self.file))
    for entry in Vocabulary.entries(in: .keyword) + Vocabulary.entries(in: .operator) {
      let word = entry.spelling(in: language)
      let text = entry.category == .operator ? "| \(word)" : "a \(word) b"
      let found = colouring.spans(of: text).filter { $0.scope.contains(/^(keyword|constant)\./) }
      #expect(found.contains { $0.text == word }, "\(word): \(found)")
    }
  }
}

/// Colours a line as an editor does: the pattern that matches first, and of those the one listed first.
private struct Colouring {
  private struct Pattern {
    let scope: String
    let begin: NSRegularExpression
    let end: NSRegularExpression?
    let inner: [Pattern]
  }

  struct Colour {
    let text: String
    let scope: String
  }

  private let patterns: [Pattern]

  init(_ json: String) throws {
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    patterns = try Self.patterns(object)
  }

  private static func patterns(_ object: [String: Any]?) throws -> [Pattern] {
    try (object?["patterns"] as? [[String: Any]] ?? []).map { entry in
      let begin = try #require((entry["match"] ?? entry["begin"]) as? String)
      return Pattern(
        scope: try #require(entry["name"] as? String),
        begin: try NSRegularExpression(pattern: begin),
        end: try (entry["end"] as? String).map { try NSRegularExpression(pattern: $0) },
        inner: try patterns(entry)
      )
    }
  }

  func spans(of line: String) -> [Colour] {
    var colours: [Colour] = []
    var place = 0
    while let (pattern, found) = Self.first(patterns, line, place) {
      place = found.upperBound
      if let end = pattern.end {
        place = Self.string(pattern, end, line, found, &colours)
      } else {
        colours.append(Colour(text: Self.text(line, found), scope: pattern.scope))
      }
      if found.isEmpty { place += 1 }
    }
    return colours
  }

  /// Colours a string up to its end, in pieces about its escapes.
  private static func string(
    _ pattern: Pattern,
    _ end: NSRegularExpression,
    _ line: String,
    _ opening: Range<Int>,
    _ colours: inout [Colour]
  ) -> Int {
    var start = opening.lowerBound
    var place = opening.upperBound
    while true {
      let close = first(end, line, place) ?? line.utf16.count..<line.utf16.count
      if let (inner, found) = first(pattern.inner, line, place), found.lowerBound < close.lowerBound
      {
        colours.append(Colour(text: text(line, start..<found.lowerBound), scope: pattern.scope))
        colours.append(Colour(text: text(line, found), scope: inner.scope))
        start = found.upperBound
        place = start
      } else {
        colours.append(Colour(text: text(line, start..<close.upperBound), scope: pattern.scope))
        return close.upperBound
      }
    }
  }

  private static func first(
    _ patterns: [Pattern],
    _ line: String,
    _ place: Int
  ) -> (Pattern, Range<Int>)? {
    var best: (Pattern, Range<Int>)?
    for pattern in patterns {
      guard let found = first(pattern.begin, line, place) else { continue }
      if found.lowerBound < best?.1.lowerBound ?? .max { best = (pattern, found) }
    }
    return best
  }

  private static func first(
    _ pattern: NSRegularExpression,
    _ line: String,
    _ place: Int
  ) -> Range<Int>? {
    let range = NSRange(location: place, length: line.utf16.count - place)
    guard place <= line.utf16.count,
      let found = pattern.firstMatch(in: line, options: [.withTransparentBounds], range: range)
    else { return nil }
    return found.range.location..<found.range.location + found.range.length
  }

  private static func text(_ line: String, _ range: Range<Int>) -> String {
    let units = Array(line.utf16)[range]
    return String(decoding: units, as: UTF16.self).trimmingCharacters(in: .whitespaces)
  }
}
