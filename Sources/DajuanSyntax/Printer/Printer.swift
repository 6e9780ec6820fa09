/// Writes a tree as canonical text.
///
/// Parsing the text gives the tree back, up to spans and up to what canonical means: `=` as equality
/// becomes `==`, and an expression put together by hand gets the parentheses it needs. Keywords and
/// operators are in one language; names stay as they are written unless `translatesNames`. One
/// statement a line, one stage a line where a pipeline is long.
package struct Printer {
  /// How to print.
  package struct Options: Sendable {
    /// The language of keywords, and of names if they are translated.
    package var language: Language

    /// Whether entities, columns, enumerated values, functions and aggregates are translated, where
    /// the tree alone tells what a name means: not where the script itself makes such a name, nor
    /// where the words of two entities or enumerations would be mixed up.
    package var translatesNames: Bool

    /// Whether keywords and operators stay in the language they are written in; `language` is then
    /// that of words the source does not have. Only `format` knows the source.
    package var keepsLanguage: Bool

    /// The longest pipeline, in terminal columns, that stays on one line.
    package var width: Int

    package init(
      language: Language = .english,
      translatesNames: Bool = false,
      keepsLanguage: Bool = false,
      width: Int = 80
    ) {
      self.language = language
      self.translatesNames = translatesNames
      self.keepsLanguage = keepsLanguage
      self.width = width
    }
  }

  var options: Options

  /// Names the script makes, which mean what the script says.
  private let ownNames: Set<String>

  /// The entity of the pipeline being printed, by English name, if it is known.
  var entity: String?

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

  private init(_ options: Options, ownNames: Set<String>) {
    self.options = options
    self.ownNames = ownNames
    language = options.language
  }

  /// A printer of a script's statements.
  init(_ options: Options, for script: Script) {
    self.init(options, ownNames: OwnNames.collect(script))
  }

  /// The canonical text of a script, each statement with a line break after it.
  package static func print(_ script: Script, _ options: Options = Options()) -> String {
    var printer = Printer(options, for: script)
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
    var printer = Printer(options, ownNames: OwnNames.collect(pipeline))
    printer.write(pipeline, separator: " | ")
    return printer.text
  }

  /// The canonical text of an expression.
  package static func print(_ expression: Expression, _ options: Options = Options()) -> String {
    var printer = Printer(options, ownNames: [])
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
    let outer = (entity, layout)
    defer { (entity, layout) = outer }
    layout = .inline
    var isFirst = false
    if case .previous = pipeline.source {
      text += "| "
      isFirst = true
    }
    write(pipeline.source)
    if case .name = pipeline.source {} else { entity = nil }
    for stage in pipeline.stages {
      writeComments(before: stage.span.start, indent: separator == " | " ? Self.indent : "")
      if !isFirst { writeSeparator(separator) }
      isFirst = false
      separator == " | " ? write(stage) : writeFitting(stage)
    }
  }

  mutating func write(_ source: PipelineSource) {
    switch source {
    case .name(let name): writeSource(name)
    case .lastResult: text += "_"
    case .parenthesised(let inner, _):
      text += "("
      write(inner, separator: " | ")
      text += ")"
    case .previous, .missing: break
    }
  }

  private mutating func writeSource(_ name: Name) {
    entity = nil
    guard !name.isQuoted, !ownNames.contains(name.text),
      let entry = Vocabulary.entry(spelled: name.text, in: .entity)
    else { return write(plain: name) }
    entity = entry.english
    write(plain: translated(name, to: entry))
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
    case .track:
      write(.track)
      if entity != nil { entity = "track" }  // The columns after it are its own.
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
      write(operand: name)
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

  /// A name among operands: a column, or an enumerated value.
  mutating func write(operand name: Name) {
    write(plain: translate(name, as: [.column, .value]))
  }

  /// The name of a function, an aggregate or a window.
  mutating func write(function name: Name) {
    write(plain: translate(name, as: [.function, .aggregate, .window]))
  }

  /// The other spelling of a name, if every meaning it can have here agrees on one.
  func translate(_ name: Name, as categories: [VocabularyEntry.Category]) -> Name {
    guard options.translatesNames, !name.isQuoted, !ownNames.contains(name.text) else {
      return name
    }
    let meanings = categories.flatMap { category in
      Vocabulary.entries(spelled: name.text, in: category).filter { entry in
        switch category {
        case .column: entity.map(entry.isIn(scope:)) ?? true
        // What `track` calls figures are words only after it.
        case .value: entity == nil || entity == "track" || entry.scope != ["measure"]
        default: true
        }
      }
    }
    guard let first = meanings.first else { return name }
    let spelling = first.spelling(in: options.language)
    guard meanings.allSatisfy({ $0.spelling(in: options.language) == spelling }) else {
      return name
    }
    return translated(name, to: first)
  }

  private func translated(_ name: Name, to entry: VocabularyEntry) -> Name {
    options.translatesNames ? Name(entry.spelling(in: options.language), name.span) : name
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

/// The names a script makes itself.
private enum OwnNames {
  static func collect(_ script: Script) -> Set<String> {
    var names: Set<String> = []
    for statement in script.statements {
      switch statement {
      case .value: break
      case .pipeline(let pipeline):
        names.formUnion(collect(pipeline))
      case .definition(let definition):
        names.formUnion(([definition.name] + definition.parameters).map(\.text))
      case .parameter(let parameter):
        names.insert(parameter.name.text)
      case .binding(let binding):
        names.insert(binding.name.text)
        if case .pipeline(let pipeline) = binding.value { names.formUnion(collect(pipeline)) }
      }
    }
    return names
  }

  static func collect(_ pipeline: Pipeline) -> Set<String> {
    var names: Set<String> = []
    if case .parenthesised(let inner, _) = pipeline.source { names = collect(inner) }
    for stage in pipeline.stages {
      names.formUnion(assignments(of: stage).compactMap(\.name?.text))
      for case .parenthesised(let inner, _) in stage.sources { names.formUnion(collect(inner)) }
    }
    return names
  }

  private static func assignments(of stage: Stage) -> [Assignment] {
    switch stage.kind {
    case .derive(let derivation):
      derivation.columns
    case .chart(let chart):
      chart.columns + chart.groups
    case .summarize(let summary):
      summary.aggregates + summary.groups
    case .select(let items):
      items.compactMap { item in
        if case .keep(let assignment) = item { assignment } else { nil }
      }
    default:
      []
    }
  }
}
