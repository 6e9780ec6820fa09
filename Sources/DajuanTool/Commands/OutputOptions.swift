public import ArgumentParser
public import Dajuan
public import DajuanSyntax
internal import LineEditing

extension OutputFormat: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

extension QueryLimits: ExpressibleByArgument {
  /// Reads `time=60s,rows=1000000,memory=2GB`; what is not named keeps its default.
  public init?(argument: String) {
    self.init()
    do { try set(argument) } catch { return nil }
  }

  /// The limits as help shows them.
  public var defaultValueDescription: String {
    "time=\(seconds)s,rows=\(rows),memory=\(bytes >> 30)GB"
  }
}

/// `name=value`: what a script's parameter is given.
struct GivenParameter: ExpressibleByArgument {
  let name: String
  let value: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(where: { $0 == "=" || $0 == "＝" }),
      sign > argument.startIndex
    else { return nil }
    name = argument[..<sign].filter { !$0.isWhitespace && $0 != "$" }
    value = String(argument[argument.index(after: sign)...])
  }
}

/// The options of every command that reads a ledger.
struct LedgerOptions: ParsableArguments {
  @Option(
    name: [.customShort(PlainLine.ledger), .long],
    help: ArgumentHelp(
      "A report, or a ledger's folder, to ask instead of the bundled report; may be given several "
        + "times.",
      valueName: "file"))
  var ledger: [String] = []
}

/// The options of every command that reads queries.
struct MessageOptions: ParsableArguments {
  /// When to colour.
  enum Color: String, CaseIterable, ExpressibleByArgument {
    case auto
    case always
    case never

    /// The one that holds where none is given.
    static let usual = Self.auto
  }

  /// How mistakes are written.
  enum DiagnosticFormat: String, CaseIterable, ExpressibleByArgument {
    case text
    case json

    /// The one that holds where none is given.
    static let usual = Self.text
  }

  @Option(help: "How mistakes are written, to standard error.")
  var diagnostics = DiagnosticFormat.usual

  @Option(help: "The language of headings and messages; by default the query's own.")
  var lang: Language?

  @Option(help: "When to colour.")
  var color = Color.usual

  /// Whether to colour standard error.
  var usesColorOfErrors: Bool {
    switch color {
    case .auto: Terminal.supportsColorOfErrors
    case .always: true
    case .never: false
    }
  }
}

/// How what a command finds is written.
struct FormatOptions: ParsableArguments {
  @Option(help: "How answers are written; a table by default.")
  var format: OutputFormat?

  /// Refuses the formats that a command does not write.
  func check(_ formats: OutputFormat..., command: String) throws {
    guard let format, !formats.contains(format) else { return }
    let words = formats.map(\.rawValue).joined(separator: " or ")
    throw ValidationError("\(command) writes \(words), not \(format.rawValue)")
  }
}

/// The options every command that answers queries has.
///
/// What another command shares is a group of its own: the parser finds an option wherever it stands
/// on the line, and hands the group on.
struct OutputOptions: ParsableArguments {
  @OptionGroup var ledgers: LedgerOptions
  @OptionGroup var messages: MessageOptions

  @Option(
    name: .customLong("param"),
    help: ArgumentHelp(
      "A value for a script's `param`, such as year=2021; may be given several times.",
      valueName: "name=value"))
  var parameters: [GivenParameter] = []

  @OptionGroup var formats: FormatOptions

  @Option(
    help: ArgumentHelp(
      "Where answers go instead of standard output; charts go to a file .svg as SVG.",
      valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "What a query may use, such as time=60s,rows=1000000,memory=2GB.", valueName: "limits"))
  var limits = QueryLimits.default

  var ledger: [String] { ledgers.ledger }
  /// How answers are written; `nil` where nothing says so.
  var format: OutputFormat? { formats.format }
  var lang: Language? { messages.lang }

  /// Whether charts are written as SVG: the output is a file of that kind, and no format is asked for.
  var drawsSVG: Bool { format == nil && (output?.lowercased().hasSuffix(".svg") ?? false) }

  /// Whether to colour standard output.
  var usesColor: Bool {
    switch messages.color {
    case .auto: output == nil && Terminal.supportsColor
    case .always: true
    case .never: false
    }
  }

  /// The look of answers. A table fits the terminal it is shown on, and is as wide as it needs to
  /// be elsewhere.
  var rendering: RenderOptions {
    RenderOptions(
      format: format ?? .table, language: lang,
      maximumWidth: output == nil && Terminal.isOutputTerminal ? Terminal.width : nil,
      usesColor: usesColor)
  }
}

extension OutputOptions {
  /// The options where none is given but ledgers.
  static func usual(ledgers paths: [String]) -> OutputOptions {
    var (ledgers, messages, formats) = (LedgerOptions(), MessageOptions(), FormatOptions())
    ledgers.ledger = paths
    messages.diagnostics = .usual
    messages.lang = nil
    messages.color = .usual
    formats.format = nil
    var options = OutputOptions()
    options.ledgers = ledgers
    options.messages = messages
    options.formats = formats
    options.parameters = []
    options.output = nil
    options.limits = .default
    return options
  }
}
