import Dajuan
import DajuanLedger
import DajuanSyntax
import Foundation

/// Dajuan's side of the comparison, in a process of its own so that its memory is its own:
/// `dajuan-bench --engine REQUEST`.
enum OwnEngine {
  static func run(_ path: String) throws {
    let request = try JSONDecoder().decode(
      EngineRequest.self, from: Data(contentsOf: URL(filePath: path)))
    let clock = ContinuousClock()
    let start = clock.now
    var session = Session(ledger: try MadeLedger.open(request.facts))
    let open = clock.now - start
    _ = answer("facts | take 1", &session)
    let firstRow = clock.now - start
    session.limits = QueryLimits(seconds: 3600, rows: 1 << 30, bytes: 1 << 40)
    var seconds: [String: [Double]] = [:]
    for question in request.questions {
      var result = Table(Schema([]))
      let first = clock.measure { result = answer(question.text, &session) } / .seconds(1)
      try ResultRows(result, question.columns).write(to: question.results)
      var times: [Double] = []
      while times.count < request.runs,
        first + times.reduce(0, +) + (times.last ?? first) <= request.cap
      {
        times.append(clock.measure { _ = answer(question.text, &session) } / .seconds(1))
      }
      seconds[question.name] = times.isEmpty ? [first] : times
    }
    let measured = EngineAnswer(
      engine: "Dajuan", seconds: seconds, open: open / .seconds(1),
      firstRow: firstRow / .seconds(1), peak: peakMemory)
    print(String(decoding: try JSONEncoder().encode(measured), as: UTF8.self))
  }

  /// The rows of a question's last query.
  private static func answer(_ text: String, _ session: inout Session) -> Table {
    var table = Table(Schema([]))
    do {
      try session.run(Source(text)) { table = $0.table }
    } catch {
      Workload.expect(false, "\(text)\n\(error.diagnostics.map { $0.message(in: .english) })")
    }
    return table
  }

  /// The most memory this process has had, in bytes.
  private static var peakMemory: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
  }
}
