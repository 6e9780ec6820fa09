/// `ledger.json`: what a ledger folder holds. What it does not name is not part of the ledger.
package struct LedgerManifest: Hashable, Sendable {
  /// The version of the folder's format that is written.
  package static let format = 1

  /// The version of the tool that wrote it last.
  package var tool: String
  /// In the order they were taken in.
  package var reports: [StoredReport]
  /// The tables made of them; `nil` where there are none.
  package var tables: StoredTables?

  /// Makes a manifest.
  package init(tool: String, reports: [StoredReport] = [], tables: StoredTables? = nil) {
    self.tool = tool
    self.reports = reports
    self.tables = tables
  }
}

/// A report in a ledger folder.
package struct StoredReport: Hashable, Sendable {
  /// What it was read from.
  package struct Origin: Hashable, Sendable {
    /// The file's name, without its folder.
    package var name: String
    /// The SHA-256 of its bytes.
    package var sha256: String
    /// What it was: `UTF-8`, `UTF-16`, `GB18030 or Big5`, `PDF`, `docx`.
    package var form: String

    /// Makes an origin.
    package init(name: String, sha256: String, form: String) {
      self.name = name
      self.sha256 = sha256
      self.form = form
    }
  }

  /// Unique in the ledger; corrections and queries name it.
  package var id: String
  /// The name of its text in `reports/`, UTF-8.
  package var file: String
  /// The SHA-256 of that text.
  package var sha256: String
  package var origin: Origin
  /// The place and year to read it with, where its words do not tell.
  package var givenPlace: String?
  package var givenYear: Int?
  // What was found in it, for lists of the ledger without reading it again.
  package var title: String?
  package var place: String?
  package var level: String?
  package var year: Int?
  package var facts: Int

  /// Makes an entry.
  package init(
    id: String, file: String, sha256: String, origin: Origin, givenPlace: String? = nil,
    givenYear: Int? = nil, title: String? = nil, place: String? = nil, level: String? = nil,
    year: Int? = nil, facts: Int = 0
  ) {
    self.id = id
    self.file = file
    self.sha256 = sha256
    self.origin = origin
    self.givenPlace = givenPlace
    self.givenYear = givenYear
    self.title = title
    self.place = place
    self.level = level
    self.year = year
    self.facts = facts
  }
}

// As JSON, one report a line, so that two versions compare well.
extension LedgerManifest {
  /// The file's text.
  package var json: String {
    var text = "{\n\"format\": \(Self.format),\n\"tool\": \(JSONText.string(tool)),\n"
    if let tables { text += "\"tables\": \(tables.json),\n" }
    return text + reportsText
  }

  /// How the end of the text begins, which lists the reports.
  private static let reportsStart = "\"reports\": ["

  private var reportsText: String {
    Self.reportsStart + reports.map { "\n" + $0.json }.joined(separator: ",")
      + (reports.isEmpty ? "]\n}\n" : "\n]\n}\n")
  }

  /// The checksum of the list of reports as it is written: of which texts, with what is given of them.
  var reportsChecksum: String { XXH64.hex(of: Array(reportsText.utf8)) }

  /// What the text says before the list of reports, where that is the very list the tables were made
  /// of; `nil` where it has to be read. So a ledger of many reports opens without reading what it is
  /// not asked for.
  static func head(of file: MappedFile, folder: String) -> LedgerManifest? {
    let bytes = file.bytes
    guard let start = startOfReports(in: bytes),
      let manifest = try? LedgerManifest(
        Array(bytes[..<start]) + Array((reportsStart + "]}").utf8), folder: folder),
      let tables = manifest.tables
    else { return nil }
    let list = UnsafeRawBufferPointer(rebasing: bytes[start...])
    return XXH64.hex(of: list) == tables.origin.reports ? manifest : nil
  }

  /// Where the list of reports begins: at the start of a line, not far behind the file's.
  private static func startOfReports(in bytes: UnsafeRawBufferPointer) -> Int? {
    let mark = Array(reportsStart.utf8)
    for (place, byte) in bytes.prefix(1 << 16).enumerated() where byte == UInt8(ascii: "\n") {
      if bytes[(place + 1)...].starts(with: mark) { return place + 1 }
    }
    return nil
  }

