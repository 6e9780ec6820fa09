internal import DajuanLedger
internal import DajuanSyntax

extension CorrectionProblem {
  /// What is wrong with a field's value, in both languages.
  func text(of field: Correction.Field) -> Bilingual {
    Bilingual(description, chinese(of: field))
  }

  private func chinese(of field: Correction.Field) -> String {
    switch self {
    case .unwantedValue: return "\(field.rawValue) 后面没有值"
    case .noNumber(let value): return "`\(value)` 不是单纯的数"
    case .noPeriod(let value):
      let forms = Self.periodForms
      return "`\(value)` 不是期间；写法如 \(forms.dropLast().joined(separator: "、"))"
        + " 或 \(forms[forms.count - 1])"
    case .otherWord(let value, let words):
      let chinese = words.map { word in
        Vocabulary.entry(spelled: word, in: .value, scope: field.rawValue)?.chinese ?? word
      }
      return "不能是 `\(value)`；可选 \(chinese.joined(separator: "、"))"
    case .noUnit(let value): return "`\(value)` 不是单位"
    case .noSubject: return "事实要有主体"
    }
  }
}
