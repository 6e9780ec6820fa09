/// The numbers that columns are made of.
package enum ArrowKind: String, Hashable, Sendable {
  case int8, int16, int32, int64, uint8, float64

  /// How many bytes a number takes.
  var width: Int {
    switch self {
    case .int8, .uint8: 1
    case .int16: 2
    case .int32: 4
    case .int64, .float64: 8
    }
  }
}

/// A type of the numbers in a column.
package protocol ArrowNumber: BitwiseCopyable, Sendable {
  static var arrowKind: ArrowKind { get }
}

/// What counts places: codes of a dictionary, or where texts and lists begin.
package protocol ArrowInteger: ArrowNumber, FixedWidthInteger, SignedInteger {}

extension Int8: ArrowInteger { package static var arrowKind: ArrowKind { .int8 } }
extension Int16: ArrowInteger { package static var arrowKind: ArrowKind { .int16 } }
extension Int32: ArrowInteger { package static var arrowKind: ArrowKind { .int32 } }
extension Int64: ArrowInteger { package static var arrowKind: ArrowKind { .int64 } }
extension UInt8: ArrowNumber { package static var arrowKind: ArrowKind { .uint8 } }
extension Double: ArrowNumber { package static var arrowKind: ArrowKind { .float64 } }

/// The type of a column.
package enum ArrowType: Hashable, Sendable {
  case number(ArrowKind)
  /// UTF-8; large means offsets of 64 bits and not 32.
  case text(isLarge: Bool)
  /// Codes into a list of texts.
  case dictionary(codes: ArrowKind, isLarge: Bool)
  /// Lists of 32-bit numbers, with offsets of 32 bits.
  case list
  /// What is not read here, under its name in the format.
  case other(String)

  /// Its name, for messages.
  package var description: String {
    switch self {
    case .number(let kind): kind.rawValue
    case .text(let isLarge): isLarge ? "large_utf8" : "utf8"
    case .dictionary(let codes, let isLarge):
      "dictionary<\(isLarge ? "large_utf8" : "utf8"), \(codes.rawValue)>"
    case .list: "list<int32>"
    case .other(let name): name
    }
  }
}

/// What a file says of a column or of itself: names and texts, in order.
package struct ArrowMetadata: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// One of them.
  package struct Entry: Hashable, Sendable {
    package let key: String
    package let value: String
  }

  package private(set) var entries: [Entry] = []

  /// Makes one that says what is listed.
  package init(dictionaryLiteral elements: (String, String)...) {
    entries = elements.map { Entry(key: $0.0, value: $0.1) }
  }

  /// The first text under a name.
  package subscript(key: String) -> String? { entries.first { $0.key == key }?.value }

  /// Adds a text under a name.
  package mutating func append(_ key: String, _ value: String) {
    entries.append(Entry(key: key, value: value))
  }
}

/// Numbers of the published format that both ends need (`Schema.fbs`, `Message.fbs` and `File.fbs` of
/// Apache Arrow).
enum ArrowFormat {
  static let magic = Array("ARROW1".utf8)
  /// `MetadataVersion.V5`, of Arrow 1.0 and later.
  static let version: Int16 = 4
  /// Begins a message; nought behind it ends them.
  static let continuation: UInt32 = 0xffff_ffff
  /// Where buffers lie in a file: at multiples of this.
  static let alignment = 64
  /// `Precision.DOUBLE`.
  static let double: Int16 = 2
  /// How long the metadata of one message may be. A column takes a few hundred bytes.
  static let metadataLimit = 1 << 24
  /// How deep the types of a column may be nested.
  static let depthLimit = 16

  /// `MessageHeader`.
  enum Header: UInt8 {
    case schema = 1
    case dictionaryBatch, recordBatch
  }

  static func aligned(_ size: Int) -> Int { (size + alignment - 1) / alignment * alignment }

  /// The members of `Type` that are read or written; the others are only stepped over.
  enum TypeTag: UInt8 {
    case int = 2
    case floatingPoint = 3
    case utf8 = 5
    case list = 12
    case largeUtf8 = 20
  }
}
