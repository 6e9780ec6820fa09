internal import ArgumentParser
internal import DajuanLedger
internal import DajuanReports
internal import TerminalText

/// `dajuan verify LEDGER`
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells whether a ledger is whole: checksums, quotes, corrections, tables.",
    discussion: """
      Every report's text must be there with the checksum the ledger was made with, must be read, \
      with as many facts as then, and every fact's words must stand where it says; every correction must \
      find its fact. The tables must have the checksums they were written with, hold nothing that leads \
      out of them, and say row by row what the texts and corrections do. Exit status: 0 whole, 1 \
      something differs, 3 no ledger.

      Tables are made of the texts and corrections, so nothing is lost with them: --rebuild writes them \
      anew. It is of use where they are damaged, where another version of the tool made them, or where \
      the corrections were edited by hand.
      """
  )

  @Argument(help: "The ledger's folder.", completion: .directory)
  var ledger: String

  @Flag(help: "Writes the tables anew, before all is looked at.")
  var rebuild = false

  mutating func run() throws {
    let output = FileOutput.standardOutput()
    var problems: [String] = []
    if rebuild {
      problems += try reportingFailure { () throws(StoreError) in
        var writer = try LedgerWriter(ledger, tool: ToolVersion.text, creates: false)
        return try writer.commitWithTables(rebuilding: true)
      }
    }
    let folder: LedgerFolder
    do throws(StoreError) {
      folder = try LedgerFolder(ledger)
      _ = try folder.corrections()
    } catch {
      throw reportedFailure(error.description)
    }
    let age = folder.tablesAge()
    var comparison: TablesComparison?
    if age == nil {
      let checked = folder.checkedTables()
      problems += checked.problems
      comparison = checked.tables.map(TablesComparison.init)
    }
    var facts = 0
    for (index, stored) in folder.manifest.reports.enumerated() {
      var warnings: [String] = []
      do throws(StoreError) {
        let entries = try LedgerReading.entries(of: folder, only: stored.id, warnings: &warnings)
        for entry in entries {
          facts += entry.report.facts.count
          problems += Self.problems(of: entry, in: folder)
          if entry.isUnchanged { comparison?.compare(entry.report, id: stored.id, at: index) }
        }
      } catch {
        warnings.append(error.description)
      }
      problems += warnings
    }
    problems += (comparison?.differences ?? []).map { "\(folder.path): \($0)" }
    problems += folder.strangers().map { "\($0): no part of the ledger" }
    for problem in problems { output.write(TerminalText.visible(problem) + "\n") }
    output.write(
      counted(folder.manifest.reports.count, "report") + ", " + counted(facts, "fact") + ": "
        + (problems.isEmpty ? "whole" : counted(problems.count, "difference")) + "\n")
    if let age { output.write(TerminalText.visible(age.description(folder: folder.path)) + "\n") }
    try output.finish()
    if !problems.isEmpty { throw ExitCode(1) }
  }

  /// What differs from when the report was taken in.
  private static func problems(of entry: LedgerReading.Entry, in folder: LedgerFolder) -> [String] {
    let path = folder.path(of: entry.stored)
    var problems: [String] = []
    if entry.isUnchanged, entry.found.facts.count != entry.stored.facts {
      problems.append(
        "\(path): \(entry.found.facts.count) facts are read, and \(entry.stored.facts) were when "
          + "version \(folder.manifest.tool) took it in")
    }
    let lost = entry.found.factsWithoutTheirWords()
    if lost > 0 { problems.append("\(path): \(lost) facts do not stand where they say") }
    return problems
  }
}
