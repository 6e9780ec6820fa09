/// What a diagnostic code means, with an example of the mistake and its cure.
///
/// The texts stand in explanations.txt: for each code a block of lines, each a key and what it says;
/// several lines of one key go together. `under` says what the example supposes beside the text:
/// a limit of `SyntaxLimits` or `QueryLimits`, `compiled` for a text that a program compiles, `bytes` for `<FF>` standing for that byte, `stopped` for a caller who
/// asks the query to stop, `elsewhere` for a ledger that is not the bundled one.
public struct Explanation: Hashable, Sendable {
  /// The code.
  public let code: DiagnosticCode

  /// What it means.
  public let meaning: Bilingual

  /// A script with the mistake.
  public let mistake: String

  /// The script without it.
  public let cure: String

  /// What the example supposes beside the text.
  package let conditions: [String]

  /// The explanations of all codes, in the order of the codes.
  public static let all = parse(String(decoding: PackageResources.explanations_txt, as: UTF8.self))

  /// The explanation of a code as a person writes it: in any case, with full-width digits or not.
  public static func of(_ code: String) -> Explanation? {
    let bytes = Array(code.utf8)
    let name = ByteCursor(validUTF8: bytes).foldedText(0, bytes.count).uppercased()
    return all.first { $0.code.rawValue == name }
  }

  static func parse(_ text: String) -> [Explanation] {
    var explanations: [Explanation] = []
    var fields: [String: [String]] = [:]
    var code: DiagnosticCode?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let named = DiagnosticCode(rawValue: String(line)) {
        code = named
      } else if let blank = line.firstIndex(of: " ") {
        fields[String(line[..<blank]), default: []].append(
          String(line[line.index(after: blank)...]))
      } else if line.isEmpty, let named = code {
        explanations.append(Explanation(named, fields))
        fields = [:]
        code = nil
      }
    }
    if let code { explanations.append(Explanation(code, fields)) }
    return explanations
  }

  private init(_ code: DiagnosticCode, _ fields: [String: [String]]) {
    func text(_ key: String) -> String { (fields[key] ?? []).joined(separator: "\n") }
    self.code = code
    meaning = Bilingual(text("en"), text("zh"))
    mistake = text("mistake")
    cure = text("cure")
    conditions = fields["under"] ?? []
  }
}

extension Explanation {
  /// The code with its message, `…` in the place of what differs from case to case.
  public func line(in language: Language) -> String { "\(code.rawValue)  \(message[language])" }

  /// The whole as a person reads it.
  public func text(in language: Language) -> String {
    let isChinese = language == .chinese
    let isWarning = code.fact.severity == .warning
    let grade =
      isChinese ? (isWarning ? "警告" : "错误") : (isWarning ? "warning" : "error")
    return """
      \(grade)[\(code.rawValue)]: \(message[language])

      \(meaning[language])

      \(isChinese ? "错误示例：" : "A mistake:")
      \(Self.indented(mistake))
      \(isChinese ? "改正：" : "Its cure:")
      \(Self.indented(cure))

      """
  }

  /// The message of the mistake, `…` in the place of what differs from case to case.
  package var message: Bilingual {
    code.fact.message.filled(with: Array(repeating: Bilingual("…", "…"), count: 10))
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
  }
}
