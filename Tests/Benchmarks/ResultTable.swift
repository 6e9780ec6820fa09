import Foundation

/// The figures as a reader meets them.
struct ResultTable {
  private var rows = [["workload", "median ms", "fastest", "slowest", "MB/s", "times as fast"]]

  /// Adds a workload, and below it its peers: how many times as fast it is, byte for byte.
  mutating func add(
    _ name: String, _ task: Workload.Task, _ measured: Measurement, _ peers: [Peer.Result]
  ) {
    let speed = task.bytes.map { Double($0) / measured.median / 1e6 }
    rows.append([
      name, milliseconds(measured.median), milliseconds(measured.fastest),
      milliseconds(measured.slowest), speed.map(short) ?? "", "",
    ])
    for peer in peers {
      let peerSpeed = Double(peer.bytes) / peer.seconds / 1e6
      rows.append([
        "  " + peer.name, milliseconds(peer.seconds), "", "", short(peerSpeed),
        speed.map { short($0 / peerSpeed) } ?? "",
      ])
    }
  }

  /// The columns below each other, figures to the right.
  var text: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.indices.map { column in
        let blanks = String(repeating: " ", count: widths[column] - row[column].count)
        return column == 0 ? row[column] + blanks : blanks + row[column]
      }
      .joined(separator: "  ")
    }
    .joined(separator: "\n")
  }

  private func milliseconds(_ seconds: Double) -> String { short(seconds * 1000) }

  private func short(_ value: Double) -> String {
    String(format: value < 10 ? "%.2f" : "%.1f", value)
  }
}
