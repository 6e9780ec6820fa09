/// A token: a kind and a place. Sixteen bytes; the text stays in the source.
package struct Token: Sendable {
  package let kind: Kind

  /// Which word of the language a `word` is, if any.
  package let keyword: Keyword

  package internal(set) var flags: Flags

  /// For a number, the length of its scale word in bytes.
  let scaleLength: UInt8

  /// For a number, the offset after its digits; for an opening bracket, the index of the token
  /// that closes it, or 0 where nothing does.
  var payload: UInt32

  private let start: UInt32
  private let end: UInt32

  init(
    _ kind: Kind,
    start: Int,
    end: Int,
    keyword: Keyword = .none,
    flags: Flags = [],
    scaleLength: Int = 0,
    payload: Int = 0
  ) {
    self.kind = kind
    self.keyword = keyword
    self.flags = flags
    self.scaleLength = UInt8(truncatingIfNeeded: scaleLength)
    self.payload = UInt32(truncatingIfNeeded: payload)
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
  }

  package var span: Span { Span(Int(start), Int(end)) }

  /// For a number, where its digits end: what stands behind them is a scale and a unit.
  package var digitsEnd: Int { Int(payload) }

  /// The kinds of tokens.
  package enum Kind: UInt8, CaseIterable, Sendable {
    // Names and literals.
    case word
    case quotedName
    case reference
    case underscore
    case number
    case period
    case string
    /// `%`, `‰`, `㎡`: a unit that is no word.
    case unitSymbol
    /// A literal that was reported already.
    case damagedLiteral

    // Structure.
    case pipe
    case comma
    case leftParenthesis
    case rightParenthesis
    case leftBracket
    case rightBracket
    case colon
    case dot
    case semicolon
    case newline

    // Operators.
    case assign
    case equal
    case notEqual
    case less
    case lessOrEqual
    case greater
    case greaterOrEqual
    case plus
    case minus
    case star
    case slash
    case coalesce
    case dotDot

    /// A character that was reported already.
    case invalid
    /// After the last byte, always present.
    case end
  }

  /// Details the parser may need.
  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// The first token of its line.
    package static let startsLine = Flags(rawValue: 1)

    /// Has full-width characters, which the normalised text has in half-width.
    static let isWide = Flags(rawValue: 2)

    /// A string with escapes.
    static let hasEscapes = Flags(rawValue: 4)

    /// An opening bracket with a bar directly in it.
    static let holdsBar = Flags(rawValue: 8)
  }

  /// Whether it is an opening bracket that nothing closes.
  var isUnclosedBracket: Bool {
    (kind == .leftParenthesis || kind == .leftBracket) && payload == 0
  }

  /// Whether a statement goes on after a line that ends in this token, wherever it stands.
  var continuesLine: Bool {
    switch kind {
    case .pipe, .comma, .assign, .equal, .notEqual, .less, .lessOrEqual, .greater,
      .greaterOrEqual, .plus, .minus, .star, .slash, .coalesce, .dotDot:
      true
    case .word:
      keyword.continuesLine
    default:
      false
    }
  }
}

extension Keyword {
  /// Whether the word is an operator that wants something after it.
  var continuesLine: Bool {
    switch self {
    case .by, .and, .or, .not, .in, .notIn, .contains, .notContains, .starts, .ends, .matches,
      .overlaps, .is, .isNot, .to, .on:
      true
    default:
      false
    }
  }

  /// Whether the word, after a bar, is an operator that wants operands.
  var wantsOperands: Bool {
    switch self {
    case .where, .select, .derive, .sort, .take, .skip, .summarize, .join, .union, .pivot, .assert,
      .chart:
      true
    default: false
    }
  }
}
