import Foundation

/// One thing that is timed.
struct Workload {
  /// What is done, and to what: `parsing, 1 MB`.
  let name: String

  /// Makes what it needs, which is not timed.
  let prepare: () -> Task

  /// What is timed.
  struct Task {
    /// How many bytes are worked through, for MB/s; `nil` where only the time counts.
    let bytes: Int?

    /// What others need for the like of it.
    var peers: [Peer] = []

    /// Does it once. The result is a figure that depends on the work, so that none can be left out.
    let run: () -> Int
  }

  /// Ends the run where the input of a workload is not what it should be: its time would mean nothing.
  static func expect(_ condition: Bool, _ problem: @autoclosure () -> String) {
    if condition { return }
    FileHandle.standardError.write(Data("\(problem())\n".utf8))
    exit(1)
  }
}

/// Another program on the same task.
struct Peer {
  /// Times the program: each of its ways with the bytes it worked through and its median seconds.
  /// Empty where it is not installed.
  let measure: (_ runs: Int) -> [Result]

  struct Result {
    let name: String
    /// How many bytes were worked through; `nil` where only the time counts.
    let bytes: Int?
    let seconds: Double
  }
}
