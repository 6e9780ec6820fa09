import Foundation

/// A query of the bundled report on a command line, as a process of its own each time, beside the
/// program of SQLite on the same facts.
func startUpWorkloads() -> [Workload] {
  [
    startingUp("count", "facts | count", "SELECT count(*) FROM facts"),
    startingUp(
      "filter, sort, take",
      "facts | where nature == target | sort subject | take 5 | select subject, unit",
      "SELECT subject, unit FROM facts WHERE nature = 'target' ORDER BY subject LIMIT 5"),
    startingUp(
      "summarize by", "facts | summarize count() by kind",
      "SELECT kind, count(*) FROM facts GROUP BY kind"),
  ]
}

private func startingUp(_ name: String, _ query: String, _ sql: String) -> Workload {
  Workload(name: "start-up, \(name)") {
    let tool = Program(Program.besideThis("dajuan"), "-c", query)
    let file = SQLiteFile(facts: tool.with("-c", "facts", "--format", "csv").output())
    let peer = file.map { Program(SQLiteFile.program, $0.path, sql) }
    if let file, let peer {
      let answer = tool.with("-c", query, "--format", "csv").output()
      let peerAnswer = peer.with("-separator", ",", file.path, sql).output()
      Workload.expect(
        answer.split(separator: "\n").dropFirst().sorted()
          == peerAnswer.split(whereSeparator: \.isNewline).sorted(),
        "SQLite answers \(sql) otherwise than the tool")
    }
    return .init(bytes: nil, peers: peer.map { [.starting($0, on: file)] } ?? []) {
      tool.output().utf8.count
    }
  }
}
