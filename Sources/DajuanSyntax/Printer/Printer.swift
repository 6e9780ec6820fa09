/// Writes a tree as canonical text.
///
/// Parsing the text gives the tree back, up to spans and up to what canonical means: `=` as equality
/// becomes `==`, and an expression put together by hand gets the parentheses it needs. Keywords and
/// operators are in one language; names stay as they are written, since what they mean is for the
/// checker to say. One statement a line, one stage a line where a pipeline is long.
package struct Printer {
  /// How to print.
  package struct Options: Sendable {
    /// The language of keywords.
    package var language: Language

    /// Whether keywords and operators stay in the language they are written in; `language` is then
    /// that of words the source does not have. Only `format` knows the source.
    package var keepsLanguage: Bool

    /// The longest pipeline, in terminal columns, that stays on one line.
    package var width: Int

    package init(
      language: Language = .english,
      keepsLanguage: Bool = false,
      width: Int = 80
    ) {
      self.language = language
      self.keepsLanguage = keepsLanguage
      self.width = width
    }
  }

  var options: Options

  var text = ""

  /// The language of the words being written.
  var language: Language

  /// The comments still to be written, and the source they are in.
  var comments = CommentQueue()

  /// How long the text was after the last comment and its line break.
  var commentEnd = 0

  /// How the stage being written lays out its first list.
  var layout = ListLayout.inline

  /// Where the operands of the stage being written begin.
  var operandsStart = 0

  init(_ options: Options) {
    self.options = options
    language = options.language
  }

  /// The canonical text of a script, each statement with a line break after it.
  package static func print(_ script: Script, _ options: Options = Options()) -> String {
    var printer = Printer(options)
    var result = ""
    for statement in script.statements {
      if statement.beginsWithBar, result.popLast() != nil { result += ";\n" }
      printer.text = ""
      printer.write(statement)
      result += printer.text + "\n"
    }
    return result
  }

  /// The canonical text of a pipeline on one line.
  package static func print(_ pipeline: Pipeline, _ options: Options = Options()) -> String {
    var printer = Printer(options)
    printer.write(pipeline, separator: " | ")
    return printer.text
  }

  /// The canonical text of an expression.
  package static func print(_ expression: Expression, _ options: Options = Options()) -> String {
    var printer = Printer(options)
    printer.write(expression, .conversion)
    return printer.text
  }
}

// Statements.
extension Printer {
  mutating func write(_ statement: Statement) {
    switch statement {
    case .pipeline(let pipeline):
      writeFitting(pipeline)
    case .value(let expression):
      write(expression, .conversion)
    case .definition(let definition):
      write(definition)
    case .parameter(let parameter):
      write(parameter)
    case .binding(let binding):
      writeFirst(.let, at: binding.keyword)
      write(plain: binding.name)
      text += " = "
      switch binding.value {
      case .pipeline(let pipeline): writeFitting(pipeline)
      case .expression(let expression): write(expression, .conversion)
      }
    }
  }

  /// On one line if it fits, else with each stage on a line of its own.
  private mutating func writeFitting(_ pipeline: Pipeline) {
    writeComments(before: pipeline.source.span.start)
    let before = place
    write(pipeline, separator: " | ")
    guard needsLines(since: before), !pipeline.stages.isEmpty else { return }
    goBack(to: before)
    write(pipeline, separator: "\n| ")
  }

  private mutating func write(_ pipeline: Pipeline, separator: String) {
    let outer = layout
    defer { layout = outer }
    layout = .inline
    var isFirst = false
    if case .previous = pipeline.source {
      text += "| "
      isFirst = true
    }
    write(pipeline.source)
    for stage in pipeline.stages {
      writeComments(before: stage.span.start, indent: separator == " | " ? Self.indent : "")
      if !isFirst { writeSeparator(separator) }
      isFirst = false
      separator == " | " ? write(stage) : writeFitting(stage)
    }
  }

  mutating func write(_ source: PipelineSource) {
    switch source {
    case .name(let name): write(plain: name)
    case .lastResult: text += "_"
    case .parenthesised(let inner, _):
      text += "("
      write(inner, separator: " | ")
      text += ")"
    case .previous, .missing: break
    }
  }

