internal import Dajuan
internal import DajuanLedger
internal import DajuanReports

/// A ledger that could not be opened.
enum LedgerFailure: Error {
  case file(FileFailure)
  case report(path: String, ReadError)

  var description: String {
    switch self {
    case .file(let failure): failure.description
    case .report(let path, let error): "\(path): \(error.description)"
    }
  }

  /// The file.
  var path: String {
    switch self {
    case .file(let failure): failure.path
    case .report(let path, _): path
    }
  }

  /// What is wrong, without the file's name.
  var message: String {
    switch self {
    case .file(let failure): failure.message
    case .report(_, let error): error.description
    }
  }
}

/// Opening what `-l` and `.open` name.
enum LedgerOpening {
  /// The ledger of the given reports, or the bundled one where none is given.
  static func open(_ paths: [String]) throws(LedgerFailure) -> Ledger {
    if paths.isEmpty {
      do throws(ReadError) {
        return try Ledger.bundled()
      } catch {
        throw .report(path: "erqi-2022", error)
      }
    }
    var rows = LedgerRows()
    for (path, name) in zip(paths, names(of: paths)) {
      rows.append(report: try report(path), id: name)
    }
    return Ledger(rows)
  }

  /// Reads one report.
  static func report(
    _ path: String, year: Int? = nil, place: String? = nil
  ) throws(LedgerFailure) -> Report {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileReading.bytes(of: path)
    } catch {
      throw .file(error)
    }
    do throws(ReadError) {
      let report = try ReportReader.read(bytes, options: .init(year: year, place: place))
      let hints = PathHints(path)
      let isDated = year != nil || report.planned != nil || hints.year == nil
      let isPlaced = report.place != nil || hints.place == nil
      if isDated && isPlaced { return report }
      return try ReportReader.read(
        bytes,
        options: .init(
          year: isDated ? year : hints.year, place: isPlaced ? report.place : hints.place))
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
