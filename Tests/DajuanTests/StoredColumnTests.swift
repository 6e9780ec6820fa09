import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

/// Working on columns as they are stored, on any number of threads and in pieces of any size, gives
/// what working value by value gives.
@Suite struct StoredColumnTests {
  private static let queries = scans + joins + windows + arithmetic

  private static let scans = [
    "indicators | count",
    "indicators | where nature == actual | count",
    "indicators | where place == \"甲区\" and level > 100万元 | select name, level, period",
    "indicators | where level >= 100万元 or growth < 5% | count",
    "indicators | where not (level == 1000000元) | select name, level",
    "indicators | where level != 100万元 and nature != target | count",
    "indicators | where 100万元 <= level | count",
    "indicators | where possibly(level > 100万元) and certainly(growth <= 5%) | count",
    "indicators | where level > 1亩 | count",
    "indicators | where level < 0.3平方米 or level > 3公里 | count",
    "indicators | where name contains \"生产\" and period in 2019..2021 | select name, period",
    "indicators | where level is missing or unit(level) == \"元\" | count",
    "indicators | where level > growth | count",
    "indicators | where place is present | where growth > 0% | where name starts \"地\" | count",
    "indicators | summarize n = count(), a = count(level), b = count(place), c = count(period)",
    "indicators | summarize n = count() by place, name",
    "indicators | where level > 0元 | summarize n = count(), s = sum(growth), m = avg(growth) by name",
    "indicators | summarize s = sum(level) by unit(level)",
    "indicators | summarize low = min(level), high = max(level) by unit(level), place",
    "indicators | summarize m = median(growth), q = quantile(growth, 0.2) by period",
    "indicators | summarize m = median(level) by unit(level)",
    "indicators | summarize d = count_distinct(name), e = count_distinct(place) by period",
    "indicators | summarize d = count_distinct(year(period)), e = count_distinct(unit(level))",
    "indicators | summarize f = first(level), l = last(level), p = last(place) by name",
    "indicators | summarize n = count() by year(period), place contains \"甲\"",
    "indicators | summarize s = sum(growth), m = avg(share)",
    "indicators | where level == missing | summarize n = count(), s = sum(growth)",
    "indicators | where nature == target | summarize s = sum(level) by name",
    "indicators | sort growth desc | summarize n = count(), f = first(growth) by name",
    "indicators | sort level, name desc, place | take 7 | select name, level, place",
    "indicators | where growth > 3% | sort level desc | take 5",
    "indicators | sort growth | select name, growth, place",
    "indicators | sort level desc | select level",
    "indicators | sort level | take 3",
    "indicators | sort nature, period desc, growth, name | select nature, period, growth, name",
    "indicators | where growth > 0% | sort place, growth desc | take 6",
    "indicators | sort unit(level), year(period) desc, share | take 9",
    "indicators | where nature == actual | sort name | skip 2 | take 4",
    "indicators | sort growth | take 0",
    "indicators | sort place == \"甲区\", growth > 2% | select place, growth",
    "indicators | derive g = growth * 2 | summarize s = sum(g), t = sum(level * 2) by unit(level)",
    "indicators | distinct place, name",
    "indicators | derive d = growth - share, e = level * 2, f = -growth | select d, e, f",
    "indicators | derive q = level / growth, r = growth / share - 1 | select q, r",
    "indicators | derive r = growth / share - 1 | where r >= 8% | select name, r",
    "indicators | derive r = growth / share - 1, s = growth / 3 | where r < s | select r, s",
    "indicators | where low(level) >= high(growth) or growth < share | count",
    "indicators | where growth == share or growth != low(share) | select growth, share",
    "indicators | where growth > 0% | summarize s = sum(round(growth)), n = count() by name",
    "indicators | where nature == actual | summarize m = max(abs(level)), s = sum(growth) by place",
    "indicators | sort growth desc | summarize a = avg(greatest(growth, 1%)) by period, name",
    "indicators | summarize s = sum(low(growth)), t = sum(growth + share), m = max(high(growth))",
    "indicators | summarize s = sum(if(growth > share, 1, 0)), t = avg(growth - share) by place",
    "indicators | summarize m = median(growth - 1%), l = min(growth * 2) by name",
    "indicators | summarize s = sum(case(growth > 2%, 1个, share > 1%, 2家, 0个)) by name",
    "indicators | derive a = level + 1元, b = level - level, c = 7% - growth | select a, b, c",
    "indicators | derive x = low(growth) / high(share), y = x * 2 | where y > 1 or y < -1 | select x, y",
    "indicators | where growth > 0% | distinct period, nature | select period, nature",
    "indicators | distinct level, name | select name, level",
    "indicators | where nature == actual | distinct name",
    "indicators | take 2 by place, name | select name, level",
    "indicators | where level > 0元 | skip 1 by year(period), place | select name, period",
    "indicators | sort growth | take 1 by unit(level)",
    "indicators | summarize x = stddev(growth), y = any(growth > 5%) by place",
  ]

