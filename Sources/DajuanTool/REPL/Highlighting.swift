internal import DajuanSyntax
internal import LineEditing

/// Colours of a text by what its tokens are.
enum Highlighting {
  /// The coloured parts of a statement, or of the query behind `.explain`; nothing of another
  /// command.
  static func styles(of text: String) -> [StyledRange] {
    guard let command = DotCommand(text) else { return queryStyles(of: text[...], after: 0) }
    guard command.name == .explain else { return [] }
    let query = ExplainRequest(command.rest).query
    let before = text.unicodeScalars.count - query.unicodeScalars.count
    return queryStyles(of: query[...], after: before)
  }

  private static func queryStyles(of text: Substring, after start: Int) -> [StyledRange] {
    let lexed = LexedSource.lex(Source(String(text)))
    var spans = lexed.tokens.compactMap { token in style(of: token).map { (token.span, $0) } }
    spans += lexed.comments.map { ($0, Style.comment) }
    spans.sort { $0.0.start < $1.0.start }
    // Tokens are counted in bytes, the editor's places in scalars.
    var ranges: [StyledRange] = []
    var (scalar, byte) = (start, 0)
    var rest = text.unicodeScalars[...]
    func scalars(to offset: Int) -> Int {
      while byte < offset, let first = rest.popFirst() {
        byte += UTF8.width(first)
        scalar += 1
      }
      return scalar
    }
    for (span, style) in spans {
      let lower = scalars(to: span.start)
      ranges.append(StyledRange(lower..<scalars(to: span.end), style: style.rawValue))
    }
    return ranges
  }

  /// What each sort of token looks like, as parameters of SGR (ECMA-48).
  private enum Style: String {
    case keyword = "1;35"
    case sign = "1"
    case parameter = "33"
    case figure = "36"
    case string = "32"
    case comment = "90"
    case mistake = "31"
  }

  private static func style(of token: Token) -> Style? {
    switch token.kind {
    case .word: token.keyword == .none ? nil : .keyword
    case .reference, .underscore: .parameter
    case .number, .period, .unitSymbol: .figure
    case .string: .string
    case .damagedLiteral, .invalid: .mistake
    case .pipe, .assign, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus,
      .minus, .star, .slash, .coalesce, .dotDot:
      .sign
    case .quotedName, .comma, .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket,
      .colon, .dot, .semicolon, .newline, .end:
      nil
    }
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x10000 ? 3 : 4
  }
}
