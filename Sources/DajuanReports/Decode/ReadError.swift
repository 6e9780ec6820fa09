/// Why a report cannot be read as text.
public enum ReadError: Error, Hashable, Sendable {
  /// The bytes are neither UTF-8 nor UTF-16, GB18030 or Big5. The offset is the first byte that is not UTF-8.
  case undecodable(byteOffset: Int)
  /// There is no text in it.
  case empty
  /// It is longer than ``ReportReader/maximumBytes``.
  case tooLarge(bytes: Int)
}

extension ReadError: CustomStringConvertible {
  /// One line that says what is wrong.
  public var description: String {
    switch self {
    case .undecodable(let offset):
      "not text: byte \(offset) is not UTF-8, and the whole is not UTF-16, GB18030 or Big5 either"
    case .empty: "there is no text in it"
    case .tooLarge(let bytes): "\(bytes) bytes are more than a report can have"
    }
  }
}
