internal import Dajuan
internal import DajuanSyntax
internal import LineEditing

/// Writes mistakes the way the options ask.
struct DiagnosticOutput {
  private let format: MessageSettings.DiagnosticFormat
  private let language: Language?
  private let usesColor: Bool

  /// In the language asked for, or else that of the text.
  init(_ options: MessageSettings) {
    format = options.diagnostics
    language = options.lang
    usesColor = options.usesColorOfErrors
  }

  /// The columns of the terminal that mistakes are written to; `nil` where they go elsewhere.
  private var width: Int? { Terminal.isErrorTerminal ? Terminal.width : nil }

  func write(_ diagnostics: [Diagnostic], in source: Source, to errors: FileOutput) {
    let language = language ?? source.language
    for diagnostic in diagnostics {
      switch format {
      case .text:
        errors.write(
          diagnostic.text(
            in: source, language: language, usesColor: usesColor, maximumWidth: width))
      case .json:
        errors.write(diagnostic.json(in: source, language: language) + "\n")
      }
    }
    errors.flush()
  }

  /// Writes what stopped a script, with the rows that failed a check.
  func write(_ error: ScriptError, to errors: FileOutput) {
    let language = language ?? error.source.language
    switch format {
    case .text:
      errors.write(error.text(language: language, usesColor: usesColor, maximumWidth: width))
    case .json: errors.write(error.json(language: language))
    }
    errors.flush()
  }
}
