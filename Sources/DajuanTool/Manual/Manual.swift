internal import ArgumentParser
internal import DajuanLedger

/// `dajuan manual`: prints the manual page, for `make man` and `make install`.
struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Prints the manual page in mdoc.", shouldDisplay: false)

  mutating func run() throws {
    let output = FileOutput.standardOutput()
    output.write(ManualPage(of: DajuanCommand.self).text)
    try output.finish()
  }
}
