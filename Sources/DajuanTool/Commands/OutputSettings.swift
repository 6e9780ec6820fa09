internal import Dajuan
internal import DajuanSyntax
internal import LineEditing

/// How mistakes are told: what `MessageOptions` ask for.
struct MessageSettings {
  /// When to colour.
  enum Color: String, CaseIterable {
    case auto
    case always
    case never
  }

  /// How mistakes are written.
  enum DiagnosticFormat: String, CaseIterable {
    case text
    case json
  }

  var diagnostics = DiagnosticFormat.text
  /// The language of headings and messages; `nil` for the query's own.
  var lang: Language?
  var color = Color.auto

  /// Whether to colour standard error.
  var usesColorOfErrors: Bool {
    switch color {
    case .auto: Terminal.supportsColorOfErrors
    case .always: true
    case .never: false
    }
  }
}

/// What is asked, and how answers are written: what `OutputOptions` ask for. As they are made, they
/// are those of a command line without options.
struct OutputSettings {
  /// The reports and ledgers; none for the bundled report.
  var ledgers: [String] = []
  var messages = MessageSettings()
  var parameters: [GivenParameter] = []
  /// How answers are written; `nil` where nothing says so.
  var format: OutputFormat?
  /// Whether words in CSV and TSV that a spreadsheet would run are neutralised.
  var guardsFormulas = false
  /// The file for answers; `nil` for standard output.
  var output: String?
  var limits = QueryLimits.default
  /// What is shown of the queries instead of their answers; `nil` for the answers.
  var explain: Session.Phase?
  /// Whether the REPL begins with the person's init file.
  var readsInit = true

  var lang: Language? { messages.lang }

  /// Whether charts are written as SVG: the output is a file of that kind, and no format is asked for.
  var drawsSVG: Bool {
    explain == nil && format == nil && (output?.lowercased().hasSuffix(".svg") ?? false)
  }

  /// Whether to colour standard output.
  var usesColor: Bool {
    switch messages.color {
    case .auto: output == nil && Terminal.supportsColor
    case .always: true
    case .never: false
    }
  }

  /// The look of answers, in the format asked for, or else that of the file's name. A table fits the terminal it is shown on, and is as wide as it needs to
  /// be elsewhere.
  var rendering: RenderOptions {
    RenderOptions(
      format: format ?? output.flatMap(OutputFormat.init(fileName:)) ?? .table, language: lang,
      maximumWidth: output == nil && Terminal.isOutputTerminal ? Terminal.width : nil,
      guardsFormulas: guardsFormulas, usesColor: usesColor)
  }
}