  private static let joins = [
    "indicators | where nature == actual | join (indicators | where nature == target) on place, name, period",
    "indicators | join left (indicators | where growth > 0%) on place, period | select name, growth, growth_2",
    "indicators | where level > 0元 | join semi (indicators | where growth < 3%) on name, nature",
    "indicators | join anti (indicators | where growth < 3%) on place, name | select name, place",
    "indicators | join left (indicators | take 0) on name | count",
    "indicators | join (measures | select name, category) on name | select name, category, level",
    "indicators | join left measures on name, place | select name, quantity, growth",
    "measures | join left (indicators | where level > 0元) on name, period | select name, level",
    "indicators | join semi measures on place == category | count",
    "indicators | join anti measures on period, place | count",
    "indicators | select name, growth | join (indicators | select growth, place) on growth | count",
    """
    indicators | where growth > -3%
    | join (indicators | where level > 1元 | where nature == target) on place, name
    | where level > level_2 or growth < growth_2 | sort name, level
    | select name, level, level_2, period_2 | distinct name, period_2
    """,
    "indicators | join (indicators | distinct place) on place | join left measures on name | count",
    "indicators | join indicators on nature | count",
  ]

  private static let windows = [
    "indicators | derive b = lag(level) by place, name sort period | select name, level, b",
    "indicators | derive b = lead(growth, 2) by name sort period desc, place | select growth, b",
    "indicators | derive b = lag(place, 1) sort name, nature desc | select name, place, b",
    "indicators | derive n = row_number() by place sort level | select place, level, n",
    "indicators | where growth is exact | derive r = rank() by name sort growth desc | select name, r",
    "indicators | derive r = rank(), n = row_number() by year(period) sort name | select r, n",
    "indicators | derive s = running_sum(growth) by place sort period | select growth, s",
    "indicators | derive s = running_sum(level) by unit(level), name | select level, s",
    "indicators | derive s = running_sum(level) by name | select level, s",
    "indicators | derive p = share_of(growth) by place | select growth, p",
    "indicators | derive s = running_sum(growth * 2), b = lag(level - growth) by name | select s, b",
    """
    indicators | where nature == actual | derive before = lag(level) by place, name sort period
    | derive step = level / before - 1 | where step >= 8% | summarize n = count() by period
    """,
    """
    indicators | derive x = level + growth | derive y = lag(x) by place sort name
    | where y > 0元 or x == y | select x, y
    """,
    "indicators | derive level = lag(level), d = level - lag(level) sort period | select level, d",
  ]

  private static let arithmetic = [
    "indicators | derive a = level + level, b = level - level, c = level * level, d = level / level",
    "indicators | derive a = growth + share, b = growth - share, c = growth * share, d = growth / share",
    "indicators | derive a = level * 3, b = level / 7, c = 2 * level, d = 5 / level, e = -growth",
    "indicators | derive a = growth + 1%, b = 3百分点 - share, c = level - 5元, d = level / 0.1元",
    "indicators | derive a = level / 3 / 7 - level / 3, b = growth / 7 * share / 3 | select a, b",
    "indicators | derive a = level / 3 | where a > 1元 or a <= -0.3元 | select a",
    "indicators | derive a = (level + 9元) / (level + 11元) | where a != 1 and not (a < 0.5) | select a",
    "indicators | derive a = growth / share | where a == 1 or a > 0.5 | summarize n = count(), s = sum(a)",
    "indicators | derive l = low(level), h = high(growth / 3), w = width(share) | select l, h, w",
    "indicators | summarize n = count(), s = sum(if(growth > share, 1, 0)), t = avg(low(growth)) by place",
    "indicators | where level > 0元 | summarize s = sum(growth + share), m = max(level / 2) by name",
    "indicators | where growth >= share or level == level | select growth, share",
    "indicators | where growth - share > 1百分点 and level / 2 < level | select growth, share",
    "indicators | derive a = level * growth, b = level / growth, c = level + growth | select a, b, c",
    "indicators | derive a = growth, b = a / 2 | sort b | take 9 | select name, a, b",
  ]

