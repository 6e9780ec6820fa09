import Foundation

/// What a process that runs one engine is asked to do, and what it answers: JSON in a file, JSON on
/// its standard output.
struct EngineRequest: Codable {
  struct Question: Codable {
    let name: String
    let text: String
    let columns: [EngineQuery.ResultColumn]
    /// Where the rows go: a line a row, tabs between the cells.
    let results: String
  }

  /// The ledger's folder.
  let facts: String
  /// A folder for files of the engine's own, kept from one run to the next.
  let cache: String
  /// How often each question is timed after a run that is not.
  let runs: Int
  /// How many seconds a question may take with its first run and all that are timed; where there is no
  /// time for a second run, the first counts.
  let cap: Double
  /// How many threads there are to use.
  let threads: Int
  let questions: [Question]
  /// The columns of the indices that help the questions, those that are not asked as well: a file that
  /// has been made once is kept for all.
  let indices: [String]
}

/// What a process has measured of its engine.
struct EngineAnswer: Codable {
  /// The engine with its version.
  let engine: String
  /// For each question the seconds of its runs.
  let seconds: [String: [Double]]
  /// The seconds it took to open its data.
  let open: Double
  /// The seconds it took to open its data and fetch a row.
  let firstRow: Double
  /// The most memory the process had, in bytes.
  let peak: Int

  /// The middle of the runs of a question.
  func median(_ question: String) -> Double? {
    guard let runs = seconds[question]?.sorted(), !runs.isEmpty else { return nil }
    return runs[runs.count / 2]
  }
}
