/// What is fixed about a diagnostic: its severity and its words.
public struct DiagnosticFact: Hashable, Sendable {
  /// Whether it stops the query.
  public let severity: Diagnostic.Severity

  /// The message, with holes `{0}`, `{1}`, … for the arguments.
  public let message: Bilingual

  /// An error with its message in English and Chinese.
  static func error(_ english: String, _ chinese: String) -> DiagnosticFact {
    DiagnosticFact(severity: .error, message: Bilingual(english, chinese))
  }

  /// A warning with its message in English and Chinese.
  static func warning(_ english: String, _ chinese: String) -> DiagnosticFact {
    DiagnosticFact(severity: .warning, message: Bilingual(english, chinese))
  }
}

/// The one table of messages.
///
/// A new code is one `case` line in its range; `{0}`-style holes take the diagnostic's arguments in
/// order. Messages are lower-case clauses without a full stop; names stand in backquotes.
enum DiagnosticFacts {
  static func fact(for code: DiagnosticCode) -> DiagnosticFact {
    switch code {
    // Lexical.
    case .invalidUTF8:
      .error("these bytes are not UTF-8", "此处的字节不是 UTF-8 编码")
    case .unexpectedCharacter:
      .error("the character {0} has no meaning here", "此处不能有字符 {0}")
    case .unterminatedString:
      .error("this string has no closing {0} on its line", "字符串在本行内没有结束的 {0}")
    case .unknownEscape:
      .error("`{0}` is not an escape", "没有 `{0}` 这种转义")
    case .unterminatedQuotedName:
      .error("this quoted name has no closing backquote on its line", "名称在本行内没有结束的反引号")
    case .emptyQuotedName:
      .error("a quoted name must not be empty", "反引号内的名称不能为空")
    case .malformedNumber:
      .error("`{0}` is not a number", "`{0}` 不是数")
    case .noSuchPeriod:
      .error("`{0}` reads as a date, and there is none such", "`{0}` 看作日期，但没有这样的日期")
    case .foreignOperator:
      .error("`{0}` is not an operator of this language", "本语言没有运算符 `{0}`")
    case .missingReferenceName:
      .error("a name must follow `$`", "`$` 之后应是名称")

    // Syntax.
    case .expectedQuery:
      .error("a query starts with a table, not with {0}", "查询应以表开头，而不是{0}")
    case .expectedOperator:
      .error("expected an operator after `|`, found {0}", "`|` 之后应是操作，而不是{0}")
    case .unknownOperator:
      .error("there is no operator `{0}`", "没有名为 `{0}` 的操作")
    case .operatorWithoutPipe:
      .error("the operator `{0}` must follow a `|`", "操作 `{0}` 之前缺少 `|`")
    case .expectedExpression:
      .error("expected an expression, found {0}", "此处应是表达式，而不是{0}")
    case .unexpectedToken:
      .error("unexpected {0}", "此处不应有{0}")
    case .unclosedBracket:
      .error("this `{0}` is never closed", "`{0}` 没有对应的结束括号")
    case .unmatchedBracket:
      .error("this `{0}` closes nothing", "`{0}` 没有对应的开始括号")
    case .expectedName:
      .error("expected a name, found {0}", "此处应是名称，而不是{0}")
    case .reservedName:
      .error("`{0}` is a word of the language, not a name", "`{0}` 是语言的保留字，不能直接作名称")
    case .expectedEquals:
      .error("expected `=` after the name, found {0}", "名称之后应是 `=`，而不是{0}")
    case .unnamedColumn:
      .error("a derived column needs a name: `name = …`", "计算出的列要有名称：`名称 = …`")
    case .chainedComparison:
      .error("comparisons do not chain", "比较不能连写")
    case .expectedUnit:
      .error("expected a unit after `to`, found {0}", "`换算` 之后应是单位，而不是{0}")
    case .looseConversion:
      .error(
        "`to` binds loosest of all, so nothing can follow its unit",
        "`换算` 的优先级最低，单位之后不能再有运算"
      )
    case .expectedState:
      .error(
        "expected `missing`, `present` or `exact`, found {0}",
        "此处应是 `缺失`、`有值` 或 `确切`，而不是{0}"
      )
    case .expectedSeparator:
      .error("expected `,` or `{1}`, found {0}", "此处应是 `,` 或 `{1}`，而不是{0}")

    // Limits.
    case .tooDeep:
      .error("nested deeper than {0} levels", "嵌套超过 {0} 层")
    case .sourceTooLarge:
      .error("the text is {0} bytes long; the limit is {1}", "文本长 {0} 字节，上限为 {1} 字节")
    case .tooManyOperators:
      .error("more than {0} operators in one expression", "一个表达式中的运算符超过 {0} 个")
    }
  }
}

extension DiagnosticCode {
  /// The fixed texts of this code.
  public var fact: DiagnosticFact { DiagnosticFacts.fact(for: self) }
}
