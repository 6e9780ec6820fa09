internal import Dajuan
internal import DajuanSyntax
internal import TerminalText

/// What help tells of beside single words: how the language looks at things, and how the REPL is used.
enum HelpTopic: String, CaseIterable {
  case topics, commands, operators, functions, bounds, missing, units, periods, charts, sources
  case result, output, keys, ledgers

  /// The Chinese name.
  var chinese: String {
    switch self {
    case .topics: "主题"
    case .commands: "命令"
    case .operators: "操作"
    case .functions: "函数"
    case .bounds: "界"
    case .missing: "缺失"
    case .units: "量词"
    case .periods: "期间"
    case .charts: "画图"
    case .sources: "出处"
    case .result: "上一结果"
    case .output: "输出"
    case .keys: "按键"
    case .ledgers: "台账"
    }
  }

  func name(in language: Language) -> String { language == .chinese ? chinese : rawValue }

  /// Every word it is found by.
  var spellings: [String] {
    let others: [String] =
      switch self {
      case .units: ["单位", "units", "quantities", "classifiers"]
      case .result: ["_", "|", "｜"]
      case .output: ["formats"]
      case .charts: ["图"]
      case .ledgers: ["ledger", "ingest", "收录"]
      case .bounds: ["intervals", "上下界"]
      default: []
      }
    return [rawValue, chinese] + others.filter { $0 != rawValue }
  }

  /// The topic a word names.
  static func named(_ word: String) -> HelpTopic? {
    allCases.first { $0.spellings.contains(word) }
  }

  /// The topic that tells more of a word than its page.
  static func explaining(_ entry: VocabularyEntry) -> HelpTopic? {
    switch entry.category {
    case .unit: .units
    case .keyword, .operator, .function, .column, .value:
      byWord[entry.english] ?? (entry.scope == ["bound"] ? .bounds : nil)
    case .aggregate, .window: .functions
    case .entity, .type: nil
    }
  }

  private static let byWord: [String: HelpTopic] = [
    "where": .bounds, "possibly": .bounds, "certainly": .bounds, "low": .bounds, "high": .bounds,
    "mid": .bounds, "width": .bounds, "bound": .bounds, "exact": .bounds,
    "is": .missing, "is not": .missing, "missing": .missing, "present": .missing,
    "coalesce": .missing,
    "to": .units, "unit": .units, "number": .units,
    "period": .periods, "overlaps": .periods, "year": .periods, "quarter": .periods,
    "month": .periods, "start": .periods, "end": .periods, "duration": .periods,
    "chart": .charts, "bar": .charts, "line": .charts, "spark": .charts,
    "cite": .sources, "source": .sources, "statement": .sources,
  ]

  /// Queries that show it, in English; they run on the bundled report.
  var examples: [String] {
    switch self {
    case .bounds:
      [
        "indicators | where growth >= 8% | select name, growth",
        "indicators | where possibly(growth >= 8%) | select name, growth",
      ]
    case .missing:
      [
        "projects | where completed is missing | count",
        "projects | select name, money = coalesce(investment, total_investment)",
      ]
    case .units:
      ["375.1亿元 to 万元", "500亿元 * (1 + 8%)", "facts | where value > 1000人"]
    case .periods:
      [
        "facts | where period == 2021 | count",
        "facts | where period in 2017..2021 | count",
      ]
    case .charts:
      [
        "indicators | where nature == target | chart bar name, growth",
        "projects | where investment is present | chart spark investment by nature",
      ]
    case .sources: ["projects | where completed is present | cite"]
    case .result: ["indicators | where growth >= 8%; _ | count"]
    case .topics, .commands, .operators, .functions, .output, .keys, .ledgers: []
    }
  }

  /// Its body in lines: prose is laid out anew, columns stay as they are.
  func lines(in language: Language, width: Int) -> [String] {
    let lines = body[language].split(separator: "\n").map(String.init)
    switch self {
    case .keys, .ledgers: return lines.flatMap { Paragraph.hanging($0, width: width) }
    default:
      let text = lines.joined(separator: language == .chinese ? "" : " ")
      return Paragraph.lines(text, width: max(8, width))
    }
  }

