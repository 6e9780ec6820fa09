/// The figures as a reader meets them.
struct ResultTable {
  private(set) var table = TextTable([
    "workload", "median ms", "fastest", "slowest", "MB/s", "times as fast",
  ])

  /// Adds a workload, and below it its peers: how many times as fast it is, byte for byte where bytes
  /// are worked through.
  mutating func add(
    _ name: String, _ task: Workload.Task, _ measured: Measurement, _ peers: [Peer.Result]
  ) {
    let speed = task.bytes.map { Double($0) / measured.median / 1e6 }
    table.rows.append([
      name, TextTable.milliseconds(measured.median), TextTable.milliseconds(measured.fastest),
      TextTable.milliseconds(measured.slowest), speed.map(TextTable.short) ?? "", "",
    ])
    for peer in peers {
      let peerSpeed = peer.bytes.map { Double($0) / peer.seconds / 1e6 }
      let ratio =
        if let speed, let peerSpeed { speed / peerSpeed } else { peer.seconds / measured.median }
      table.rows.append([
        "  " + peer.name, TextTable.milliseconds(peer.seconds), "", "",
        peerSpeed.map(TextTable.short) ?? "", TextTable.short(ratio),
      ])
    }
  }

  /// Whether nothing was timed.
  var isEmpty: Bool { table.rows.isEmpty }
}
