/// Why a document's text cannot be taken out of it.
package enum DocumentError: Error, Hashable {
  /// It is no ZIP archive, or a broken one.
  case archive(String)
  /// The archive has no such part.
  case noPart(String)
  /// A part's bytes are not what was packed.
  case compression(String)
  /// A part is not the XML it should be.
  case markup(String)
  /// More than a report can have.
  case tooLarge

  /// One line.
  package var description: String {
    switch self {
    case .archive(let reason): "not a readable docx: \(reason)"
    case .noPart(let name): "not a docx of a word processor: there is no \(name) in it"
    case .compression(let reason): "the docx is damaged: \(reason)"
    case .markup(let reason): "the docx is damaged: \(reason)"
    case .tooLarge: "the docx holds more than a report can have"
    }
  }
}
