/// A function of a text, with what else it is given.
enum ModelTextFunction {
  case length
  /// From a place, the first being 1, so many characters or all.
  case substring(Int, Int?)
  case replace(String, String)
  case joined(String)
  case part(String, Int)

  func text(of name: String) -> String {
    switch self {
    case .length: "length(\(name))"
    case .substring(let start, let count):
      "substring(\(name), \(start)\(count.map { ", \($0)" } ?? ""))"
    case .replace(let old, let new): "replace(\(name), \"\(old)\", \"\(new)\")"
    case .joined(let other): "concat(\(name), \"\(other)\")"
    case .part(let separator, let place): "split_part(\(name), \"\(separator)\", \(place))"
    }
  }

  /// What it makes of a text; nothing of one that is missing.
  func value(of text: String?) -> ModelValue {
    // Nothing is joined on where nothing is.
    if case .joined(let other) = self { return .text((text ?? "") + other) }
    guard let text else { return .missing }
    switch self {
    case .length: return .quantity(ModelQuantity(count: text.count))
    case .substring(let start, let count):
      return .text(String(text.dropFirst(start - 1).prefix(count ?? text.count)))
    case .replace(let old, let new): return .text(Self.parts(of: text, old).joined(separator: new))
    case .joined: return .text(text)
    case .part(let separator, let place):
      let parts = Self.parts(of: text, separator)
      return place <= parts.count ? .text(parts[place - 1]) : .missing
    }
  }

  /// What stands between the occurrences of one character.
  private static func parts(of text: String, _ separator: String) -> [String] {
    text.split(separator: Character(separator), omittingEmptySubsequences: false).map(String.init)
  }
}
