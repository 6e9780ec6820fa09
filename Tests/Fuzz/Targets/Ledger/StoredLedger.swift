import Dajuan
package import DajuanLedger
import DajuanReports
import DajuanSyntax
import Foundation

/// A ledger's folder in a temporary one, which goes with it, and what tests do to it.
package final class StoredLedger: Sendable {
  package let folder: String
  package var path: String { folder + "/ledger" }

  /// An empty one, in a folder of temporary files.
  package init(in parent: String = "/tmp") throws {
    var template = Array("\(parent)/dajuan-store.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw POSIXError(.EIO) }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The same files in another place.
  package func copy() throws -> StoredLedger {
    let copy = try StoredLedger()
    if FileManager.default.fileExists(atPath: path) {
      try FileManager.default.copyItem(atPath: path, toPath: copy.path)
    }
    return copy
  }

  // MARK: Writing

  /// A report of a place that is on no map.
  package static func report(_ place: String, _ year: Int, growth: String = "7.5%") -> String {
    """
    # \(place)政府工作报告

    ——\(year)年1月12日在\(place)第三届人民代表大会第二次会议上

    ## 一、\(year - 1)年工作回顾

    地区生产总值完成84.2亿元，增长\(growth)。新建幼儿园6所。获评全国文明城市。

    ## 二、\(year)年工作安排

    地区生产总值增长8%以上。力争新修水渠37公里，总投资约2.5亿元。

    """
  }

  /// Takes reports in, as `ingest` does.
  @discardableResult
  package func ingest(_ reports: [(id: String, text: String)]) throws -> [String] {
    var writer = try LedgerWriter(path, tool: ToolVersion.text, creates: true)
    for (id, text) in reports {
      let bytes = Array(text.utf8)
      try writer.stage(
        bytes,
        StoredReport(
          id: id, file: id + ".md", sha256: SHA256.hex(bytes),
          origin: .init(name: id, sha256: SHA256.hex(bytes), form: "UTF-8")))
    }
    return try writer.commitWithTables()
  }

  /// Corrects the period of a fact, as `correct` does.
  package func correct(_ report: String, _ quote: String, period: String) throws {
    do {
      let writer = try LedgerWriter(path, tool: ToolVersion.text, creates: false)
      var file = try writer.corrections()
      file.append([
        Correction(
          anchor: .init(report: report, prefix: "", quote: quote, suffix: ""), field: .period,
          value: period)
      ])
      try writer.replaceCorrections(file)
    }
    var writer = try LedgerWriter(path, tool: ToolVersion.text, creates: false)
    _ = try writer.commitWithTables()
  }

  // MARK: Reading

  /// What the ledger answers to a query a table; nothing where there is no ledger.
  package func answers() throws -> String? {
    if LedgerFolder.isVacant(path) { return nil }
    return try Self.answers(
      of: Ledger.open(folder: path).ledger,
      [
        "reports | select id, place, planned", "facts | select report, text, value, period | cite",
        "indicators | select name, level, growth, source", "honours | select name, level, source",
      ])
  }

  /// Queries that touch whatever tables hold.
  package static let queries = [
    "reports | select id, place, planned, facts",
    "facts | select report, section, text, value, unit, bound, nature, period, source",
    "facts | where value > 5 % or text contains \"亿\" | sort value desc | cite",
    "facts | summarize n = count(), m = max(value) by unit, nature",
    "indicators | select name, level, growth, period | cite",
    "indicators | where nature == target | track",
    "projects | select name, count, total_investment, source",
    "measures | summarize n = count(), q = count_distinct(name) by period",
    "honours | select name, level, period | cite",
    "facts | sort period, value | take 5 | select subject, value",
    "facts | summarize s = sum(value), a = median(value) by unit, year(period)",
    "facts | join indicators on subject == name | select report, value, level",
    "facts | derive x = lag(value) by unit sort period | where x < value | count",
    "facts | distinct place, kind, role, force | describe",
  ]

  package static func answers(
    of ledger: Ledger, _ queries: [String] = queries, threads: Int? = nil
  ) throws -> String {
    var session = Session(ledger: ledger)
    session.limits.threads = threads
    var text = ""
    for query in queries {
      do throws(ScriptError) {
        try session.run(Source(query)) { $0.write(RenderOptions(format: .csv), to: &text) }
      } catch {
        text += "\(error.diagnostics.map(\.code.rawValue))\n"
      }
    }
    return text
  }
}
