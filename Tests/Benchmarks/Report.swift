import DajuanLedger
import Foundation

/// The tables of a run, printed as they come, and kept to be written into the documentation.
struct Report {
  /// A table with its title and what it shows.
  struct Section {
    let title: String
    /// One paragraph.
    let note: String
    let table: TextTable
  }

  private var sections: [Section] = []

  /// Prints a table under its title.
  mutating func add(_ section: Section) {
    print("\n\(section.title)\n\(section.note)\n\n\(section.table.text)")
    // Also into a file, as far as the run has come.
    fflush(nil)
    sections.append(section)
  }

  /// Writes the tables as an article of the documentation.
  ///
  /// - Parameter options: What was asked for, so that the article tells how it was made.
  /// - Throws: Why the file cannot be written.
  func write(_ options: Options) throws {
    try text(options).write(to: Self.article, atomically: true, encoding: .utf8)
    print("\nwritten to \(Self.article.path)")
  }

  /// The article in Markdown.
  func text(_ options: Options) -> String {
    let arguments = options.words.joined(separator: " ")
    return """
      # Benchmarks

      Dajuan beside DuckDB, polars and SQLite on the same facts, in one run.

      ## Overview

      Measured with Dajuan \(ToolVersion.text) on \(Machine.description), with as many threads as there
      are cores. To measure it again, with peers of your own versions:

      ```
      pip install duckdb polars pyarrow sqlglot
      make bench ARGS='\(arguments)'
      ```

      The facts are made, and lie as those of 70 work reports do: 400 indicators, 15 of 100 figures
      inexact, a third of them targets; ten million are the reports of 2,844 districts over 20 years. Each
      engine has a file of its own and answers in a process of its own; answers are compared before any
      time is shown. Times are medians. They compare engines side by side in one run: times of
      different runs do not compare. `Tests/Benchmarks/README.md` tells the rest.

      \(sections.map(Self.markdown).joined(separator: "\n"))
      """
  }

  private static func markdown(_ section: Section) -> String {
    "## \(section.title)\n\n\(section.note)\n\n\(section.table.markdown)\n"
  }

  private static var article: URL {
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Dajuan/Dajuan.docc/Benchmarks.md").standardizedFileURL
  }
}