  /// Reads the file's text.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - folder: The ledger's folder, for what is told of mistakes.
  /// - Throws: What is wrong with it.
  package init(_ bytes: [UInt8], folder: String) throws(StoreError) {
    let file = folder + "/" + LedgerFolder.manifestName
    let value: JSONValue
    do throws(JSONProblem) {
      value = try JSONReader.value(of: bytes)
    } catch {
      throw .damaged(file: file, reason: error.description)
    }
    guard let format = value["format"]?.int, format > 0 else {
      throw .foreign(folder: folder, reason: "its \(LedgerFolder.manifestName) has no format")
    }
    guard format <= Self.format else { throw .newer(folder: folder, format: format) }
    guard let entries = value["reports"]?.array else {
      throw .damaged(file: file, reason: "there is no list of reports in it")
    }
    self.init(
      tool: value["tool"]?.string ?? "", tables: value["tables"].flatMap(StoredTables.init))
    for (index, entry) in entries.enumerated() {
      guard let report = StoredReport(entry) else {
        throw .damaged(file: file, reason: "report \(index + 1) lacks its id, file or checksum")
      }
      guard StoredReport.isPlain(report.file) else {
        throw .damaged(file: file, reason: "report \(index + 1) names a file outside the ledger")
      }
      // Its text's name begins with it.
      guard StoredReport.isPlain(report.id) else {
        throw .damaged(file: file, reason: "report \(index + 1) has an id that can name no file")
      }
      if let problem = StoredReport.problem(entry) {
        throw .damaged(file: file, reason: "report \(index + 1): \(problem)")
      }
      reports.append(report)
    }
    for names in [reports.map(\.id), reports.map(\.file)] where Set(names).count < names.count {
      throw .damaged(file: file, reason: "two reports have one id or one file")
    }
  }
}

extension StoredReport {
  /// Whether a name is that of a file straight in the folder of reports.
  static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && !name.utf8.contains(UInt8(ascii: "/"))
      && !name.utf8.contains(0)
  }

  /// The years a report can be of.
  private static let years = 1...9999

  /// What is wrong with the numbers of an entry, or nothing; those that need not be there may be
  /// missing.
  fileprivate static func problem(_ json: JSONValue) -> String? {
    for name in ["year", "given_year"] {
      guard let value = json[name], !value.isNull else { continue }
      guard let year = value.int, years.contains(year) else {
        return "its \(name) is no year from \(years.lowerBound) to \(years.upperBound)"
      }
    }
    guard let facts = json["facts"], !facts.isNull else { return nil }
    guard let count = facts.int, count >= 0 else { return "its facts are no count" }
    return nil
  }

  fileprivate init?(_ json: JSONValue) {
    guard let id = json["id"]?.string, !id.isEmpty, let file = json["file"]?.string,
      let sha256 = json["sha256"]?.string, let origin = json["origin"],
      let name = origin["name"]?.string, let digest = origin["sha256"]?.string
    else { return nil }
    self.init(
      id: id, file: file, sha256: sha256,
      origin: Origin(name: name, sha256: digest, form: origin["form"]?.string ?? ""),
      givenPlace: json["given_place"]?.string, givenYear: json["given_year"]?.int,
      title: json["title"]?.string, place: json["place"]?.string, level: json["level"]?.string,
      year: json["year"]?.int, facts: json["facts"]?.int ?? 0)
  }

  fileprivate var json: String {
    var fields: [(name: String, json: String)] = [
      ("id", JSONText.string(id)), ("file", JSONText.string(file)),
      ("sha256", JSONText.string(sha256)),
      (
        "origin",
        JSONText.object([
          ("name", JSONText.string(origin.name)), ("form", JSONText.string(origin.form)),
          ("sha256", JSONText.string(origin.sha256)),
        ])
      ),
    ]
    func add(_ name: String, _ text: String?) {
      if let text { fields.append((name, JSONText.string(text))) }
    }
    func add(_ name: String, _ number: Int?) {
      if let number { fields.append((name, String(number))) }
    }
    add("given_place", givenPlace)
    add("given_year", givenYear)
    add("title", title)
    add("place", place)
    add("level", level)
    add("year", year)
    add("facts", facts)
    return JSONText.object(fields)
  }
}
