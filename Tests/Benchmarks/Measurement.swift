/// How long the runs of a task took, in seconds.
struct Measurement {
  let median: Double
  let fastest: Double
  let slowest: Double

  /// Times a task, after one run that is not counted.
  static func of(_ task: Workload.Task, runs: Int) -> Measurement {
    let clock = ContinuousClock()
    let result = task.run()
    var seconds: [Double] = []
    for _ in 0..<runs {
      var again = 0
      seconds.append(clock.measure { again = task.run() } / .seconds(1))
      Workload.expect(again == result, "the work is not the same twice")
    }
    seconds.sort()
    return Measurement(
      median: seconds[runs / 2], fastest: seconds[0], slowest: seconds[runs - 1])
  }
}
