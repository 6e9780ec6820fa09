/// What a person says of one fact, over what the rules found: one line of `corrections.tsv`.
///
/// It is tied to the words of the report, not to their offsets, so that it survives another reading
/// of a text that has shifted: the quote, and some of the sentence before and after it
/// (a TextQuoteSelector of the Web Annotation Data Model, W3C 2017, section 4.2.4).
package struct Correction: Hashable, Sendable {
  /// What it says something of.
  package enum Field: String, CaseIterable, Hashable, Sendable {
    /// The number, in the unit.
    case value
    /// The unit, with 万 and 亿 folded into the number.
    case unit
    /// The lower end; empty for none.
    case lower
    /// The upper end; empty for none.
    case upper
    /// The sense of the bound word.
    case bound
    /// Reported or promised.
    case nature
    /// How strongly it is put.
    case force
    /// The time it is of; empty for none.
    case period
    /// What it is about.
    case kind
    /// What is measured of what.
    case subject
    /// The measure alone.
    case measure
    /// What the number does for the subject.
    case role
    /// The words are no quantity: the fact goes.
    case delete
    /// The fact is right as it was read.
    case confirm
    /// A remark, and no change.
    case note

    /// Whether it takes a value.
    package var takesValue: Bool {
      switch self {
      case .delete, .confirm, .note: false
      default: true
      }
    }
  }

  /// Where in a report the fact stands.
  package struct Anchor: Hashable, Sendable {
    /// The report's id in the ledger.
    package var report: String
    /// The words just before the quote in its sentence, or some of them.
    package var prefix: String
    /// The quantity's words, as the fact's surface has them.
    package var quote: String
    /// The words just after it, or some of them.
    package var suffix: String

    /// Makes an anchor.
    package init(report: String, prefix: String, quote: String, suffix: String) {
      self.report = report
      self.prefix = prefix
      self.quote = quote
      self.suffix = suffix
    }
  }

  /// Where the fact stands.
  package var anchor: Anchor
  /// What is said of it.
  package var field: Field
  /// The new value; empty where the field takes none, or is to be missing.
  package var value: String
  /// Who says so; may be empty.
  package var by: String
  /// When it was said, `2026-11-25T09:30:00.123456`, or the day alone; may be empty.
  package var date: String
  /// Why; may be empty.
  package var note: String

  /// Makes a correction.
  package init(
    anchor: Anchor, field: Field, value: String = "", by: String = "", date: String = "",
    note: String = ""
  ) {
    self.anchor = anchor
    self.field = field
    self.value = value
    self.by = by
    self.date = date
    self.note = note
  }

  /// What is wrong with the value for the field, or nothing.
  package var problem: CorrectionProblem? {
    switch field {
    case .delete, .confirm, .note: return value.isEmpty ? nil : .unwantedValue(field)
    case .value: return Decimal(value) == nil ? .noNumber(value) : nil
    case .lower, .upper:
      return value.isEmpty || Decimal(value) != nil ? nil : .noNumber(value)
    case .period:
      return value.isEmpty || Period(interchange: value) != nil ? nil : .noPeriod(value)
    case .bound: return problem(unlessIn: Bound.allCases.map(\.rawValue))
    case .nature: return problem(unlessIn: Nature.allCases.map(\.rawValue))
    case .force: return problem(unlessIn: Force.allCases.map(\.rawValue))
    case .kind: return problem(unlessIn: Kind.allCases.map(\.rawValue))
    case .role: return problem(unlessIn: Role.allCases.map(\.rawValue))
    case .unit: return Unit.named(value) == nil ? .noUnit(value) : nil
    case .subject: return value.isEmpty ? .noSubject : nil
    case .measure: return nil
    }
  }

  private func problem(unlessIn words: [String]) -> CorrectionProblem? {
    words.contains(value) ? nil : .otherWord(value, words)
  }

  /// The day it was said; may be empty.
  package var day: String { String(date.prefix(10)) }

  /// What is said, in short: `period 2022`, `delete`.
  package var summary: String {
    field.takesValue ? "\(field.rawValue) \(value.isEmpty ? "–" : value)" : field.rawValue
  }
}
