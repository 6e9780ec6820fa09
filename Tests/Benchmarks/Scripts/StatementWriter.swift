/// Writes one statement of a sample script, and what says the same in SQL.
struct StatementWriter {
  /// How many came before, for names that are made once only.
  let number: Int
  private(set) var random: SplitMix

  mutating func write() -> (query: String, sql: String) {
    switch number % 10 {
    case 0: targets()
    case 1: investmentByArea()
    case 2: completionRate()
    case 3: namedQuery()
    case 4: growthOnTheYear()
    case 5: livelihood()
    case 6: largeFacts()
    case 7: joined()
    case 8: categories()
    default: sources()
    }
  }

  private mutating func year() -> Int { Int.random(in: 2017...2022, using: &random) }
  private mutating func count() -> Int { Int.random(in: 2...90, using: &random) }
  private mutating func tenths() -> String {
    "\(Int.random(in: 1...90, using: &random)).\(Int.random(in: 1...9, using: &random))"
  }

  private mutating func targets() -> (String, String) {
    let (year, rate) = (year(), tenths())
    return (
      """
      # Targets of \(year) that certainly reach \(rate)%, the highest first.
      indicators
      | where nature == target and period == \(year) and growth >= \(rate)%
      | sort growth desc, name
      | select name, growth, share, force, source

      """,
      """
      -- Targets of \(year) that certainly reach \(rate)%, the highest first.
      SELECT name, growth, share, force, source FROM indicators
      WHERE nature = 'target' AND period = \(year) AND growth >= \(rate)
      ORDER BY growth DESC, name;

      """
    )
  }

  private mutating func investmentByArea() -> (String, String) {
    let (year, least) = (year(), tenths())
    return (
      """
      # \(year)年各板块的投资，不含 \(least)亿元 以下的
      项目 ｜ 筛选 期间 == \(year) 且 投资 ≥ \(least)亿元 且 名称 不包含 “预留”
        ｜ 汇总 总额 ＝ 合计(投资)， 平均额 ＝ 平均(投资)， 个数 ＝ 计数() 按 板块， 性质
        ｜ 排序 总额 降序， 板块 ｜ 取 \(count())

      """,
      """
      -- \(year)年各板块的投资，不含 \(least)亿元 以下的
      SELECT area, nature, sum(investment) AS 总额, avg(investment) AS 平均额, count(*) AS 个数
      FROM projects WHERE period = \(year) AND investment >= \(least) * 100000000
      AND name NOT LIKE '%预留%' GROUP BY area, nature ORDER BY 总额 DESC, area LIMIT \(count());

      """
    )
  }

  private mutating func completionRate() -> (String, String) {
    let rate = tenths()
    return (
      """
      def rate\(number)(part, whole) = part / whole to %
      projects | where completed is present and count > \(count())
        | derive done = rate\(number)(completed, count), open = count - completed  # 在建
        | where not (done < \(rate)%) or started ?? 0 > 3 | select name, done, open, place

      """,
      """
      SELECT name, completed / count * 100 AS done, count - completed AS open, place  -- 在建
      FROM projects WHERE completed IS NOT NULL AND count > \(count())
      AND (NOT (completed / count * 100 < \(rate)) OR coalesce(started, 0) > 3);

      """
    )
  }

  private mutating func namedQuery() -> (String, String) {
    let (from, rate) = (year(), tenths())
    return (
      """
      let least\(number) = \(rate)万元
      let done\(number) = projects | where nature == actual and period in \(from)..\(from + 3)
      done\(number) | where investment * 2 - $least\(number) > \(rate)亿元 and place != "某区" | count

      """,
      """
      WITH done\(number) AS
      (SELECT * FROM projects WHERE nature = 'actual' AND period BETWEEN \(from) AND \(from + 3))
      SELECT count(*) FROM done\(number) WHERE investment * 2 - \(rate) * 10000 > \(rate) * 100000000
      AND place <> '某区';

      """
    )
  }

