internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax

/// A query for each word of the language that shows it on the bundled report.
enum HelpExample {
  /// The query, in English; the vocabulary has those of operators and functions.
  static func of(_ entry: VocabularyEntry) -> String? {
    if let example = entry.example { return example }
    return switch entry.category {
    case .keyword: entry.keyword.flatMap { keywords[$0] }
    case .entity: "\(entry.english) | take 3"
    case .column: column(entry)
    case .value: entry.scope.first.map { value(entry.english, of: $0) }
    case .type: "param x: \(entry.english) = \(types[entry.english] ?? "0"); $x"
    case .operator, .function, .aggregate, .window, .unit: nil
    }
  }

  /// A query in a language, on one line.
  static func worded(_ query: String, in language: Language) -> String {
    guard language == .chinese else { return query }
    let source = Source(query)
    let options = Printer.Options(language: language, width: 1000)
    guard let text = Printer.format(Translation.of(source, into: language), options) else {
      return query
    }
    let lines = text.split(separator: "\n")
    return lines.dropFirst().reduce(lines.first.map(String.init) ?? "") { line, next in
      line + (next.hasPrefix("|") ? " " : "; ") + next
    }
  }

  // MARK: Words without an example of their own

  private static let keywords: [Keyword: String] = [
    .by: "facts | summarize count() by kind",
    .ascending: "indicators | sort growth asc",
    .descending: "indicators | sort growth desc",
    .or: "indicators | where growth > 9% or level > 500亿元",
    .and: "indicators | where nature == target and growth > 5%",
    .not: "indicators | where not (nature == target)",
    .in: "facts | where kind in (project, indicator)",
    .notIn: "facts | where kind not in (project, indicator)",
    .contains: "honours | where name contains \"全国\"",
    .notContains: "honours | where name not contains \"全国\"",
    .starts: "projects | where name starts \"重\"",
    .ends: "projects | where name ends \"项目\"",
    .matches: "projects | where name matches \"*项目\"",
    .overlaps: "facts | where period overlaps 2022",
    .is: "indicators | where growth is present",
    .isNot: "indicators | where growth is not missing",
    .missing: "projects | where investment is missing",
    .present: "projects | where investment is present",
    .exact: "facts | where value is not exact",
    .bar: "indicators | where nature == target and growth is present | chart bar name, growth",
    .line: "projects | where investment is present | chart line period, investment, name",
    .spark: "projects | where investment is present | chart spark investment by nature",
    .to: "375.1亿元 to 万元",
    .true: "facts | summarize any(true)",
    .false: "facts | summarize any(false)",
    .on: "indicators | join reports on period == reviewed | select name, title",
    .inner: "indicators | join inner reports on period == reviewed | select name, title",
    .left: "indicators | join left reports on period == reviewed | select name, title",
    .semi: "indicators | join semi reports on period == reviewed",
    .anti: "indicators | join anti reports on period == reviewed",
    .values: "indicators | pivot nature values growth by name",
  ]

  private static let types = [
    "number": "100", "text": "\"重大项目\"", "period": "2021", "truth": "true", "money": "100亿元",
    "percent": "8%", "kind": "project", "nature": "target", "force": "strive", "role": "growth",
    "bound": "at_least", "level": "national",
  ]

  /// A column beside the one that says what a row is.
  private static func column(_ entry: VocabularyEntry) -> String? {
    guard let home = entry.scope.first else { return nil }
    let name = entry.english
    let (query, lead) =
      switch home {
      case "reports": ("reports", "id")
      case "facts": ("facts", "subject")
      case "track": ("indicators | track", "name")
      case "cite": ("honours | cite", "name")
      case "describe": ("indicators | describe", "column")
      case "count": ("facts | count", "count")
      case "assert": ("projects | assert count is present or investment is present", "")
      default: (home, "name")
      }
    if lead.isEmpty { return query }
    return "\(query) | select \(lead == name ? name : "\(lead), \(name)") | take 3"
  }

  private static func value(_ word: String, of enumeration: String) -> String {
    let query =
      switch enumeration {
      case "level": "honours"
      case "status", "measure": "indicators | track"
      default: "facts"
      }
    return "\(query) | where \(enumeration) == \(word)"
  }
}
