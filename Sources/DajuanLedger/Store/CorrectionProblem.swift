/// What is wrong with the value that a correction has for its field.
package enum CorrectionProblem: Hashable, Sendable, CustomStringConvertible {
  /// The field takes none.
  case unwantedValue(Correction.Field)
  /// It is no plain number.
  case noNumber(String)
  /// It is no period in the form of ``Period/interchange``.
  case noPeriod(String)
  /// It is none of a field's few words.
  case otherWord(String, [String])
  /// It is no unit.
  case noUnit(String)
  /// The subject is empty.
  case noSubject

  /// How a period may be written.
  package static let periodForms = ["2021", "2021-03", "2021Q1", "2017-2021", "-2021"]

  package var description: String {
    switch self {
    case .unwantedValue(let field): return "\(field.rawValue) takes no value"
    case .noNumber(let value): return "`\(value)` is no plain number"
    case .noPeriod(let value):
      let forms = Self.periodForms
      return "`\(value)` is no period; one is \(forms.dropLast().joined(separator: ", "))"
        + " or \(forms[forms.count - 1])"
    case .otherWord(let value, let words):
      return "`\(value)` is none of \(words.joined(separator: ", "))"
    case .noUnit(let value): return "`\(value)` is no unit"
    case .noSubject: return "a fact has a subject"
    }
  }
}
