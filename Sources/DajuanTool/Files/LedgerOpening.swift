internal import Dajuan
internal import DajuanLedger
internal import DajuanReports
internal import DajuanSyntax

/// A ledger that could not be opened.
enum LedgerFailure: Error {
  case file(FileFailure)
  case report(path: String, ReadError)
  case document(path: String, reason: Bilingual)
  case store(StoreError)
  case interrupted(path: String)

  /// The file and what is wrong with it.
  var description: String { description(in: .english) }

  /// The file; a ledger's message names its own.
  var path: String? {
    switch self {
    case .file(let failure): failure.path
    case .report(let path, _), .document(let path, _), .interrupted(let path): path
    case .store: nil
    }
  }

  /// What is wrong, without the file's name.
  var message: String { message(in: .english) }
}

/// Opening what `-l` and `.open` name.
enum LedgerOpening {
  /// The ledger of the given reports and ledger folders, or the bundled one where none is given.
  ///
  /// - Parameters:
  ///   - paths: Files are reports, folders are ledgers.
  ///   - warn: Told of what a person should know and what stops nothing.
  /// - Returns: The ledger.
  /// - Throws: Why one of them cannot be opened.
  static func open(
    _ paths: [String], warn: (String) -> Void = reportWarning
  ) throws(LedgerFailure) -> Ledger {
    if paths.isEmpty {
      do throws(ReadError) {
        return try Ledger.bundled()
      } catch {
        throw .report(path: "erqi-2022", error)
      }
    }
    if paths.count == 1, LedgerFolder.isFolder(paths[0]) { return try open(paths[0], warn) }
    var rows = LedgerRows()
    let files = paths.filter { !LedgerFolder.isFolder($0) }
    var names = Dictionary(
      zip(files, names(of: files)).map { ($0, [$1]) }, uniquingKeysWith: +)
    for path in paths {
      if names[path]?.isEmpty == false {
        let name = names[path]?.removeFirst() ?? path
        rows.append(report: try report(path, runsPrograms: false), id: name)
      } else {
        try append(path, to: &rows, warn)
      }
    }
    return Ledger(rows)
  }

  /// The ledger of one folder.
  private static func open(
    _ path: String, _ warn: (String) -> Void
  ) throws(LedgerFailure) -> Ledger {
    do throws(StoreError) {
      let (ledger, warnings) = try Ledger.read(folder: path)
      warnings.forEach(warn)
      return ledger
    } catch {
      throw .store(error)
    }
  }

  /// Adds the reports of a ledger folder to others, read from its texts.
  private static func append(
    _ path: String, to rows: inout LedgerRows, _ warn: (String) -> Void
  ) throws(LedgerFailure) {
    do throws(StoreError) {
      let reading = try LedgerReading(LedgerFolder(path), into: rows)
      rows = reading.rows
      for warning in reading.warnings { warn(warning) }
    } catch {
      throw .store(error)
    }
  }

  /// Reads one report from a file.
  static func report(
    _ path: String, year: Int? = nil, place: String? = nil, runsPrograms: Bool
  ) throws(LedgerFailure) -> Report {
    let document = try ReportDocument(path, runsPrograms: runsPrograms)
    do throws(ReadError) {
      return try HintedReading(document.text, path: path, year: year, place: place).report
    } catch {
      throw .report(path: path, error)
    }
  }

  /// Short names for reports: each file's name without its ending, with as many folders before it
  /// as tell all of them apart; a file given twice is numbered.
  static func names(of paths: [String]) -> [String] {
    let parts = paths.map { path -> [Substring] in
      var parts = path.split(separator: "/")
      if let file = parts.popLast() {
        let stem = file.lastIndex(of: ".").map { file[..<$0] } ?? file
        parts.append(stem.isEmpty ? file : stem)
      }
      return parts
    }
    let deepest = parts.map(\.count).max() ?? 1
    var names: [String] = []
    for depth in 1...max(1, deepest) {
      names = parts.map { $0.suffix(depth).joined(separator: "/") }
      if Set(names).count == names.count { return names }
    }
    var seen: [String: Int] = [:]
    return names.map { name in
      seen[name, default: 0] += 1
      let count = seen[name] ?? 1
      return count == 1 ? name : "\(name)#\(count)"
    }
  }
}

/// A report read with what is known beside its text: what a person says of it holds, and what the
/// file is called helps where the text does not tell.
struct HintedReading {
  let report: Report
  /// The place it was read with, where its words alone did not do.
  let givenPlace: String?
  /// The year it was read with, where its words alone did not do.
  let givenYear: Int?

  init(_ bytes: [UInt8], path: String, year: Int?, place: String?) throws(ReadError) {
    let report = try ReportReader.read(bytes, options: .init(year: year, place: place))
    let hints = PathHints(path)
    let isDated = year != nil || report.planned != nil || hints.year == nil
    let isPlaced = report.place != nil || hints.place == nil
    givenYear = isDated ? year : hints.year
    givenPlace = isPlaced ? place : hints.place
    self.report =
      isDated && isPlaced
      ? report
      : try ReportReader.read(bytes, options: .init(year: givenYear, place: givenPlace))
  }
}

/// What a path tells of a report that its text does not: collections are often kept as PLACE/YEAR.
private struct PathHints {
  /// The folder's name, where it is that of a province, city, district or county.
  let place: String?
  /// The year the file is named after.
  let year: Int?

  init(_ path: String) {
    let parts = path.split(separator: "/")
    let folder = parts.dropLast().last.map(String.init)
    place = folder.flatMap { name in
      name.count > 1 && name.last.map("省市区县州盟旗".contains) == true ? name : nil
    }
    let digits = parts.last?.prefix { $0.isASCII && $0.isNumber } ?? ""
    year = digits.count == 4 ? Int(digits).flatMap { (1949...2100).contains($0) ? $0 : nil } : nil
  }
}