  private static func rows(seed: UInt64) throws -> LedgerRows {
    var random = SeededGenerator(seed: seed)
    var rows = LedgerRows()
    rows.reports = [ReportRow(id: "r", characters: 1, facts: 1)]
    rows.sources = [SourceRow(report: 0, section: "", statement: "句", lines: 1...1)]
    let moneyAlone = seed % 3 == 0
    let units = moneyAlone ? ["元"] : ["元", "个", "家", "亩", "平方米", "米", "人", "吨"]
    func quantity(_ units: [String]) throws -> Quantity? {
      if Int.random(in: 0..<6, using: &random) == 0 { return nil }
      let unit = try #require(Unit.named(units.randomElement(using: &random) ?? "元"))
      let interval = RandomQuantities.interval(&random)
      switch Int.random(in: 0..<60, using: &random) {
      // Numbers that do not fit fixed point, and binary ones.
      case 0 where seed % 4 == 1:
        return Quantity(Interval(.exact(Decimal(coefficient: 1, exponent: -9))), unit)
      case 1 where seed % 4 == 1: return Quantity(Interval(.binary(1.0 / 3)), unit)
      default:
        let scaled = interval.multiplied(by: Ratio(unit.name == "元" ? 10_000 : 1))
        return Quantity(scaled, unit, surface: Bool.random(using: &random) ? "原文" : nil)
      }
    }
    for _ in 0..<Int.random(in: 0...90, using: &random) {
      rows.indicators.append(
        IndicatorRow(
          name: ["地区生产总值", "工业生产", "常住人口", "用地"].randomElement(using: &random) ?? "",
          level: try quantity(units), growth: try quantity(["%"]),
          share: try quantity(["%", "百分点"]),
          standing: SampleRows.standing(
            ["甲区", "乙区", nil].randomElement(using: &random) ?? nil,
            Bool.random(using: &random) ? .actual : .target,
            [2019, 2020, 2021, nil].randomElement(using: &random) ?? nil, [0])))
    }
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      rows.measures.append(
        MeasureRow(
          name: ["用地", "地区生产总值", "养老服务", "工业生产"].randomElement(using: &random) ?? "",
          category: ["乙区", "教育", nil].randomElement(using: &random) ?? nil,
          quantity: try quantity(units),
          standing: SampleRows.standing(
            ["乙区", "丙区", "甲区", nil].randomElement(using: &random) ?? nil, .actual,
            [2022, 2021, 2019, nil].randomElement(using: &random) ?? nil, [0])))
    }
    return rows
  }

  /// What a query comes to: its cells and footer, or its failure.
  private static func outcome(
    _ query: CheckedQuery, _ ledger: Ledger, threads: Int, usesKernels: Bool, pieceSize: Int
  ) -> [String] {
    do throws(QueryFailure) {
      let answer = try Executor.run(
        Plan(query), on: ledger, limits: QueryLimits(threads: threads), usesKernels: usesKernels,
        pieceSize: pieceSize)
      let rows = (0..<answer.table.count).map { "\(answer.table.row($0))" }
      return rows + ["\(answer.undecided)", answer.condition ?? ""]
    } catch {
      return [error.diagnostic.code.rawValue, "\(error.diagnostic.message(in: .english))"]
    }
  }

  @Test(arguments: 0..<24)
  func givesWhatWorkingValueByValueGives(seed: UInt64) throws {
    let ledger = Ledger(try Self.rows(seed: seed))
    let environment = Environment(ledger: ledger)
    for text in Self.queries {
      let source = Source(text)
      let checked = Checker.check(
        ParsedScript.parse(source).script, in: source, environment: environment)
      #expect(checked.diagnostics.allSatisfy { $0.severity != .error }, "\(text)")
      guard case .query(let query)? = checked.statements.first else { continue }
      let plain = Self.outcome(query, ledger, threads: 1, usesKernels: false, pieceSize: 1 << 16)
      for (threads, pieceSize) in [(1, 1 << 16), (1, 5), (3, 5), (2, 32)] {
        let found = Self.outcome(
          query, ledger, threads: threads, usesKernels: true, pieceSize: pieceSize)
        let difference = zip(found, plain).first { $0 != $1 }
        #expect(
          found.count == plain.count && difference == nil,
          "\(text), \(threads) threads, pieces of \(pieceSize): \(difference as Any)")
      }
    }
  }
}
