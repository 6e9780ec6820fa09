import Foundation

/// Times the workloads of Suite/ and prints a table: `make bench`, or
/// `make bench ARGS='--only parsing --runs 21'`.
@main
enum Benchmarks {
  /// Every workload, in the order of the table. A new suite adds its workloads here.
  static func workloads() -> [Workload] {
    syntaxWorkloads()
  }

  static func main() {
    guard let options = Options(CommandLine.arguments.dropFirst()) else {
      FileHandle.standardError.write(Data("\(Options.usage)\n".utf8))
      exit(64)
    }
    print(Machine.description)
    if let warning = Machine.warning { print(warning) }
    var table = ResultTable()
    for workload in workloads() where options.only.isEmpty || workload.name.contains(options.only) {
      let task = workload.prepare()
      let measured = Measurement.of(task, runs: options.runs)
      table.add(workload.name, task, measured, task.peers.flatMap { $0.measure(options.runs) })
    }
    print(table.text)
  }
}

/// What the command line asks for.
struct Options {
  var only = ""
  var runs = 11

  static let usage = """
    usage: dajuan-bench [--only TEXT] [--runs COUNT]
      --only   workloads whose name has this in it
      --runs   how often each is timed; the median counts (11)
    """

  init?(_ arguments: some Sequence<String>) {
    var rest = Array(arguments)[...]
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { return nil }
      switch (option, Int(value)) {
      case ("--only", _): only = value
      case ("--runs", let count?) where count > 0: runs = count
      default: return nil
      }
    }
  }
}
