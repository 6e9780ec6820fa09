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
      .error("expected an expression{1}, found {0}", "{1}此处应是表达式，而不是{0}")
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
    case .gluedWords:
      .error("`{0}` is one word; blanks separate words", "`{0}` 连成了一个词，词与词之间要有空格")
    case .foreignWord:
      .error("`{0}` is not a word of this language", "本语言没有 `{0}` 这个词")
    case .missingOperator:
      .error("an operator or a comma is missing before {0}", "操作数{0}之前缺少运算符或逗号")
    case .sqlStatement:
      .error(
        "a query starts with its table, and its operators follow",
        "查询以表开头，操作写在其后"
      )
    case .expectedMessage:
      .error("expected a message in quotes, found {0}", "此处应是引号内的说明，而不是{0}")
    case .expectedChart:
      .error("expected `bar`, `line` or `spark`, found {0}", "此处应是 `条形`、`折线` 或 `迷你`，而不是{0}")
    case .chartColumns:
      .error("a `{0}` chart takes {1}, found {2}", "`{0}` 图应有{1}，而不是 {2} 个")

    case .expectedSource:
      .error(
        "expected a table or a query in parentheses, found {0}",
        "此处应是表或括号中的查询，而不是{0}"
      )
    case .unknownJoinKind:
      .error("there is no join `{0}`", "没有名为 `{0}` 的关联方式")
    case .expectedOn:
      .error("expected `on` and the key after the table, found {0}", "表之后应是 `依据` 和键，而不是{0}")
    case .bareQueryAsSource:
      .error("a query that is joined stands in parentheses", "被关联的查询要写在括号中")
    case .expectedValues:
      .error(
        "expected `values` and a column after the key, found {0}",
        "键之后应是 `取值` 和列，而不是{0}"
      )
    case .expectedParameters:
      .error(
        "expected `(` and the parameters after the function's name, found {0}",
        "函数名之后应是 `(` 和形参，而不是{0}"
      )
    case .expectedColon:
      .error("expected `:` and a type after the name, found {0}", "名称之后应是 `:` 和类型，而不是{0}")
    case .expectedType:
      .error("expected a type or a unit after `:`, found {0}", "`:` 之后应是类型或单位，而不是{0}")
    case .bodyIsQuery:
      .error("a function is an expression; a query is named by `let`", "函数只能是表达式，查询用 `令` 命名")

    // Names.
    case .unknownTable:
      .error("there is no table or `let` named `{0}`", "没有名为 `{0}` 的表或命名")
    case .unknownColumn:
      .error("there is no column `{0}` here", "此处没有列 `{0}`")
    case .unknownValue:
      .error("`{0}` is not a value of `{1}`", "`{0}` 不是 `{1}` 的取值")
    case .unknownFunction:
      .error("there is no function `{0}`", "没有名为 `{0}` 的函数")
    case .unknownReference:
      .error("nothing is named `${0}`", "没有名为 `${0}` 的值")
    case .duplicateColumn:
      .error("the column `{0}` is named twice", "列 `{0}` 出现了两次")
    case .noLastQuery:
      .error("there is no query before this one to go on from", "之前没有可以接续的查询")
    case .tableAsValue:
      .error("`{0}` is a table, not a value", "`{0}` 是表，不是值")
    case .valueAsTable:
      .error("`{0}` is a value, not a table", "`{0}` 是值，不是表")
    case .ungroupedColumn:
      .error("`{0}` is neither grouped nor aggregated", "`{0}` 既不是分组依据，也没有聚合")
    case .idleDrop:
      .error(
        "`{0}` drops nothing: a list of columns has only those in it",
        "`{0}` 不起作用：列出的列之外本来就没有别的列")
    case .noColumnsLeft:
      .error("no column is left", "一列也没有留下")
    case .unknownType:
      .error("there is no type or unit `{0}`", "没有类型或单位 `{0}`")
    case .builtInFunction:
      .error("`{0}` is a function of the language already", "`{0}` 已是语言自带的函数")
    case .recursiveFunction:
      .error("`{0}` cannot call itself, directly or through others", "`{0}` 不能直接或间接调用自身")
    case .definedLater:
      .error("`{0}` is defined only further down", "`{0}` 到后面才定义")
    case .freeName:
      .error(
        "`{0}` is no parameter of `{1}`, nor a value named before it", "`{0}` 不是 `{1}` 的形参，之前也没有命名")
    case .duplicateParameter:
      .error("the parameter `{0}` is named twice", "形参 `{0}` 出现了两次")
    case .parameterWithoutValue:
      .error("the parameter `{0}` has no value", "参数 `{0}` 没有值")
    case .unusedName:
      .warning("`{0}` is never used", "`{0}` 从未用到")
    case .unusedParameter:
      .warning("`{1}` makes no use of its parameter `{0}`", "`{1}` 没有用到形参 `{0}`")

    case .hiddenWord:
      .warning("`{0}` is the name of {1} of the language too", "`{0}` 也是语言中{1}的名称")
    case .notOneQuery:
      .error(
        "a compiled text has one query, and this has {0}", "要编译的文本应有一条查询，这里有 {0} 条")
    case .unknownParameter:
      .error("the query has no parameter `{0}`", "查询没有名为 `{0}` 的参数")
    case .missingJoinKey:
      .error("nothing says by which columns the tables are joined", "没有写明两张表依据哪些列关联")
    case .unknownJoinColumn:
      .error("the table joined has no column `{0}`", "被关联的表没有列 `{0}`")
    case .valueForColumn:
      .error(
        "`{0}` is a value here; the column of that name stands in backquotes",
        "`{0}` 在此处是值，同名的列要写在反引号中"
      )

    case .quotedColumn:
      .error("`{0}` in quotes is text, and no column", "引号内的 `{0}` 是文本，不是列")

    case .forgottenLet:
      .error("`{0}` has no value to compare; a name is given by `let`", "`{0}` 没有可比较的值；命名用 `令`")

    // Types and units.
    case .incomparable:
      .error("{0} and {1} cannot be compared", "{0}与{1}不能比较")
    case .unaddable:
      .error("{0} and {1} cannot be added or subtracted", "{0}与{1}不能相加减")
    case .percentOfAmount:
      .error("a percentage and {0} cannot be added or subtracted", "{0}不能与百分比相加减")
    case .expectedCondition:
      .error("expected a condition, found {0}", "此处应是条件，而不是{0}")
    case .wrongOperand:
      .error("`{0}` does not take {1}", "`{0}` 不能用于{1}")
    case .wrongArgumentCount:
      .error("`{0}` takes {1} arguments, found {2}", "`{0}` 应有 {1} 个参数，而不是 {2} 个")
    case .wrongArgument:
      .error("argument {1} of `{0}` must be {2}, not {3}", "`{0}` 的第 {1} 个参数应是{2}，而不是{3}")
    case .aggregateOutside:
      .error("`{0}` aggregates rows, and belongs in `summarize`", "`{0}` 是聚合函数，只能用于 `汇总`")
    case .notAnAggregate:
      .error("nothing is aggregated here", "此处没有聚合")
    case .nestedAggregate:
      .error("an aggregate cannot stand within another", "聚合函数不能嵌套")
    case .noConversion:
      .error("{0} cannot be converted to {1}", "{0}不能换算为{1}")
    case .unknownUnit:
      .error("there is no unit `{0}`", "没有单位 `{0}`")
    case .expectedRowCount:
      .error("expected a whole number of rows", "此处应是行数（非负整数）")
    case .unlikeBranches:
      .error("the choices differ: {0} and {1}", "各分支的类型不同：{0}与{1}")
    case .noOrder:
      .error("{0} has no order", "{0}没有先后大小")
    case .unaggregatable:
      .error("`{0}` cannot be taken of {1}", "{1}不能求 `{0}`")
    case .numberTooLong:
      .error("a number has at most {0} digits", "一个数最多 {0} 位")
    case .barePercent:
      .warning("`{0}` is {1} beside percentages", "与百分比相比，`{0}` 就是 {1}")
    case .comparedWithMissing:
      .warning("nothing is equal or unequal to what is missing", "缺失值与任何值都不相等，也不不等")
    case .emptyRange:
      .warning("this range ends before it begins", "该区间先大后小")
    case .groupedDigits:
      .error("`{0}` is read as several numbers", "`{0}` 会读作几个数")
    case .untrackable:
      .error(
        "`track` follows targets of `indicators`, `projects` or `measures`, and none come here",
        "`追踪` 只用于 `指标`、`项目` 或 `民生` 的目标，此处没有"
      )
    case .trackedColumnGone:
      .error(
        "`track` needs {0}, which an operator before it left out or mixed with another table's",
        "`追踪` 需要{0}，之前的操作没有保留，或混入了别的表的列")
    case .windowOutside:
      .error("`{0}` looks at other rows, and belongs in `derive`", "`{0}` 要参照其他行，只能用于 `计算`")
    case .nestedWindow:
      .error("a window function cannot stand within another", "窗口函数不能嵌套")
    case .rankWithoutOrder:
      .error("`{0}` needs an order to rank by", "`{0}` 需要排序才能分出先后")
    case .idleWindow:
      .error("no window function here looks at other rows", "此处没有参照其他行的窗口函数")
    case .chartNotLast:
      .error("a chart is drawn of the whole answer; nothing can follow it", "图表画的是整个结果，其后不能再有操作")

    case .unlikeColumns:
      .error(
        "the column `{0}` is {1} in one table and {2} in another",
        "列 `{0}` 在一张表中是{1}，在另一张表中是{2}"
      )
    case .unpivotable:
      .error("{0} cannot become the name of a column", "{0}不能作列名")
    case .wrongParameterValue:
      .error("`{0}` is {1}, and cannot be {2}", "`{0}` 是{1}，不能是{2}")

    // Run time.
    case .mixedUnits:
      .error("`{0}` over both {1} and {2}", "`{0}` 同时遇到{1}和{2}")
    case .cancelled:
      .error("interrupted", "已中断")
    case .failedCheck:
      .error("{0}: {1}", "{0}：{1}")

    case .severalValues:
      .error("`{0}` has more than one value for {1}: {2} and {3}", "`{0}` 不止一个值（{1}）：{2}和{3}")

    // Limits.
    case .tooDeep:
      .error("nested deeper than {0} levels", "嵌套超过 {0} 层")
    case .sourceTooLarge:
      .error("the text is {0} bytes long; the limit is {1}", "文本长 {0} 字节，上限为 {1} 字节")
    case .tooLong:
      .error("the query has run for {0} seconds, as long as it may", "查询已运行 {0} 秒，到了时限")
    case .tooMuchMemory:
      .error("the rows here take more than {0} MB of memory", "此处的行占用内存超过 {0} MB")
    case .hostFailed:
      .error("`{0}` failed: {1}", "`{0}` 失败：{1}")
    case .tooManyRows:
      .error("`{0}` makes more than {1} rows", "`{0}` 产生的行超过 {1} 行")
    case .answerTooLong:
      .error("the answer has more than {0} rows", "答案超过 {0} 行")
    case .tooManyColumns:
      .error(
        "`{0}` has more than {1} values, too many to become columns",
        "`{0}` 的不同值超过 {1} 个，不能变成列"
      )
    case .queryTooLarge:
      .error(
        "with all the queries it brings in, this one has more than {0} operators",
        "连同所引用的查询，操作超过 {0} 个"
      )
    case .tooManyOperators:
      .error("more than {0} operators in one expression", "一个表达式中的运算符超过 {0} 个")
    case .tooManyMistakes:
      .error("{0} mistakes are shown; from here on there are more", "已列出 {0} 处错误，此后还有")
    case .expansionTooLarge:
      .error("`{0}` grows to more than {1} operations", "`{0}` 展开后超过 {1} 步运算")
    }
  }
}

extension DiagnosticCode {
  /// The fixed texts of this code.
  public var fact: DiagnosticFact { DiagnosticFacts.fact(for: self) }
}
