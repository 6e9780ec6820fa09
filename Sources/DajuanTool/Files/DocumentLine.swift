internal import DajuanLedger
internal import DajuanReports

/// A document as a line of JSON, the form in which engines hand out rows:
/// `{"text": …, "id": …, "place": …, "year": …}`.
struct DocumentLine {
  /// Why a line is no document.
  struct Problem: Error {
    let reason: String
  }

  /// The report.
  let text: String
  /// Its id as it was written, in JSON; `null` where there is none.
  let id: String
  let place: String?
  let year: Int?

  init(_ bytes: [UInt8]) throws(Problem) {
    let value: JSONValue
    do throws(JSONProblem) {
      value = try JSONReader.value(of: bytes)
    } catch {
      throw Problem(reason: error.description)
    }
    guard case .object = value else { throw Problem(reason: "not an object") }
    guard let text = value["text"]?.string else {
      throw Problem(reason: "no `text`, or none that is a string")
    }
    self.text = text
    switch value["id"] ?? .null {
    case .null, .string, .number: id = (value["id"] ?? .null).json
    default: throw Problem(reason: "`id` is neither a string nor a number")
    }
    place = try Self.place(value["place"] ?? .null)
    year = try Self.year(value["year"] ?? .null)
  }

  private static func place(_ value: JSONValue) throws(Problem) -> String? {
    if value.isNull { return nil }
    guard let place = value.string else { throw Problem(reason: "`place` is no string") }
    return place.isEmpty ? nil : place
  }

  private static func year(_ value: JSONValue) throws(Problem) -> Int? {
    if value.isNull || value.string?.isEmpty == true { return nil }
    guard let year = value.int ?? value.string.flatMap({ Int($0) }), (1...9999).contains(year)
    else { throw Problem(reason: "`year` is no year from 1 to 9999") }
    return year
  }

  /// The facts as lines of JSON, each with the document's id.
  ///
  /// - Parameters:
  ///   - place: The place, where the document does not say.
  ///   - year: The year of delivery, where the document does not say.
  /// - Returns: The lines, UTF-8.
  /// - Throws: Why the text cannot be read.
  func facts(place: String?, year: Int?) throws(ReadError) -> [UInt8] {
    let report = try ReportReader.read(
      Array(text.utf8), options: .init(year: self.year ?? year, place: self.place ?? place))
    return report.factLines(document: id)
  }
}
