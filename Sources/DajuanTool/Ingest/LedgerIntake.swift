internal import DajuanLedger
internal import DajuanReports
internal import DajuanSyntax

/// Puts reports into a ledger one after the other, and tells what became of each.
struct LedgerIntake: ~Copyable {
  /// What became of a file.
  enum Result: String, CaseIterable {
    case added
    /// Stands in the place of an earlier text of the report.
    case replaced
    /// Its bytes were there already.
    case known
    /// The ledger has the report, and its text, which was missing or changed, is there again.
    case restored
    /// No report, or one that was taken from another file just before.
    case leftOut = "left_out"
    case failed

    /// What a person is told.
    var text: Bilingual {
      switch self {
      case .added: Bilingual("added", "收录")
      case .replaced: Bilingual("replaced", "替换")
      case .known: Bilingual("already there", "已有")
      case .restored: Bilingual("restored", "复原")
      case .leftOut: Bilingual("left out", "未收")
      case .failed: Bilingual("failed", "失败")
      }
    }
  }

  /// What became of a file, with all there is to tell.
  struct Line {
    let path: String
    let result: Result
    var id: String?
    var draft: ReportIntake.Draft?
    var notes: [Bilingual] = []
  }

  /// The ledger, or nothing where this is a rehearsal.
  private var writer: LedgerWriter?
  /// The ledger's folder.
  private let folder: String
  /// The reports as they will be, by their ids.
  private var reports: [String: StoredReport]
  /// The ids of the reports of a place and year.
  private var ids: [String: [String]] = [:]
  /// The ids that this run has given, with the files they came from.
  private var given: [String: String] = [:]
  /// The ids of this run by the checksums of their texts.
  private var texts: [String: String]
  private var uncommitted = 0
  /// So many reports are handed over to the ledger at a time.
  private static let batch = 256

  init(_ writer: consuming LedgerWriter?, folder: String, reports: [StoredReport]) {
    self.writer = writer
    self.folder = folder
    self.reports = Dictionary(reports.map { ($0.id, $0) }) { first, _ in first }
    texts = Dictionary(reports.map { ($0.sha256, $0.id) }) { first, _ in first }
    for report in reports { ids[Self.placeAndYear(report), default: []].append(report.id) }
  }

  /// Takes in what a file came to.
  mutating func take(_ path: String, _ outcome: ReportIntake.Outcome) throws(StoreError) -> Line {
    switch outcome {
    case .interrupted: preconditionFailure("what was interrupted is not taken in")
    case .failed(let reason): return Line(path: path, result: .failed, notes: [reason])
    case .leftOut(let reason): return Line(path: path, result: .leftOut, notes: [reason])
    case .known(let id): return Line(path: path, result: .known, id: id)
    case .intact(let text, let id): return try restore(text, id, from: path)
    case .read(let draft): return try take(path, draft)
    }
  }

  private mutating func take(
    _ path: String, _ draft: ReportIntake.Draft
  ) throws(StoreError) -> Line {
    if let id = texts[draft.stored.sha256] { return try restore(draft.text, id, from: path) }
    var stored = draft.stored
    var notes = draft.notes
    let rival = rival(of: stored)
    if let rival, let other = given[rival.id] {
      return Line(
        path: path, result: .leftOut, id: rival.id,
        notes: [
          Bilingual(
            "\(other), just taken in, has the same place, year and title",
            "刚收的 \(other) 与它的地方、年份、标题相同")
        ])
    }
    stored.id = rival?.id ?? freeID(for: stored)
    stored.file = stored.id + Self.ending(of: stored)
    if let rival {
      notes.insert(
        Bilingual(
          "stands for the text of \(rival.origin.name); corrections stay",
          "取代 \(rival.origin.name) 的文字，更正保留"), at: 0)
    }
    try writer?.stage(draft.text, stored)
    if let rival {
      texts[rival.sha256] = nil
    } else {
      ids[Self.placeAndYear(stored), default: []].append(stored.id)
    }
    reports[stored.id] = stored
    given[stored.id] = path
    texts[stored.sha256] = stored.id
    uncommitted += 1
    if uncommitted >= Self.batch { try commit() }
    return Line(
      path: path, result: rival == nil ? .added : .replaced, id: stored.id, draft: draft,
      notes: notes)
  }

