internal import ArgumentParser

/// `dajuan run SCRIPT`
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs a script of queries.",
    discussion: """
      All mistakes of a script are found before anything runs. A script may start with a `#!` line.
      """
  )

  @OptionGroup var output: OutputOptions

  @Argument(help: "The script; `-` reads it from standard input.", completion: .file())
  var script: String

  mutating func run() throws {
    try ScriptRunner(output.settings).run(file: script)
  }
}
