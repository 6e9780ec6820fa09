internal import Dajuan
internal import DajuanLedger
internal import DajuanReports
internal import DajuanSyntax
internal import Glibc
internal import TerminalText

/// What `.ledger` tells of what is open.
struct LedgerSummary {
  let ledger: Ledger
  let opened: OpenedReports
  let language: Language
  /// The columns and rows of the terminal.
  let window: (width: Int, height: Int)

  private var isChinese: Bool { language == .chinese }

  /// Lines that fit the window; a long list of reports is cut.
  var text: String {
    var listing = Listing()
    func add(_ english: String, _ chinese: String, _ value: String?) {
      if let value { listing.add([isChinese ? chinese : english, value]) }
    }
    add("open", "打开的是", name)
    add("reports", "报告", String(ledger.table(.reports).count))
    add("rows", "行数", counts)
    add("periods", "期间", periods)
    add("corrections", "更正", corrections)
    add("doubtful", "没有把握", doubts)
    add("on disk", "磁盘上", disk)
    add("tables", "表", tables)
    let head = listing.text(width: window.width).split(separator: "\n").map(String.init)
    return (head + [""] + reports(rows: window.height - head.count - 3))
      .map { DisplayWidth.truncate($0, to: window.width) }.joined(separator: "\n")
  }

  // MARK: What is open

  private var name: String {
    if opened.paths.isEmpty { return isChinese ? "自带的报告" : "the bundled report" }
    let paths = opened.paths.prefix(3).map(TerminalText.visible).joined(separator: ", ")
    return paths + (opened.paths.count > 3 ? ", …" : "")
  }

  private var counts: String {
    Entity.allCases.filter { $0 != .reports }.map { entity in
      let entry = Vocabulary.entry(spelled: entity.rawValue, in: .entity)
      let count = ledger.table(entity).count
      return isChinese ? "\(entry?.chinese ?? "") \(count)" : "\(count) \(entity.rawValue)"
    }.joined(separator: isChinese ? "，" : ", ")
  }

  /// The first and the last year of the facts. Cost: one look at each distinct period.
  private var periods: String? {
    var years: (first: Int, last: Int)?
    let table = ledger.table(.facts)
    guard let index = table.schema.index(of: "period"),
      case .period(let column) = table.columns[index]
    else { return nil }
    for period in column.periods {
      // All time up to a year tells its end alone.
      let last = Int(period.last / 12)
      let first = period.first.map { Int($0 / 12) } ?? last
      years = (min(years?.first ?? first, first), max(years?.last ?? last, last))
    }
    return years.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)–\($0.last)" }
  }

  // MARK: How sure it is

  private var corrections: String? {
    guard let folder = opened.folder, let opened = try? LedgerFolder(folder),
      let file = try? opened.corrections()
    else { return nil }
    let count = file.corrections.count
    if count == 0 { return isChinese ? "无" : "none" }
    let facts = Set(file.corrections.map(\.anchor)).count
    return isChinese ? "\(count) 处，涉及 \(facts) 个事实" : "\(count), of " + counted(facts, "fact")
  }

  /// So many facts are read again to be doubted: half a second's worth.
  private static let doubtedFacts = 20_000

  private var doubts: String? {
    let facts = ledger.table(.facts).count
    let way = opened.folder.map { " · dajuan review " + TerminalText.visible($0) } ?? ""
    guard facts <= Self.doubtedFacts else {
      return (isChinese ? "事实太多，未数" : "not counted, there are too many facts") + way
    }
    let doubts = opened.reports().flatMap { $0.doubts() }
    let open = doubts.count { !$0.reasons.isEmpty }
    return (isChinese ? "\(open) 个事实" : counted(open, "fact")) + (open == 0 ? "" : way)
  }

  // MARK: On disk

  private var disk: String? {
    guard let folder = opened.folder else { return nil }
    var bytes = 0
    for part in ["", "/" + LedgerFolder.reportsName, "/" + LedgerFolder.tablesName] {
      for name in (try? FileReading.names(in: folder + part)) ?? [] {
        var status = stat()
        if stat("\(folder)\(part)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG {
          bytes += Int(status.st_size)
        }
      }
    }
    return Self.size(bytes)
  }

  static func size(_ bytes: Int) -> String {
    let units = [(1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "kB")]
    guard let (size, name) = units.first(where: { bytes >= $0.0 }) else { return "\(bytes) B" }
    let tenths = bytes * 10 / size
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10) \(name)" : "\(tenths / 10) \(name)"
  }

  private var tables: String? {
    guard let folder = opened.folder, let found = try? LedgerFolder.openTables(of: folder) else {
      return isChinese ? "在内存中" : "in memory"
    }
    switch found {
    case .success: return isChinese ? "从文件映射" : "mapped from its files"
    case .failure(let problem):
      return (isChinese ? "由文本读出：" : "read from the texts: ")
        + TerminalText.visible(problem.description(folder: folder))
    }
  }

  // MARK: Reports

  /// One report a line: id, place, year, facts; as many as fit, but three at least.
  private func reports(rows: Int) -> [String] {
    let table = ledger.table(.reports)
    let room = max(3, rows)
    let shown = table.count <= room ? table.count : room - 1
    var listing = Listing()
    for row in 0..<shown {
      let words = ["id", "place", "planned", "facts"].map { name -> String in
        guard let column = table.schema.index(of: name) else { return "" }
        switch table[row, column] {
        case .text(let text): return TerminalText.visible(text)
        case .period(let period): return period.description
        case .quantity(let quantity):
          return isChinese ? "\(quantity.text()) 个事实" : "\(quantity.text()) facts"
        default: return "–"
        }
      }
      listing.add(words)
    }
    var lines = listing.text.split(separator: "\n").map(String.init)
    if shown < table.count {
      let left = table.count - shown
      lines.append(
        isChinese
          ? "… 另有 \(left) 份：报告 ｜ 选取 编号，地区，计划期，事实数"
          : "… and \(left) more: reports | select id, place, planned, facts")
    }
    return lines
  }
}
