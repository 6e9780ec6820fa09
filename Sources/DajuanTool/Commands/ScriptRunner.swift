internal import ArgumentParser
internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax

/// Runs scripts without a person at the keyboard: from `-c`, a file or standard input.
struct ScriptRunner {
  private let options: OutputOptions
  private let output: FileOutput
  private let errors = FileOutput.standardError()
  private let ledger: Ledger

  init(_ options: OutputOptions) throws {
    self.options = options
    do throws(LedgerFailure) {
      ledger = try LedgerOpening.open(options.ledger)
    } catch {
      throw reportedFailure(error.description)
    }
    output = try Self.output(options)
  }

  private static func output(_ options: OutputOptions) throws -> FileOutput {
    guard let path = options.output else { return .standardOutput() }
    do throws(FileFailure) {
      return try FileOutput.file(path)
    } catch {
      throw reportedFailure(error.description)
    }
  }

  /// Runs the script in a file; `-` is standard input.
  func run(file: String) throws {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileReading.bytes(of: file)
    } catch {
      throw reportedFailure(error.description)
    }
    try run(Source(name: file == "-" ? "<stdin>" : file, bytes: bytes))
  }

  /// Runs a script; throws the exit code after its mistakes were written.
  func run(_ source: Source) throws {
    var session = Session(ledger: ledger)
    let rendering = options.rendering
    var isFirst = true
    do throws(ScriptError) {
      try session.run(source) { result in
        var stream = output
        if !isFirst, rendering.format == .table || rendering.format == .markdown {
          output.write("\n")
        }
        isFirst = false
        result.write(rendering, to: &stream)
        if let note = result.note(rendering) { errors.write(note + "\n") }
        output.flush()
        errors.flush()
      }
    } catch {
      output.flush()
      DiagnosticOutput(options).write(error, to: errors)
      throw ExitCode(error.isCancelled ? 130 : 2)
    }
    output.flush()
    if let code = output.failure {
      throw reportedFailure(
        FileFailure(path: options.output ?? "<stdout>", code: code).description)
    }
  }
}

/// Writes mistakes the way the options ask.
struct DiagnosticOutput {
  private let options: OutputOptions

  init(_ options: OutputOptions) { self.options = options }

  func write(_ error: ScriptError, to errors: FileOutput) {
    let language = options.lang ?? Self.language(of: error.source)
    for diagnostic in error.diagnostics {
      switch options.diagnostics {
      case .text:
        errors.write(
          diagnostic.text(in: error.source, language: language, usesColor: options.usesColor))
      case .json:
        errors.write(diagnostic.json(in: error.source, language: language) + "\n")
      }
    }
    errors.flush()
  }

  /// Chinese where the text is: its first wide letter decides.
  static func language(of source: Source) -> Language {
    String(decoding: source.bytes, as: UTF8.self).unicodeScalars
      .contains { (0x4E00...0x9FFF).contains($0.value) } ? .chinese : .english
  }
}

/// Says on standard error why a file or ledger cannot be used, and gives the exit code for it.
func reportedFailure(_ message: String) -> ExitCode {
  let errors = FileOutput.standardError()
  errors.write("dajuan: \(message)\n")
  errors.flush()
  return ExitCode(3)
}
