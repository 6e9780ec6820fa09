import Foundation

/// The tables of a run, printed as they come, and kept to be written into the documentation.
struct Report {
  let machine: String
  private var sections: [(title: String, table: TextTable)] = []

  init(machine: String) { self.machine = machine }

  /// Prints a table under its title.
  mutating func add(_ title: String, _ table: TextTable) {
    print("\n\(title)\n\n\(table.text)")
    sections.append((title, table))
  }

  /// Writes the tables as an article of the documentation.
  func write() throws {
    let text = """
      # Benchmarks

      What a run of `make bench ARGS='--report'` has measured.

      ## Overview

      On \(machine). The times are medians; below × stands how many times as long as Dajuan an engine
      took. They compare engines side by side in one run: times of different runs do not compare.
      What is measured and how is told in `Tests/Benchmarks/README.md`.

      \(sections.map { "### \($0.title)\n\n\($0.table.markdown)\n" }.joined(separator: "\n"))
      """
    try text.write(to: Self.article, atomically: true, encoding: .utf8)
    print("\nwritten to \(Self.article.path)")
  }

  private static var article: URL {
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Dajuan/Dajuan.docc/Benchmarks.md").standardizedFileURL
  }
}
