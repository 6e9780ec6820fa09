internal import ArgumentParser
internal import DajuanLedger
internal import DajuanReports
internal import TerminalText

/// `dajuan verify LEDGER`
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Tells whether a ledger is whole: checksums, quotes, corrections.",
    discussion: """
      Every report's text must be there with the checksum the ledger was made with, must be read, \
      with as many facts as then, and every fact's words must stand where it says; every correction must \
      find its fact. Exit status: 0 whole, 1 something differs, 3 no ledger.
      """
  )

  @Argument(help: "The ledger's folder.")
  var ledger: String

  mutating func run() throws {
    let output = FileOutput.standardOutput()
    var problems: [String] = []
    let folder: LedgerFolder
    do throws(StoreError) {
      folder = try LedgerFolder(ledger)
      _ = try folder.corrections()
    } catch {
      throw reportedFailure(error.description)
    }
    var facts = 0
    for stored in folder.manifest.reports {
      var warnings: [String] = []
      do throws(StoreError) {
        let entries = try LedgerReading.entries(of: folder, only: stored.id, warnings: &warnings)
        for entry in entries {
          facts += entry.report.facts.count
          problems += Self.problems(of: entry, in: folder)
        }
      } catch {
        warnings.append(error.description)
      }
      problems += warnings
    }
    problems += folder.strangers().map { "\($0): no part of the ledger" }
    for problem in problems { output.write(TerminalText.visible(problem) + "\n") }
    output.write(
      counted(folder.manifest.reports.count, "report") + ", " + counted(facts, "fact") + ": "
        + (problems.isEmpty ? "whole" : counted(problems.count, "difference")) + "\n")
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