  mutating func write(_ stage: Stage) {
    adoptLanguage(of: stage.keyword)
    switch stage.kind {
    case .where(let condition): operation(.where) { $0.write(condition, .conversion) }
    case .select(let items): operation(.select) { $0.list(items) { $0.write($1) } }
    case .derive(let derivation): operation(.derive) { $0.write(derivation) }
    case .sort(let keys): operation(.sort) { $0.list(keys) { $0.write($1) } }
    case .take(let count): operation(.take) { $0.write(count) }
    case .skip(let count): operation(.skip) { $0.write(count) }
    case .distinct(let keys):
      guard !keys.isEmpty else { return write(.distinct) }
      operation(.distinct) { $0.list(keys) { $0.write($1, .conversion) } }
    case .summarize(let summary): operation(.summarize) { $0.write(summary) }
    case .join(let join): operation(.join) { $0.write(join) }
    case .union(let sources): operation(.union) { $0.write(union: sources) }
    case .pivot(let pivot): operation(.pivot) { $0.write(pivot) }
    case .count: write(.count)
    case .describe: write(.describe)
    case .track: write(.track)
    case .cite: write(.cite)
    case .assert(let assertion): operation(.assert) { $0.write(assertion) }
    case .chart(let chart): operation(.chart) { $0.write(chart) }
    case .missing: break
    }
  }

  private mutating func operation(_ keyword: Keyword, _ operands: (inout Printer) -> Void) {
    write(keyword)
    text += " "
    operandsStart = keyword.wantsOperands ? text.utf8.count : -1
    operands(&self)
  }

  mutating func list<Item>(_ items: [Item], _ item: (inout Printer, Item) -> Void) {
    let layout = layout
    self.layout = .inline
    // Only just after the operator may a line end; after other words the first item stays.
    if layout == .broken, items.count > 1, text.utf8.count == operandsStart { breakLine() }
    for (index, value) in items.enumerated() {
      if index > 0 { text += ", " }
      if index > 0, layout != .inline { breakLine() }
      item(&self, value)
    }
  }

  private mutating func write(_ item: SelectItem) {
    switch item {
    case .keep(let assignment):
      // A bare name with a minus before it would be read as a column to drop.
      if assignment.name == nil, case .unary(let unary) = assignment.value.kind,
        unary.operator == .minus, case .name = unary.operand.kind
      {
        text += "("
        write(assignment)
        text += ")"
      } else {
        write(assignment)
      }
    case .drop(let name, _):
      text += "-"
      write(plain: name)
    }
  }

  mutating func write(_ assignment: Assignment) {
    if let name = assignment.name {
      write(plain: name)
      text += " = "
    }
    write(assignment.value, .conversion)
  }

  mutating func write(_ key: SortKey) {
    write(key.value, .conversion)
    guard let direction = key.direction else { return }
    text += " "
    write(direction == .descending ? .descending : .ascending)
  }

  private mutating func write(_ count: RowCount) {
    write(count.count, .conversion)
    guard !count.groups.isEmpty else { return }
    by { $0.list(count.groups) { $0.write($1, .conversion) } }
  }

  private mutating func write(_ summary: Summary) {
    list(summary.aggregates) { $0.write($1) }
    guard !summary.groups.isEmpty else { return }
    by { $0.list(summary.groups) { $0.write($1) } }
  }

  mutating func by(_ body: (inout Printer) -> Void) {
    text += " "
    write(.by)
    text += " "
    body(&self)
  }
}

// Words.
extension Printer {
  mutating func write(_ string: String) {
    text += string
  }

  mutating func write(_ keyword: Keyword) {
    text += Vocabulary.entry(of: keyword)?.spelling(in: language) ?? ""
  }

  /// A name as it is, in backquotes where it needs them.
  mutating func write(plain name: Name) {
    writeComments(before: name.span.start)
    text += name.isQuoted || !Self.isPlain(name.text) ? "`\(name.text)`" : name.text
  }

  /// Whether a name can stand without backquotes.
  package static func isPlain(_ name: String) -> Bool {
    let scalars = name.unicodeScalars.map(\.value)
    guard let first = scalars.first, name != "_" else { return false }
    let bytes = Array(name.utf8)
    return Scalar.isNameStart(first)
      && scalars.allSatisfy { Scalar.isNameContinue($0) && Scalar.folded($0) == $0 }
      && !KeywordTable.shared.keyword(in: bytes, 0, bytes.count).isReserved
  }
}
