internal import DajuanSyntax

/// A step of the walk through the bundled report.
struct TourStep {
  let title: Bilingual
  /// What is about to be asked.
  let before: Bilingual
  /// The query, the same in both languages.
  let query: Bilingual
  /// What to look at in the answer.
  let after: Bilingual

  private init(
    _ title: (String, String), _ before: (String, String), _ query: (String, String),
    look after: (String, String)
  ) {
    self.title = Bilingual(title.0, title.1)
    self.before = Bilingual(before.0, before.1)
    self.query = Bilingual(query.0, query.1)
    self.after = Bilingual(after.0, after.1)
  }

  /// From the first table to charts. Each fits 24 rows of 80 columns with its answer.
  static let all = [
    TourStep(
      ("A table", "一张表"),
      (
        "A report in prose becomes six tables. A table alone is already a question; "
          + "`select` chooses its columns.",
        "一份报告的文字成为六张表。单写一张表就是一个问题；`选取` 挑出要看的列。"
      ),
      (
        "projects | select name, count, investment, period, nature | take 6",
        "项目 ｜ 选取 名称，数量，投资，期间，性质 ｜ 取 6"
      ),
      look: (
        "A dash is what the report does not say: missing, never zero. Figures keep the "
          + "words of the report.",
        "短横是报告没有说的：缺失，不是零。数照报告的写法。"
      )),
    TourStep(
      ("Rows, in either language", "挑出若干行，中英文皆可"),
      (
        "`where` keeps rows. Every word has a Chinese spelling, and full-width signs are the "
          + "same: this asks for what was invested, 10 billion yuan and more.",
        "`筛选` 留下符合条件的行。每个词也有英文写法，全角半角标点相同，可以混用。"
      ),
      (
        "项目 ｜ 筛选 投资 ≥ １００亿元 ｜ 选取 名称，投资，period ｜ 排序 投资 降序",
        "项目 ｜ 筛选 投资 ≥ １００亿元 ｜ 选取 名称，投资，period ｜ sort 投资 desc"
      ),
      look: (
        "100亿元 is a quantity with a unit. Compare it with 1000人 and you are told so "
          + "before anything runs.",
        "１００亿元 是带单位的数。拿它与 1000人 比较，运行之前就会报错。"
      )),
    TourStep(
      ("Adding up", "汇总"),
      (
        "`summarize … by` makes one row of each group.",
        "`汇总 … 按` 把每组变成一行。"
      ),
      (
        "projects | summarize total = sum(investment), n = count() by period, nature",
        "项目 ｜ 汇总 总额 ＝ 合计(投资)，个数 ＝ 计数() 按 期间，性质"
      ),
      look: (
        "Sums are exact and skip what is missing. A line that starts with | would go on "
          + "from here.",
        "合计精确，跳过缺失的值。以 ｜ 开头的一行可由此接着问。"
      )),
    TourStep(
      ("New columns", "新的列"),
      (
        "Things of one kind divide into a plain number; `to` puts it into another unit.",
        "同类的量相除得到一个数；`换算` 换成别的单位。"
      ),
      (
        "projects | where completed is present | select name, count, completed, "
          + "rate = completed / count to %",
        "项目 ｜ 筛选 完工 有值 ｜ 选取 名称，数量，完工，完工率 ＝ 完工 ÷ 数量 换算 ％"
      ),
      look: (
        "261个 of 311个 are finished. 个, 家, 所 are classifiers: `.help units`.",
        "311 个中完工 261 个。个、家、所是量词：`.帮助 量词`。"
      )),
    TourStep(
      ("Bounds", "界"),
      (
        "7.5%以上 is 7.5% or more. Whether that is at least 8%, nobody can say: such rows "
          + "are undecided, and `where` keeps only what is certain.",
        "7.5%以上 是 7.5% 或更多。它是否不低于 8%，谁也说不准：这样的行难定，`筛选` 只留确定的行。"
      ),
      (
        "indicators | where growth >= 8% | select name, growth",
        "指标 ｜ 筛选 增速 ≥ ８％ ｜ 选取 名称，增速"
      ),
      look: (
        "The line below counts those undecided by bounds apart from those missing, and tells "
          + "how to see them.",
        "表尾把因界难定的与缺失的分开数，并说明怎样看到它们。"
      )),
    TourStep(
      ("Promises", "承诺"),
      (
        "`track` sets each target beside what was reported later, in any report of the ledger.",
        "`追踪` 把每个目标与后来所报的实绩对照，台账中各份报告都算。"
      ),
      (
        "indicators | track | select name, target, implied, actual, status",
        "指标 ｜ 追踪 ｜ 选取 名称，目标，推算，实绩，状态"
      ),
      look: (
        "One report alone leaves them pending; the next year's decides. `implied` is the "
          + "level that a promised growth comes to.",
        "只有一份报告，都还待报；下一年的报告一到便有结果。“推算”是目标增速对应的总量。"
      )),
    TourStep(
      ("Where it says so", "出处"),
      (
        "Every row knows its sentence. `cite` adds it, with its lines on the page it came from.",
        "每行都知道自己依据的语句。`出处` 附上语句及其在来源网页中的行。"
      ),
      (
        "projects | where investment >= 300亿元 | cite | select investment, statement, page_line",
        "项目 ｜ 筛选 投资 ≥ ３００亿元 ｜ 出处 ｜ 选取 投资，语句，源页行"
      ),
      look: (
        "After any answer, `.cite 2` shows the sentence behind row 2 with the figure marked.",
        "任何答案之后，`.出处 2` 显示第 2 行依据的语句，并标出其中的数。"
      )),
    TourStep(
      ("A chart", "画图"),
      (
        "A query that ends in `chart` is drawn.",
        "以 `图表` 结尾的查询画成图。"
      ),
      (
        "indicators | where nature == target and growth is present | chart bar name, growth",
        "指标 ｜ 筛选 性质 ＝ 目标 且 增速 有值 ｜ 图表 条形 名称，增速"
      ),
      look: (
        "The arrows are bounds: nobody promised a ceiling. With --output it becomes SVG.",
        "箭头是界：没有人说过上限。用 --output 可写成 SVG。"
      )),
  ]

  /// What is said behind the last.
  static let ending = Bilingual(
    """
    That is all it takes. Next:
      .examples                      questions to try here
      .ingest report.md --into mine  your own reports, asked in the same way
      .help                          the rest
    """,
    """
    会这些就够了。接下来：
      .示例                          可以在这里试的问题
      .收录 报告.md --into 我的台账  收进自己的报告，用法相同
      .帮助                          其余的
    """)
}