  private mutating func growthOnTheYear() -> (String, String) {
    let name = ["地区生产总值", "固定资产投资", "社会消费品零售总额"].randomElement(using: &random) ?? ""
    return (
      """
      indicators
      | where name == "\(name)" and nature == actual and level is present
      | derive before = lag(level) by place sort period
      | derive step = (level - before) / before to %, place_in_line = rank() by period sort level desc
      | where step > \(tenths())% | sort period, step desc

      """,
      """
      SELECT *, (level - before) / before * 100 AS step,
      rank() OVER (PARTITION BY period ORDER BY level DESC) AS place_in_line FROM
      (SELECT *, lag(level) OVER (PARTITION BY place ORDER BY period) AS before FROM indicators
      WHERE name = '\(name)' AND nature = 'actual' AND level IS NOT NULL)
      WHERE (level - before) / before * 100 > \(tenths()) ORDER BY period, step DESC;

      """
    )
  }

  private mutating func livelihood() -> (String, String) {
    let year = year()
    return (
      """
      民生 | 筛选 （领域 == “教育” 或 领域 == “医疗”） 且 数量 有值 且 受益人数 > \(tenths())万人
      | 计算 人均 ＝ 数量 ÷ 受益人数， 年份 ＝ \(year)
      | 去重 名称， 地区， 期间
      | 选取 名称， 地区， 期间 # 只看这三列

      """,
      """
      SELECT DISTINCT name, place, period FROM -- 只看这三列
      (SELECT *, quantity / beneficiaries AS 人均, \(year) AS 年份 FROM measures
      WHERE (category = '教育' OR category = '医疗') AND quantity IS NOT NULL
      AND beneficiaries > \(tenths()) * 10000);

      """
    )
  }

  private mutating func largeFacts() -> (String, String) {
    let (people, area) = (tenths(), tenths())
    return (
      """
      facts | where unit == "人" and value > \(people)万人 or unit == "平方米" and value >= \(area)万平方米
        | where subject not contains '合计' and text matches "*新增*" and bound(value) != about
        | derive middle = if(value is exact, value, mid(value)) | select subject, middle, text

      """,
      """
      SELECT subject, CASE WHEN id IS NULL THEN quantity ELSE quantity / 2 END AS middle, source
      FROM (SELECT *, name AS subject, force AS unit FROM facts)
      WHERE (unit = '人' AND quantity > \(people) * 10000 OR unit = '平方米' AND
      quantity >= \(area) * 10000) AND subject NOT LIKE '%合计%' AND source GLOB '*新增*';

      """
    )
  }

  private mutating func joined() -> (String, String) {
    let year = year()
    return (
      """
      # What was promised in \(year), beside what was done in the year after.
      measures | where period == \(year) and nature == target | select name, place, promised = quantity
      | join left (measures | where period == \(year + 1) | select name, place, done = quantity) on
          name, place
      | where done is missing or promised is exact

      """,
      """
      -- What was promised in \(year), beside what was done in the year after.
      SELECT a.name, a.place, a.quantity AS promised, b.quantity AS done
      FROM (SELECT * FROM measures WHERE period = \(year) AND nature = 'target') a
      LEFT JOIN (SELECT * FROM measures WHERE period = \(year + 1)) b
      ON a.name = b.name AND a.place = b.place WHERE b.quantity IS NULL OR a.quantity > 0;

      """
    )
  }

  private mutating func categories() -> (String, String) {
    (
      """
      measures | summarize n = count(), least = min(quantity), most = max(coverage) by category, period
        | where n > \(count()) and least is present | sort n desc, category asc | skip \(count()) | take 10

      """,
      """
      SELECT category, period, count(*) AS n, min(quantity) AS least, max(coverage) AS most
      FROM measures GROUP BY category, period
      HAVING count(*) > \(count()) AND min(quantity) IS NOT NULL
      ORDER BY n DESC, category ASC LIMIT 10 OFFSET \(count());

      """
    )
  }

  private mutating func sources() -> (String, String) {
    (
      """
      指标 ｜ 筛选 可能(增速 > \(tenths())％) 且 期间 属于 [2020, 2021, 2022年] 或 总量 ≥ \(tenths())亿元 ｜ 排序 名称
      ｜ 选取 指标名 ＝ 名称， 增速， 总量， 期间， 出处

      """,
      """
      SELECT name AS 指标名, growth, level, period, source FROM indicators
      WHERE growth > \(tenths()) AND period IN (2020, 2021, 2022) OR level >= \(tenths()) * 100000000
      ORDER BY name;

      """
    )
  }
}
