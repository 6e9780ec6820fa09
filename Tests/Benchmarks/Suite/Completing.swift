import Dajuan
import DajuanLedger
import Foundation

/// The Tab key: what may stand at cursors all over statements of many sorts, on a made ledger.
///
/// Every cursor is asked about in a session of its own, as the first Tab of a person is, and again in one
/// that has been asked before.
enum Completing {
  /// Statements that cursors are all over.
  static let statements = [
    "facts | where place == \"", "事实 ｜ 筛选 地区 ＝ “", "facts | where subject == zd",
    "facts | where section contains \"20", "facts | where unit in (\"亿元\", \"",
    "facts | where value > 5亿元 and nature == target | sort value desc | take 10",
    "事实 ｜ 筛选 数值 ≥ 100万元 且 性质 ＝ 目标 ｜ 选取 地区，主体，数值，期间 ｜ 排序 数值 降序",
    "facts | summarize n = count(), total = sum(value) to 亿元 by place, period | sort total desc",
    "事实 ｜ 汇总 合计(数值) 按 地区，期间 ｜ 透视 期间 取值 合计_数值 按 地区",
    "facts | pivot nature values value by place | select place, actual, target",
    "facts | derive step = value - lag(value) by place sort period | where step is present",
    "facts | join left (reports | select place, date) on place | where date in 2019..2021",
    "facts | union facts | distinct place, subject | describe",
    "indicators | track | where status == missed and gap > 1百分点 | cite",
    "let big = facts | where value > 1亿元; big | summarize count() by place | chart bar place, count",
    "def share(part, whole) = part / whole to %; facts | derive s = share(value, value)",
    "param year: period = 2021; facts | where period == $year and not (bound == about)",
    "facts | assert value is present and if(role == growth, value < 100%, true), \"message\"",
    "500亿元 * (1 + 8%) to 万元", "facts | select a = place, b = subject | where a == \"",
  ]

  /// What was measured for ledgers of one size.
  struct Result {
    let facts: Int
    /// Each cursor's time: the text before it, the first time, and the time of a later Tab.
    let times: [(text: String, first: Double, later: Double)]
  }

  /// Asks at every cursor. The ledger is as a user's is: its tables mapped, its pages in memory after one
  /// query, as after the tool's greeting.
  static func measure(_ ledger: Ledger, facts: Int, runs: Int) -> Result {
    let clock = ContinuousClock()
    let cursors = statements.flatMap(places)
    let warm = Session(ledger: ledger)
    // What the process makes once, such as the table of readings, is part of the very first Tab alone.
    var offered = 0
    for text in cursors { offered += ask(warm, text) }
    Workload.expect(offered > cursors.count * 5, "only \(offered) candidates")
    let times = cursors.map { text in
      var first: [Double] = []
      var later: [Double] = []
      for _ in 0..<runs {
        let fresh = Session(ledger: ledger)
        first.append(clock.measure { _ = ask(fresh, text) } / .seconds(1))
        later.append(clock.measure { _ = ask(warm, text) } / .seconds(1))
      }
      return (text, first.sorted()[runs / 2], later.sorted()[runs / 2])
    }
    return Result(facts: facts, times: times)
  }

  private static func ask(_ session: Session, _ text: String) -> Int {
    session.candidates(in: text, at: text.unicodeScalars.count).candidates.count
  }

  /// The text up to the first letter of each word, up to its end, and up to the blank behind it.
  private static func places(_ statement: String) -> [String] {
    let scalars = Array(statement.unicodeScalars)
    return (1...scalars.count).filter { place in
      let (before, after) = (scalars[place - 1], place < scalars.count ? scalars[place] : " ")
      let isStart = place == 1 || !scalars[place - 2].properties.isAlphabetic
      return isStart || !after.properties.isAlphabetic || !before.properties.isAlphabetic
    }.map { String(String.UnicodeScalarView(scalars[..<$0])) }
  }
}

extension Report {
  /// Adds the times of completion.
  mutating func add(_ results: [Completing.Result]) {
    var table = TextTable([
      "facts", "cursors", "median ms", "99 of 100", "slowest", "the same again: median",
      "99 of 100",
      "slowest",
    ])
    var slowest: [String] = []
    for result in results {
      table.rows.append(
        [String(result.facts), String(result.times.count)]
          + Self.figures(result.times.map(\.first)) + Self.figures(result.times.map(\.later)))
      if let worst = result.times.max(by: { $0.first < $1.first }) {
        slowest.append("behind `\(worst.text)`")
      }
    }
    let note =
      "What may stand at cursors all over \(Completing.statements.count) statements: the first time "
      + "in a session, and again. The slowest place is \(slowest.joined(separator: ", and "))."
    add(Section(title: "The Tab key", note: note, table: table))
  }

  /// The median, the time that 99 of 100 keep, and the slowest.
  private static func figures(_ seconds: [Double]) -> [String] {
    let sorted = seconds.sorted()
    return [sorted.count / 2, sorted.count * 99 / 100, sorted.count - 1].map {
      TextTable.milliseconds(sorted[$0])
    }
  }
}
