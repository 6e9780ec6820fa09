import DajuanSyntax
import Foundation

/// A TextMate grammar made from the vocabulary and the marks of the EBNF: what editors colour by.
struct TextMate {
  private let grammar: EBNF

  init(_ grammar: EBNF) {
    self.grammar = grammar
  }

  /// The file, its keys in order.
  func json() throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: [
        "name": "Dajuan", "scopeName": "source.dajuan", "fileTypes": ["dj"], "patterns": patterns,
      ] as [String: Any],
      options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    )
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private var patterns: [[String: Any]] {
    [Self.match("comment.line.number-sign", "[#＃].*$")] + strings + [
      Self.match("variable.other.quoted", "[`｀][^`｀\\n]+[`｀]"),
      Self.match("variable.other.reference", "[$＄][\\p{L}_＿][\\p{L}\\p{N}_＿]*"),
      Self.match("constant.other.period", Self.period),
      Self.match("constant.numeric.quantity", Self.quantity),
      Self.match("keyword.control.operator", "(?<=[|｜])[ \\t\\u3000]*" + Self.word(.operator)),
      Self.match(
        "support.function",
        Self.words([.function, .aggregate, .window].flatMap(Self.spellings))
          + "(?=[ \\t\\u3000]*[(（])"),
      // The order of a window follows no bar; a column of that name has no name after it.
      Self.match(
        "keyword.control.operator", Self.words(sorting) + "(?=[ \\t\\u3000]+[-－−\\p{L}_`｀])"),
      Self.match("constant.language", Self.words(constants)),
      Self.match("keyword.other", Self.words(others)),
      Self.match("support.type.entity", Self.word(.entity)),
      Self.match("variable.other.column", Self.word(.column)),
      Self.match("support.constant.value", Self.word(.value)),
      Self.match("keyword.operator", marks),
    ]
  }

  private static func match(_ name: String, _ pattern: String) -> [String: Any] {
    ["name": name + ".dajuan", "match": pattern]
  }

  // MARK: Words

  /// The reserved words that are operands by themselves: true, false, missing.
  private var constants: [String] {
    let operand = grammar.rules["operand"].map { EBNF.terminals($0.definition) } ?? []
    return operand.flatMap { Vocabulary.entries(spelled: $0, in: .keyword) }.flatMap(\.spellings)
  }

  private var others: [String] {
    Self.spellings(.keyword).filter { !constants.contains($0) }
  }

  private var sorting: [String] {
    Vocabulary.entries(spelled: "sort", in: .operator).flatMap(\.spellings)
  }

  private static func spellings(_ category: VocabularyEntry.Category) -> [String] {
    Vocabulary.spellings(of: category)
  }

  private static func word(_ category: VocabularyEntry.Category) -> String {
    words(spellings(category))
  }

  private static func words(_ spellings: [String]) -> String {
    "(?<![\\p{L}\\p{N}_])(?:" + alternatives(spellings) + ")(?![\\p{L}\\p{N}_])"
  }

  /// The longest first, so that none hides another.
  private static func alternatives(_ spellings: [String]) -> String {
    Set(spellings).sorted { ($1.count, $0) < ($0.count, $1) }
      .map(NSRegularExpression.escapedPattern(for:)).joined(separator: "|")
  }

  // MARK: Marks and literals

  private var marks: String {
    let all = grammar.names.compactMap { grammar.rules[$0] }.filter { !$0.isLexical }
      .flatMap { EBNF.terminals($0.definition) }.filter { mark in
        !mark.unicodeScalars.contains { $0.properties.isXIDContinue } && !"()[]".contains(mark)
      }
    let wide = all.map { mark in
      String(
        String.UnicodeScalarView(
          mark.unicodeScalars.map {
            (0x21...0x7E).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0
          }
        )
      )
    }
    return Self.alternatives(all + wide + ["−"])
  }

  /// One for each pair of quotes of the grammar.
  private var strings: [[String: Any]] {
    guard case .choice(let kinds)? = grammar.rules["string"]?.definition else { return [] }
    return kinds.compactMap { kind in
      let quotes = EBNF.terminals(kind)
      guard let open = quotes.first, let close = quotes.last else { return nil }
      return [
        "name": "string.quoted.dajuan", "begin": open, "end": close + "|$",
        "patterns": [
          Self.match("constant.character.escape", "\\\\(?:u\\{[0-9A-Fa-f]{1,6}\\}|.)")
        ],
      ]
    }
  }

  private static let digit = "[0-9０-９]"
  private static let ends = "(?![\\p{L}\\p{N}_])"

  private static let period =
    "(?<![\\p{L}\\p{N}_])[12１２]\(digit){3}(?:年(?:\(digit){1,2}月(?:\(digit){1,2}日)?)?"
    + "|[QqＱｑ]\(digit)|[-－−]\(digit){2}(?:[-－−]\(digit){2})?)" + ends

  /// A number, with its scale and unit directly after it, or a known one after blanks.
  private static var quantity: String {
    let symbols = "[%％‰℃㍱-㍺㎀-㏟]"
    let units = alternatives(spellings(.unit)) + "|" + symbols
    let scales = alternatives(UnitText.scales)
    return "(?<![\\p{L}\\p{N}_])\(digit)+(?:[.．]\(digit)+)?"
      + "(?:\\p{L}[\\p{L}\\p{N}_]*\(symbols)?|\(symbols)"
      + "|[ \\t\\u3000]+(?:(?:\(scales))?(?:\(units))|(?:\(scales)))\(ends))?"
      + "(?:[/／](?:\(units))\(ends))?"
  }
}