  /// What it tells; topics that are lists have one line before them.
  var body: Bilingual {
    switch self {
    case .topics: Bilingual("what `.help` tells of beside single words", "除单个词之外，帮助还讲这些")
    // The list alone fills a screen.
    case .commands: Bilingual("", "")
    case .operators: Bilingual("what may follow a `|`", "`｜` 之后可用的操作")
    case .functions: Bilingual("`.help NAME` shows how each is called", "`.帮助 名称` 说明怎样调用")
    case .bounds:
      Bilingual(
        """
        A quantity is an interval: 7.5%以上 is 7.5% or more, 6.8万余人 at least 68,000 and
        fewer than 69,000 people, 约5亿元 half a step of the last digit either way.
        A comparison then has three answers: yes, no, undecided. `where` keeps what is
        certain; the footer counts the rest; `possibly(…)` keeps those open by bounds.
        low(x), high(x), bound(x) take an interval apart; `x is exact` asks for none.
        """,
        """
        数量是区间：7.5%以上 是 7.5% 或更多，6.8万余人 是六万八千以上、不到六万九千，
        约5亿元 上下各半个末位。
        于是比较有三种答案：是、否、难定。`筛选` 只留确定的行，表尾数出其余；
        `可能(…)` 把因界难定的也留下。
        下限(x)、上限(x)、界(x) 拆开区间；`x 是 确切` 问它是不是一个确切的数。
        """)
    case .missing:
      Bilingual(
        """
        What a report does not say is missing, never zero. What is worked out with it is
        missing, too; sum and avg pass over it, count(x) counts what is there.
        A condition on it is undecided: the footer says `4 missing`, apart from what is
        open by bounds and from what has another unit. Missing is last in any order.
        `is missing`, `is present` and coalesce(x, …) deal with it.
        """,
        """
        报告没有说的值是缺失，不是零。由它算出的也缺失；合计、平均跳过它，计数(x) 只数有值的。
        以它为条件则难定：表尾写“4 行缺失”，与因界难定、单位不同分开数。
        无论升序降序，缺失排在最后。
        `是 缺失`、`是 有值` 与 首个有值(x, …) 用来处理它。
        """)
    case .units:
      Bilingual(
        """
        A number carries its unit: 5亿元, 62.2万平方米, 360个, 7.5%, 0.5百分点, 500 km.
        万 and 亿 are counted in. Units have dimensions: money and people do not compare,
        and that is an error before anything runs. `x to 亿元` converts, last of all.
        Counted things have classifiers (个 家 户 人 所 …): a bare number or 个 compares
        with any but 人 and 人次, others with themselves only.
        % and 百分点 are two things: 7% - 6.5% is 0.5百分点.
        """,
        """
        数带着单位：5亿元、62.2万平方米、360个、7.5%、0.5百分点、500公里，万、亿已计入。
        单位有量纲：金额与人数不能比较，这在运行之前就是错误。`x 换算 亿元` 最后才算。
        计数的事物有量词（个、家、户、人、所……）：不带单位的数和 个 可与人、人次以外的
        任何量词比较，其他量词只与自己比较。
        % 与 百分点 是两回事：7% - 6.5% 是 0.5百分点。
        """)
    case .periods:
      Bilingual(
        """
        2021, 2021Q1, 2021-03, 2021-03-05 and 2017..2021 are periods; 2021年 is the same
        as 2021, and ..2021 is all time up to its end.
        `period == 2021` asks for that very period, `in 2017..2021` for one within,
        `overlaps` for one that shares a month. year(p), start(p), end(p), p - 1.
        """,
        """
        2021、2021Q1、2021-03、2021-03-05 与 2017..2021 都是期间；2021年 同 2021，
        ..2021 是到该年末为止的全部时间。
        `期间 == 2021` 问正是这一期，`属于 2017..2021` 问在其中，`重叠` 问有共同的月份。
        年(p)、起始(p)、终止(p)、p - 1。
        """)
    case .charts:
      Bilingual(
        """
        A query that ends in `chart` is drawn: `bar name, value` a bar a row, `line x, y,
        series` points joined, `spark value by group` a small line a group. ░ is what the
        bounds leave open, → has no upper limit. `dajuan -c QUERY --output f.svg` draws SVG.
        """,
        """
        以 `图表` 结尾的查询画成图：`条形 名称, 数值` 每行一条，`折线 横轴, 纵轴, 系列` 连点成线，
        `迷你 数值 按 组` 每组一条小图。░ 是界内未定的部分，→ 没有上限。
        `dajuan -c 查询 --output f.svg` 画成 SVG。
        """)
    case .sources:
      Bilingual(
        """
        Every row knows the sentences it rests on. `| cite` adds them as columns, with the
        lines in the text and on the page it came from; of an aggregate, those of all rows
        that went into it. `.cite 2` shows those of row 2 of the last answer, the figure
        marked, with report, section, rule and corrections.
        """,
        """
        每行都知道自己依据哪些语句。`｜ 出处` 把语句附成列，连同文本行与源页行；聚合的行附上
        所有计入的语句。`.出处 2` 显示上一答案第 2 行的语句，标出其中的数，并写明报告、
        章节、规则与更正。
        """)
    case .result:
      Bilingual(
        """
        `_` is the last result, wherever a table may stand: `_ | take 3`, `join _ on name`,
        `let goals = _`. A line that begins with `|` goes on from it. What is kept is the
        query, not its rows: it is worked out anew with what follows, and the answer is the
        same, as a ledger does not change while it is open.
        """,
        """
        `_` 是上一结果，可写在任何用表的地方：`_ ｜ 取 3`、`关联 _ 依据 名称`、`令 目标 ＝ _`。
        以 `｜` 开头的一行接着它。留下的是查询而不是行：与后面的操作一起重新算出，
        台账打开后不变，所以答案相同。
        """)
    case .output:
      Bilingual(
        """
        `.mode line` shows a row as a block, a column a line; box draws lines around cells;
        `.mode table` goes back. `.mode csv` writes CSV; tsv, json, jsonl, markdown, html and,
        into files, arrow are there, too. In CSV a quantity is written as the report has it:
        number(low(x)) is the plain number.
        `.output f.csv` sends answers to a file, `.output` brings them back, `.once f.csv` is
        for the next alone. `.set` lists the settings: width, rows, pager, timer, lang.
        From a shell: dajuan -c QUERY --format csv --output FILE.
        """,
        """
        `.格式 竖排` 把一行写成一段，每列占一行；方框 给格子加线；`.格式 表格` 回到表格。
        `.格式 csv` 写成 CSV，另有 tsv、json、jsonl、markdown、html，写入文件时还有 arrow。
        CSV 中数量照报告的写法；数(下限(x)) 才是单纯的数。
        `.输出 f.csv` 把答案写入文件，`.输出` 回到终端，`.一次 f.csv` 只管下一个答案。
        `.设置` 列出各项设置：宽度、行数、分页、计时、语言。
        在命令行：dajuan -c 查询 --format csv --output 文件。
        """)
    case .keys:
      Bilingual(
        """
        Tab          completes; again, it lists what may stand there
        ↑ ↓          the statements before, or the lines of one
        Ctrl-R       looks for a statement as you type; Enter runs it
        PageUp       the statements that begin like this one
        Alt-Enter    breaks the line without ending the statement
        Ctrl-A -E    start and end of the line; Ctrl-← → go by words
        Ctrl-W -U -K deletes the word, to the line's start, its end; Ctrl-Y puts it back
        Ctrl-_       undoes the last change
        Ctrl-X Ctrl-E opens the statement in $EDITOR; .set keys vi for vi's keys
        Ctrl-C       drops the line, or stops the query
        Ctrl-D       on an empty line: leaves
        """,
        """
        Tab          补全；再按一次列出此处可用的词
        ↑ ↓          以前的语句，或语句的各行
        Ctrl-R       边输入边查找历史语句；回车即运行
        PageUp       开头与此相同的历史语句
        Alt-回车     换行而不结束语句
        Ctrl-A -E    行首、行尾；Ctrl-← → 按词移动
        Ctrl-W -U -K 删去前一词、至行首、至行末；Ctrl-Y 放回
        Ctrl-_       撤销上一处改动
        Ctrl-X Ctrl-E 在 $EDITOR 中编辑语句；.设置 按键 vi 改用 vi 键位
        Ctrl-C       放弃此行，或中止查询
        Ctrl-D       在空行上：退出
        """)
    case .ledgers:
      Bilingual(
        """
        Without more, the bundled report of 郑州市二七区 is asked.
        .open report.md          asks another report, or several, or a ledger's folder
        .ingest a.md b/ --into l takes reports into the ledger l, made where it is missing,
                                 and opens it; folders with all that is in them
        .ingest c.md             takes one more into the ledger that is open
        .ledger                  what is open, and how much is in it
        In a shell: dajuan review l asks for the facts the rules are least sure of.
        """,
        """
        不另打开时，所查的是自带的郑州市二七区报告。
        .打开 report.md          改查别的报告（可多份），或一个台账文件夹
        .收录 a.md b/ --into l   把报告收进台账 l（没有则新建）并打开它；文件夹连同其中全部
        .收录 c.md               再收一份进正打开的台账
        .台账                    正打开的是什么，里面有多少
        在命令行：dajuan review l 逐条核对规则最没把握的事实。
        """)
    }
  }
}

