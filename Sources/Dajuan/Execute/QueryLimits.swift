/// What a query may use before it ends in an ordinary error.
public struct QueryLimits: Hashable, Sendable {
  /// The longest it may run, in seconds.
  public var seconds: Int

  /// The most rows that putting tables together may make, and that an answer may have.
  public var rows: Int

  /// The most memory the columns of one step may take, in bytes; they are estimated, not measured.
  public var bytes: Int

  /// The most threads that work on a query; `nil` for as many as the machine has cores. Answers are
  /// the same on any number of them.
  public var threads: Int?

  /// Limits, each with the default of ``default``.
  public init(
    seconds: Int = 600, rows: Int = 10_000_000, bytes: Int = 8 << 30, threads: Int? = nil
  ) {
    self.seconds = seconds
    self.rows = rows
    self.bytes = bytes
    self.threads = threads
  }

  /// Ten minutes, ten million rows, 8 GiB.
  public static let `default` = QueryLimits()
}

extension QueryLimits {
  /// What is wrong with limits in words.
  public enum Mistake: Error, Hashable, Sendable {
    /// No limit has this name.
    case unknown(String)
    /// The limit does not take this value.
    case wrongValue(String, of: String)
  }

  /// Sets limits written as `time=60s,rows=1000000,memory=2GB,threads=2`; times in s, min or h, memory in
  /// MB or GB, of 1024 to the next.
  public mutating func set(_ text: some StringProtocol) throws(Mistake) {
    for part in text.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(sides[0])
      let value = sides.count > 1 ? String(sides[1]) : ""
      switch name {
      case "time": seconds = try Self.number(value, of: name, ["s": 1, "min": 60, "h": 3600])
      case "threads": threads = try Self.number(value, of: name, ["": 1])
      case "rows": rows = try Self.number(value, of: name, ["": 1])
      case "memory": bytes = try Self.number(value, of: name, ["MB": 1 << 20, "GB": 1 << 30])
      default: throw .unknown(name)
      }
    }
  }

  private static func number(
    _ text: String, of name: String, _ units: [String: Int]
  ) throws(Mistake) -> Int {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), number > 0,
      let unit = units[String(text.dropFirst(digits.count))]
    else { throw .wrongValue(text, of: name) }
    let (product, overflow) = number.multipliedReportingOverflow(by: unit)
    if overflow { throw .wrongValue(text, of: name) }
    return product
  }
}
