import DajuanLedger
import DajuanSyntax

@testable import Dajuan

/// What the corpus asks of an implementation, each phase shown as plain text.
enum CorpusPhase: String, CaseIterable {
  case lex, parse, check, plan, run, errors

  /// What comes of a query.
  func outcome(of query: String, _ ledger: Ledger) -> String {
    let source = Source(query)
    switch self {
    case .lex:
      let mistakes = ParsedScript.parse(source).diagnostics
        .filter { $0.code.rawValue.hasPrefix("DJ00") }
      return Self.joined([LexedSource.lex(source).dump, Self.text(mistakes, source)])
    case .parse:
      let parsed = ParsedScript.parse(source)
      return Self.joined([parsed.script.dump, Self.text(parsed.diagnostics, source)])
    case .check, .plan: return checked(source, ledger)
    case .run, .errors: return answers(source, ledger)
    }
  }

  private func checked(_ source: Source, _ ledger: Ledger) -> String {
    let parsed = ParsedScript.parse(source)
    let environment = Session(ledger: ledger).environmentForPivots()
    let checked = Checker.check(parsed.script, in: source, environment: environment)
    var parts: [String] = []
    for statement in checked.statements {
      switch (statement, self) {
      case (.query(let query), .plan): parts.append(Plan(query).dump)
      case (.query(let query), _): parts.append(Self.text(query.relation))
      case (.binding(let name, .value(let formula)), .check):
        parts.append("let \(name): \(Self.text(formula.type))")
      case (.binding(let name, .query(let query)), .check):
        parts.append("let \(name): " + query.relation.columns.map(\.name).joined(separator: ", "))
      case (.binding, _): break
      }
    }
    parts.append(Self.text(Self.inOrder(parsed.diagnostics + checked.diagnostics), source))
    return Self.joined(parts)
  }

  /// Answers as comma-separated values in the language of the query, each with its footer.
  private func answers(_ source: Source, _ ledger: Ledger) -> String {
    var session = Session(ledger: ledger)
    var parts: [String] = []
    do {
      try session.run(source) { result in
        var text = ""
        result.write(RenderOptions(format: .csv, language: result.language), to: &text)
        let footer = Footer(
          rows: result.table.count, undecided: result.answer.undecided, condition: nil,
          language: result.language)
        parts.append(text + "-- " + footer.counts)
      }
    } catch {
      parts.append(Self.text(error.diagnostics, error.source))
    }
    return Self.joined(parts)
  }

  private static func joined(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private static func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.enumerated()
      .sorted { ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset) }
      .map(\.element)
  }
}

// Columns.
extension CorpusPhase {
  private static func text(_ relation: Relation) -> String {
    relation.columns.map { column in
      let chinese = column.label(in: .chinese)
      let names = chinese == column.name ? chinese : "\(column.name) \(chinese)"
      return "\(names): \(text(column.type))" + (column.isPinned ? ", as converted" : "")
    }
    .joined(separator: "\n")
  }

  private static func text(_ type: ColumnType?) -> String {
    switch type {
    case nil: "missing"
    case .text: "text"
    case .enumeration(let enumeration): "one of \(enumeration.rawValue)"
    case .quantity(.any): "quantity of any unit"
    case .quantity(.exactly(let unit)): unit == .none ? "number" : "quantity in \(unit.name)"
    case .quantity(.families(let families)):
      "quantity of " + families.map { "\($0)" }.sorted().joined(separator: " or ")
    case .period: "period"
    case .truth: "truth"
    case .source: "source"
    }
  }
}

// Mistakes.
extension CorpusPhase {
  /// One mistake a line, what belongs to it indented under it.
  private static func text(_ diagnostics: [Diagnostic], _ source: Source) -> String {
    diagnostics.map { diagnostic in
      let sign = diagnostic.severity == .warning ? "warning " : ""
      var lines = [sign + diagnostic.code.rawValue + " " + place(diagnostic.span, source)]
      lines += diagnostic.labels.map { "  note \(place($0.span, source)) \($0.text.english)" }
      if let suggestion = diagnostic.suggestion {
        lines += suggestion.edits.map {
          "  fix \(place($0.span, source)) → «\(visible($0.replacement))»"
        }
        if suggestion.edits.isEmpty { lines.append("  advice \(suggestion.text.english)") }
      }
      return lines.joined(separator: "\n")
    }
    .joined(separator: "\n")
  }

  /// `1:14 «investmnt»`: line and column of the first character, both from 1, and the text.
  private static func place(_ span: Span, _ source: Source) -> String {
    let before = String(
      decoding: source.bytes[..<min(span.start, source.bytes.count)], as: UTF8.self)
    let lines = before.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    let column = (lines.last?.count ?? 0) + 1
    return "\(lines.count):\(column) «\(visible(source.text(span)))»"
  }

  private static func visible(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
  }

  /// Queries that its suggestions turn a query into, each with the mistake it is to mend.
  static func cures(of query: String, _ ledger: Ledger) -> [(cure: String, code: String, left: Int)]
  {
    let source = Source(query)
    let before = mistakes(source, ledger)
    return before.compactMap { diagnostic in
      guard let edits = diagnostic.suggestion?.edits, !edits.isEmpty else { return nil }
      let mended = source.applying(edits)
      return (
        String(decoding: mended.bytes, as: UTF8.self), diagnostic.code.rawValue,
        mistakes(mended, ledger).count - before.count
      )
    }
  }

  private static func mistakes(_ source: Source, _ ledger: Ledger) -> [Diagnostic] {
    var session = Session(ledger: ledger)
    do {
      try session.run(source) { _ in }
      return []
    } catch {
      return error.diagnostics
    }
  }
}