extension Help {
  /// A topic's page.
  func text(_ topic: HelpTopic) -> String {
    var lines = ["\(topic.rawValue)  \(topic.chinese)  (\(isChinese ? "主题" : "topic"))"]
    lines += topic.lines(in: language, width: width - 2).map { "  " + $0 }
    switch topic {
    case .topics:
      lines += list(HelpTopic.allCases.map { command($0.name(in: language)) }, behind: "  ")
    case .commands: lines.append(commands)
    case .operators:
      var listing = Listing()
      for entry in Vocabulary.entries(in: .operator) {
        listing.add(["  " + entry.english, entry.chinese, entry.gloss[language]])
      }
      lines.append(listing.text(width: width))
    case .functions:
      for category in [VocabularyEntry.Category.aggregate, .window, .function] {
        let words = Vocabulary.entries(in: category).map {
          isChinese ? "\($0.chinese) \($0.english)" : $0.english
        }
        lines += list(words, behind: Self.title(of: category, language))
      }
    default: break
    }
    for example in topic.examples {
      let line = (isChinese ? "例：" : "example: ") + worded(example)
      lines += Paragraph.lines(line, width: max(8, width - 2)).map { "  " + $0 }
    }
    if let page = topic.reference {
      lines.append("  " + (isChinese ? "更多：参考手册 " : "more: the reference page ") + page)
    }
    return lines.joined(separator: "\n").split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { Paragraph.hanging(String($0), width: width) }.joined(separator: "\n")
  }