  /// Puts the text of a report the ledger has back, unless it is there.
  private func restore(
    _ text: [UInt8], _ id: String, from path: String
  ) throws(StoreError) -> Line {
    // What this run took in is there.
    guard given[id] == nil, let stored = reports[id], !LedgerFolder.holds(stored, in: folder)
    else { return Line(path: path, result: .known, id: id) }
    try writer?.restore(text, stored)
    return Line(
      path: path, result: .restored, id: id,
      notes: [
        Bilingual("its text in the ledger was missing or changed", "台账里它的文字曾缺失或被改动")
      ])
  }

  /// Makes what was taken in part of the ledger, for now without its rows in the tables.
  private mutating func commit() throws(StoreError) {
    try writer?.commit()
    uncommitted = 0
  }

  /// Makes what was taken in part of the ledger, and its tables those of all it has.
  ///
  /// - Returns: What a person should know that stops nothing.
  mutating func finish() throws(StoreError) -> [String] {
    if reports.isEmpty { return [] }
    uncommitted = 0
    return try writer?.commitWithTables() ?? []
  }

  // MARK: Names

  /// The report that a text is another version of.
  private func rival(of stored: StoredReport) -> StoredReport? {
    for id in ids[Self.placeAndYear(stored)] ?? [] {
      if let report = reports[id], Self.isSameReport(report, stored) { return report }
    }
    return nil
  }

  private static func placeAndYear(_ report: StoredReport) -> String {
    "\(report.place ?? "")\t\(report.year ?? 0)"
  }

  /// Whether a text is another version of a report: same place, year and title.
  private static func isSameReport(_ one: StoredReport, _ other: StoredReport) -> Bool {
    guard let place = one.place, let year = one.year else { return false }
    return place == other.place && year == other.year
      && plain(one.title, of: one) == plain(other.title, of: other)
  }

  /// A title without the place and year that some versions put into it.
  private static func plain(_ title: String?, of report: StoredReport) -> String {
    var words = title ?? "政府工作报告"
    for word in [report.place ?? "", report.year.map { "\($0)年" } ?? ""] where !word.isEmpty {
      while let range = words.firstRange(of: word) { words.removeSubrange(range) }
    }
    return words.filter { $0.isLetter || $0.isNumber }
  }

  /// PLACE-YEAR, or what the file is called; with a piece of the checksum where that is taken.
  private func freeID(for stored: StoredReport) -> String {
    let stem = stored.origin.name.lastIndex(of: ".").map { stored.origin.name[..<$0] }
    let year = stored.year.map(String.init)
    let words =
      stored.place.map { [$0, year ?? "undated"] } ?? [
        String(stem ?? stored.origin.name[...]), year ?? "",
      ]
    // A name is made of letters and digits, whatever the report says.
    let name = words.map { word in String(word.filter { $0.isLetter || $0.isNumber }.prefix(24)) }
      .filter { !$0.isEmpty }.joined(separator: "-")
    let plain = name.isEmpty ? "report" : name
    if reports[plain] == nil { return plain }
    var length = 8
    while reports[plain + "-" + stored.sha256.prefix(length)] != nil, length < 64 { length *= 2 }
    return plain + "-" + stored.sha256.prefix(length)
  }

  /// Texts keep their ending; what is taken out of a document is plain text.
  private static func ending(of stored: StoredReport) -> String {
    let ending = stored.origin.name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return ["md", "html", "htm"].contains(ending) ? "." + ending : ".txt"
  }
}
