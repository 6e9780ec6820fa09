import DajuanLedger
import DajuanReports
import Foundation

/// Facts of sentences set under a heading, read as a report delivered in a year.
func facts(
  _ text: String,
  year: Int? = 2022,
  under heading: String = "一、2021年工作回顾"
) throws -> [Fact] {
  let report = try ReportReader.read(
    Array((heading + "\n\n" + text + "\n").utf8),
    options: .init(year: year)
  )
  return report.facts
}

/// Facts of sentences under a heading that plans.
func targets(_ text: String, year: Int? = 2022) throws -> [Fact] {
  try facts(text, year: year, under: "二、2022年工作安排")
}

/// `value unit` with the bound word's sense, as a line for a table.
func line(_ fact: Fact) -> String {
  let number: String
  if let value = fact.value {
    number = value.description
  } else {
    number = (fact.lower?.description ?? "") + ".." + (fact.upper?.description ?? "")
  }
  let bound = fact.bound == .exact || fact.bound == .range ? "" : " " + fact.bound.rawValue
  return number + " " + fact.unit + bound
}

/// The scalars of a text in a range, as offsets of facts count them.
func slice(_ text: String, _ range: Range<Int>) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: Array(text.unicodeScalars)[range])
  return String(view)
}

/// The folder of annotated reports beside the checkout, where it is.
enum Shared {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared")

  static var isPresent: Bool {
    FileManager.default.fileExists(atPath: root.appending(path: "gold/RULES.md").path)
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: path)))
  }

  /// The rows of a tab-separated file as dictionaries, comments left out.
  static func rows(_ path: String) throws -> [[String: String]] {
    let text = String(decoding: try bytes(path), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    guard let header = lines.first?.split(separator: "\t", omittingEmptySubsequences: false) else {
      return []
    }
    return lines.dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return Dictionary(
        zip(header.map(String.init), cells.map(String.init)),
        uniquingKeysWith: { first, _ in first }
      )
    }
  }
}
