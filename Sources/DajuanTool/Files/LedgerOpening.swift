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
    var names: Set<String> = []
    for path in paths {
      rows.append(report: try report(path), id: name(of: path, among: &names))
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
      return try ReportReader.read(bytes, options: .init(year: year, place: place))
    } catch {
      throw .report(path: path, error)
    }
  }

  /// The file's name without its folder and ending, made unique.
  private static func name(of path: String, among names: inout Set<String>) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    let base = stem.isEmpty ? file : stem
    var name = base
    var number = 2
    while !names.insert(name).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }
}
