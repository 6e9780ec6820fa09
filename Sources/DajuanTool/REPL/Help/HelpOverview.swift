internal import DajuanSyntax
internal import TerminalText

extension Help {
  /// What is of most use, on one screen of 80 columns and 24 rows, or on more rows of fewer columns.
  var overview: String {
    overviewLines.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { Paragraph.hanging(String($0), width: width) }.joined(separator: "\n")
  }

  private var overviewLines: String {
    let tables = Vocabulary.entries(in: .entity).map { $0.spelling(in: language) }
    let operators = Vocabulary.entries(in: .operator).map { $0.spelling(in: language) }
    return isChinese
      ? """
      一条查询从一张表开始，用 ｜ 连接各个操作：

        指标 ｜ 筛选 性质 == 目标 ｜ 排序 增速 降序
        项目 ｜ 汇总 合计(投资) 按 期间, 性质

      \(list(tables, behind: "表    ").joined(separator: "\n"))
      \(list(operators, behind: "操作  ").joined(separator: "\n"))
      每个词都有英文写法，可混用；全角半角标点相同。以 ｜ 开头的一行接着上一条查询。

        .导览            两分钟走一遍自带的报告
        .示例            可以试的问题；.示例 3 问第三个
        .帮助 词         某个词、列、单位或错误：.帮助 筛选，.帮助 亿元，.帮助 DJ0301
        .帮助 主题       界、缺失、量词、期间、图、输出、按键等
        .帮助 命令       所有以点开头的命令
        .出处 2          上一答案第 2 行依据的语句
        .台账            正打开的是什么；.收录 报告.md --into 我的台账 建自己的台账

      Tab 补全，↑ 回到以前的语句，Ctrl-C 中止，Ctrl-D 或 .退出 离开。
      """
      : """
      A question starts with a table and flows through operators joined by |:

        indicators | where nature == target | sort growth desc
        projects | summarize sum(investment) by period, nature

      \(list(tables, behind: "tables     ").joined(separator: "\n"))
      \(list(operators, behind: "operators  ").joined(separator: "\n"))
      Every word has a Chinese spelling, too. A line that starts with | goes on from
      the last question.

        .tour            a walk through the bundled report, two minutes
        .examples        questions to try; .examples 3 asks the third
        .help WORD       a word, column, unit or mistake: .help where, .help DJ0301
        .help topics     bounds, missing, units, periods, charts, output, keys, …
        .help commands   all commands that start with a dot
        .cite 2          the sentence behind row 2 of the last answer
        .ledger          what is open; .ingest report.md --into mine makes your own

      Tab completes, ↑ goes back to what was asked, Ctrl-C stops, .quit leaves.
      """
  }

  /// Words in a row, parted by commas, behind a heading under which further rows are indented.
  func list(_ words: [String], behind start: String) -> [String] {
    let indent = DisplayWidth.of(start)
    var lines: [String] = []
    var line = ""
    for (index, word) in words.enumerated() {
      let piece = word + (index == words.count - 1 ? "" : isChinese ? "，" : ",")
      let next = line.isEmpty ? piece : line + (isChinese ? "" : " ") + piece
      if !line.isEmpty, indent + DisplayWidth.of(next) > min(width, 80) {
        lines.append(line)
        line = piece
      } else {
        line = next
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.enumerated().map { index, line in
      (index == 0 ? start : String(repeating: " ", count: indent)) + line
    }
  }
}
