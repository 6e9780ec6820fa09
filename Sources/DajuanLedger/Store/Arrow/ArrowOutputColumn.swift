/// A column to be written to an Arrow file.
///
/// What is written is taken to be sound: offsets go up from nought to the end of what they count, and
/// codes are places in their dictionary.
package struct ArrowOutputColumn {
  let name: String
  let type: ArrowType
  let metadata: ArrowMetadata
  let isNullable: Bool
  let content: ArrowContent
  /// The texts that codes stand for.
  let dictionary: ArrowContent?

  /// A column of numbers.
  ///
  /// - Parameters:
  ///   - name: Its name, which no other column of the table has.
  ///   - numbers: One a row; anything where a row has no value.
  ///   - validity: A bit for every row, the lowest first: set where it has a value. Without it, no
  ///     row can be without one.
  ///   - metadata: What the file says of it.
  /// - Returns: The column.
  package static func numbers<Number: ArrowNumber>(
    _ name: String, _ numbers: ArrowElements<Number>, validity: Buffer<UInt64>? = nil,
    metadata: ArrowMetadata = [:]
  ) -> ArrowOutputColumn {
    ArrowOutputColumn(
      name: name, type: .number(Number.arrowKind), metadata: metadata,
      isNullable: validity != nil,
      content: ArrowContent(rows: numbers.count, validity: validity, [numbers.body]),
      dictionary: nil)
  }

  /// A column of texts.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - offsets: Where each text begins in the bytes, and where the last one ends: a number more than
  ///     rows. Of 32 or 64 bits.
  ///   - bytes: The texts, UTF-8.
  ///   - validity: As for numbers. A row without a value has an empty text.
  ///   - metadata: What the file says of it.
  /// - Returns: The column.
  package static func texts<Offset: ArrowInteger>(
    _ name: String, offsets: ArrowElements<Offset>, bytes: ArrowElements<UInt8>,
    validity: Buffer<UInt64>? = nil, metadata: ArrowMetadata = [:]
  ) -> ArrowOutputColumn {
    ArrowOutputColumn(
      name: name, type: .text(isLarge: isLarge(Offset.self)), metadata: metadata,
      isNullable: validity != nil,
      content: .texts(offsets: offsets, bytes: bytes, validity: validity), dictionary: nil)
  }

  /// A column of texts that occur again and again, each written once.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - codes: The place of each row's text in the dictionary. Where a row has no value, too, it has
  ///     to be a place that is there, such as nought: Polars refuses the file otherwise.
  ///   - offsets: Where each text of the dictionary begins, and where the last one ends.
  ///   - bytes: The texts of the dictionary, UTF-8, no two alike.
  ///   - validity: As for numbers.
  ///   - metadata: What the file says of it.
  /// - Returns: The column.
  package static func dictionary<Code: ArrowInteger, Offset: ArrowInteger>(
    _ name: String, codes: ArrowElements<Code>, offsets: ArrowElements<Offset>,
    bytes: ArrowElements<UInt8>, validity: Buffer<UInt64>? = nil, metadata: ArrowMetadata = [:]
  ) -> ArrowOutputColumn {
    ArrowOutputColumn(
      name: name, type: .dictionary(codes: Code.arrowKind, isLarge: isLarge(Offset.self)),
      metadata: metadata, isNullable: validity != nil,
      content: ArrowContent(rows: codes.count, validity: validity, [codes.body]),
      dictionary: .texts(offsets: offsets, bytes: bytes, validity: nil))
  }

  /// A column of lists of numbers.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - offsets: Where each list begins in the values, and where the last one ends: a number more
  ///     than rows.
  ///   - values: The numbers of all lists.
  ///   - validity: As for numbers. A row without a value has an empty list.
  ///   - metadata: What the file says of it.
  /// - Returns: The column.
  package static func lists(
    _ name: String, offsets: ArrowElements<Int32>, values: ArrowElements<Int32>,
    validity: Buffer<UInt64>? = nil, metadata: ArrowMetadata = [:]
  ) -> ArrowOutputColumn {
    var content = ArrowContent(rows: offsets.count - 1, validity: validity, [offsets.body])
    content.add(values)
    return ArrowOutputColumn(
      name: name, type: .list, metadata: metadata, isNullable: validity != nil, content: content,
      dictionary: nil)
  }

  private static func isLarge<Offset: ArrowInteger>(_ type: Offset.Type) -> Bool {
    precondition(Offset.bitWidth >= 32, "offsets have 32 or 64 bits")
    return Offset.bitWidth == 64
  }
}

/// The nodes and buffers of a column in a batch.
struct ArrowContent {
  private(set) var nodes: [ArrowBatch.Node]
  private(set) var buffers: [ArrowBody]

  /// How many rows there are.
  var rows: Int { Int(nodes[0].length) }

  init(rows: Int, validity: Buffer<UInt64>?, _ others: [ArrowBody]) {
    precondition(rows >= 0, "offsets are a number more than rows")
    let nulls = validity.map { ArrowBody.nullCount($0, rows: rows) } ?? 0
    nodes = [ArrowBatch.Node(length: Int64(rows), nulls: Int64(nulls))]
    // Where every row has a value, the format has no use for a validity.
    let bits = nulls == 0 ? nil : validity.map { ArrowBody.validity($0, rows: rows) }
    buffers = [bits ?? .empty] + others
  }

  static func texts<Offset: ArrowInteger>(
    offsets: ArrowElements<Offset>, bytes: ArrowElements<UInt8>, validity: Buffer<UInt64>?
  ) -> ArrowContent {
    precondition(Offset(exactly: bytes.count) != nil, "offsets reach the end of the texts")
    return ArrowContent(
      rows: offsets.count - 1, validity: validity, [offsets.body, bytes.body])
  }

  /// Adds the elements of lists.
  mutating func add(_ values: ArrowElements<Int32>) {
    nodes.append(ArrowBatch.Node(length: Int64(values.count), nulls: 0))
    buffers += [.empty, values.body]
  }
}