  private static func title(of category: VocabularyEntry.Category, _ language: Language) -> String {
    switch category {
    case .aggregate: language == .chinese ? "  汇总中  " : "  in summarize  "
    case .window: language == .chinese ? "  计算中  " : "  in derive      "
    default: language == .chinese ? "  任何处  " : "  anywhere       "
    }
  }

  /// The commands that start with a dot, one a line.
  private var commands: String {
    var listing = Listing()
    for command in DotCommand.Name.allCases {
      listing.add([
        "  .\(command.rawValue) \(command.parameters)", ".\(command.chinese)",
        command.brief[language],
      ])
    }
    return listing.text
  }

  func page(on command: DotCommand.Name) -> HelpPage {
    HelpPage(
      title: ".\(command.rawValue) \(command.parameters)  .\(command.chinese)",
      gloss: command.gloss[language] + (command == .explain ? phases : ""))
  }

  /// The phases that `.explain` shows.
  private var phases: String {
    var listing = Listing()
    for phase in Session.Phase.allCases {
      listing.add([phase.rawValue, phase.chinese, phase.gloss[language]])
    }
    return "\n" + listing.text
  }
}

extension HelpTopic {
  /// The page of the reference that tells more.
  var reference: String? {
    switch self {
    case .bounds: "Bounds"
    case .missing: "Missing"
    case .units: "Quantities"
    case .periods: "Periods"
    case .charts: "Charts"
    case .sources: "Sources"
    case .result, .output, .keys, .ledgers: "Repl"
    case .topics, .commands, .operators, .functions: nil
    }
  }
}
