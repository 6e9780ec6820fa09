import Dajuan
import DajuanLedger
import DajuanSyntax
import Foundation
import Synchronization

/// Holds the evaluator for a long time as a busy program would: small queries of every sort, with values,
/// mistakes, limits and cancellations among them, on several threads that share it. Every answer is to be
/// the same as the first time, and memory is not to grow.
///
///     dajuan-soak [QUERIES] [THREADS]        1,000,000 on 4 as a rule
///
/// Prints how it goes, and ends with 1 where an answer differs or memory has grown by more than 16 MB since
/// the first tenth.
@main
struct Soak {
  static func main() throws {
    let words = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let count = max(10, words.first ?? 1_000_000)
    let threads = max(1, words.dropFirst().first ?? 4)
    let tasks = try SoakTasks()
    let expected = tasks.all.map { tasks.outcome(of: $0) }
    let progress = SoakProgress(count: count)
    let clock = ContinuousClock()
    let start = clock.now
    var handles: [Foundation.Thread] = []
    for _ in 0..<threads {
      let thread = Foundation.Thread {
        while let number = progress.take() {
          let place = number % expected.count
          if tasks.outcome(of: tasks.all[place]) != expected[place] { progress.differ(place) }
        }
        progress.leave()
      }
      thread.stackSize = 8 << 20
      thread.start()
      handles.append(thread)
    }
    progress.wait(for: threads)
    let seconds = start.duration(to: clock.now) / .seconds(1)
    let (first, last) = (progress.early, SoakProgress.residentBytes)
    print(
      "\(count) queries on \(threads) threads in \(Int(seconds)) s,",
      "\(Int(Double(count) / seconds)) a second;",
      "\(progress.differences) answers differ;",
      "\(first >> 20) MB after a tenth, \(last >> 20) MB at the end")
    exit(progress.differences == 0 && last - first < 16 << 20 ? 0 : 1)
  }
}

/// What is asked again and again.
struct SoakTasks: Sendable {
  enum Task: Sendable {
    /// A compiled query with a value for its parameter.
    case run(CompiledQuery, [String: Value])
    /// A text that is compiled and run each time.
    case compile(String)
    /// The same under a limit of rows.
    case limited(CompiledQuery, rows: Int)
    /// One that is asked to stop before it begins.
    case cancelled(CompiledQuery)
    case complete(String)
  }

  let evaluator: Evaluator
  let all: [Task]

  init() throws {
    let people = HostTable(
      "people", columns: [.init("place", .text), .init("count", .quantity(.any))],
      [[.text("郑州市二七区"), .quantity(Quantity(800_000))]])
    let echo = HostFunction("echo", takes: [.text], gives: .text) { $0[0] }
    evaluator = Evaluator(
      ledger: try .bundled(), host: try Host(tables: [people], functions: [echo]))
    let floor = try evaluator.compile(
      "param floor: percent; indicators | where growth >= $floor | select name, growth")
    let kind = try evaluator.compile(
      "param k: kind; facts | where kind == $k | summarize n = count() by period | sort n desc")
    let sorted = try evaluator.compile("facts | sort value desc | cite")
    all =
      ["3%", "8%", "10%", "x"].map { .run(floor, ["floor": .text($0)]) }
      + ["project", "indicator", "nothing"].map { .run(kind, ["k": .text($0)]) }
      + [
        .compile("projects | where investment > 5人"),
        .compile("项目 ｜ 汇总 合计（投资） 按 期间"),
        .compile("people | join indicators on place | select name, n = echo(place) | take 2"),
        .compile("facts | derive r = rank() sort value desc | where r <= 3"),
        .compile("facts | summarize n = count() by kind, nature | pivot nature values n by kind"),
        .compile("indicators | track"),
        .limited(sorted, rows: 5), .cancelled(sorted), .run(sorted, [:]),
        .complete("indicators | where name == "), .complete("指标 ｜ "),
      ]
  }

  /// What comes of a task, in words: the rows as JSON, or the codes of what is wrong.
  func outcome(of task: Task) -> String {
    do throws(ScriptError) {
      switch task {
      case .run(let query, let values): return text(try query.run(values))
      case .compile(let text): return self.text(try evaluator.compile(text).run())
      case .limited(let query, let rows):
        return text(try query.run(limits: QueryLimits(rows: rows)))
      case .cancelled(let query):
        let cancellation = Cancellation()
        cancellation.request()
        return text(try query.run(cancellation: cancellation))
      case .complete(let text):
        let list = evaluator.candidates(in: text, at: text.unicodeScalars.count)
        return list.candidates.map(\.text).joined(separator: " ")
      }
    } catch {
      return error.diagnostics.map(\.code.rawValue).joined(separator: " ")
    }
  }

  private func text(_ answer: QueryResult) -> String {
    var text = ""
    answer.write(RenderOptions(format: .json), to: &text)
    return text
  }
}

/// How many queries have been taken, and what has been found.
final class SoakProgress: Sendable {
  private let count: Int
  private let next = Atomic<Int>(0)
  private let left = Atomic<Int>(0)
  private let different = Atomic<Int>(0)
  private let bytes = Atomic<Int>(0)

  init(count: Int) { self.count = count }

  var differences: Int { different.load(ordering: .relaxed) }

  /// The memory that was resident after a tenth of the queries.
  var early: Int { bytes.load(ordering: .relaxed) }

  /// The number of the next query; `nil` when all are taken.
  func take() -> Int? {
    let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
    if number >= count { return nil }
    if number == count / 10 { bytes.store(Self.residentBytes, ordering: .relaxed) }
    if number > 0, number % max(1, count / 10) == 0 {
      print("\(number) queries, \(Self.residentBytes >> 20) MB")
    }
    return number
  }

  func differ(_ place: Int) {
    different.wrappingAdd(1, ordering: .relaxed)
    print("task \(place) has another outcome")
  }

  func leave() { left.wrappingAdd(1, ordering: .releasing) }

  func wait(for threads: Int) {
    while left.load(ordering: .acquiring) < threads { usleep(10_000) }
  }

  /// The process's memory that is in use now.
  static var residentBytes: Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * sysconf(Int32(_SC_PAGESIZE))
  }
}
