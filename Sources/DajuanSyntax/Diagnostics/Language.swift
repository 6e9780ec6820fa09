/// A language of messages and of the printed vocabulary.
public enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"
}

/// A text in both languages.
public struct Bilingual: Hashable, Sendable {
  /// The English text.
  public let english: String

  /// The Chinese text.
  public let chinese: String

  /// A pair of texts that say the same.
  public init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// A name, a number or a sign, which is the same in both languages.
  package init(_ same: String) { self.init(same, same) }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}

extension Bilingual {
  /// Both texts with every `{n}` hole filled by `arguments[n]`; a hole without an argument stays.
  package func filled(with arguments: [Bilingual]) -> Bilingual {
    Bilingual(
      Self.fill(english, arguments.map(\.english)),
      Self.fill(chinese, arguments.map(\.chinese))
    )
  }

  /// Scans once, so a `{0}` inside an argument is text and never a hole.
  static func fill(_ template: String, _ arguments: [String]) -> String {
    guard !arguments.isEmpty else { return template }
    var result: [UInt8] = []
    let bytes = Array(template.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "{"), index + 2 < bytes.count,
        bytes[index + 2] == UInt8(ascii: "}"),
        bytes[index + 1] >= UInt8(ascii: "0"), bytes[index + 1] <= UInt8(ascii: "9"),
        arguments.indices.contains(Int(bytes[index + 1] - UInt8(ascii: "0")))
      {
        result += Array(arguments[Int(bytes[index + 1] - UInt8(ascii: "0"))].utf8)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
