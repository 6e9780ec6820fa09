public import DajuanSyntax

/// One word that may stand at the cursor.
public struct Candidate: Hashable, Sendable {
  /// What is written.
  public var text: String
  /// What sort of thing it is.
  public var kind: Kind
  /// What it means, in one line, in the language of the text: how a function is called, how often a
  /// value occurs.
  public var gloss: String

  /// The sorts of things.
  public enum Kind: Sendable, CaseIterable {
    /// A table, or a query that `let` named.
    case table
    case `operator`
    case keyword
    /// A mark between operands, such as `==`.
    case sign
    case column
    /// One of a fixed set of words.
    case value
    /// Words of the ledger, in quotation marks, or one of its periods.
    case word
    case function
    case aggregate
    case window
    case unit
    case type
    /// A value or a query that `let` named.
    case binding
    /// A value given from outside.
    case parameter
  }

  /// Whether an opening bracket follows it.
  public var isFunction: Bool { kind == .function || kind == .aggregate || kind == .window }
}

extension Candidate.Kind {
  /// What the sort is called.
  public func name(in language: Language) -> String {
    let name: Bilingual =
      switch self {
      case .table: Bilingual("table", "表")
      case .operator: Bilingual("operator", "操作")
      case .keyword: Bilingual("keyword", "关键词")
      case .sign: Bilingual("sign", "符号")
      case .column: Bilingual("column", "列")
      case .value: Bilingual("value", "取值")
      case .word: Bilingual("word", "词")
      case .function: Bilingual("function", "函数")
      case .aggregate: Bilingual("aggregate", "聚合函数")
      case .window: Bilingual("window", "窗口函数")
      case .unit: Bilingual("unit", "单位")
      case .type: Bilingual("type", "类型")
      case .binding: Bilingual("let", "令")
      case .parameter: Bilingual("param", "参数")
      }
    return name[language]
  }
}

/// What may stand at a place of a text.
public struct CandidateList: Hashable, Sendable {
  /// What the candidates would take the place of, in Unicode scalars of the text; it ends at the cursor.
  public var replacing: Range<Int>
  /// The candidates, best first.
  public var candidates: [Candidate]
  /// The language that the candidates and their glosses are in.
  public var language: Language
}
