internal import DajuanLedger
internal import DajuanReports

/// A file that holds a report: a text, or a document whose text is taken out of it.
struct ReportDocument: Sendable {
  /// What may hold a report.
  enum Form: Equatable {
    case text
    /// Read by way of `pdftotext`.
    case pdf
    /// The Office Open XML of word processors.
    case docx

    /// Told by how the bytes begin, whatever the file is called.
    init(_ bytes: [UInt8]) {
      if bytes.prefix(1024).firstRange(of: "%PDF-".utf8) != nil {
        self = .pdf
      } else {
        self = bytes.starts(with: [0x50, 0x4B, 3, 4]) ? .docx : .text
      }
    }
  }

  let form: Form
  /// The bytes of its text: those of the file, where that is a text.
  let text: [UInt8]

  /// Reads a file; `-` is standard input, where no PDF is read.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - runsPrograms: Whether another program may be started to read it. Queries never do that.
  /// - Throws: Why it cannot be read.
  init(_ path: String, runsPrograms: Bool) throws(LedgerFailure) {
    try self.init(Self.bytes(of: path), path: path, runsPrograms: runsPrograms)
  }

  /// The longest document that is opened, in bytes: there are pictures in it beside the text.
  static let maximumBytes = 1 << 28

  /// What a text is that is longer than ``ReportReader/maximumBytes``, and the way out.
  static let textIsTooLong =
    "its text is longer than the \(ReportReader.maximumBytes >> 20) MB of one report; "
    + "if it is several reports, part it into a file for each"

  /// The bytes of a file, if they are not more than a document can have.
  static func bytes(of path: String) throws(LedgerFailure) -> [UInt8] {
    do throws(FileFailure) {
      return try FileReading.bytes(of: path, limit: maximumBytes)
    } catch {
      guard error.isTooLong else { throw .file(error) }
      throw .document(
        path: path, reason: "it is longer than the \(maximumBytes >> 20) MB of a document")
    }
  }

  /// Takes the text out of a file's bytes.
  init(_ bytes: [UInt8], path: String, runsPrograms: Bool) throws(LedgerFailure) {
    form = Form(bytes)
    switch form {
    case .text: text = bytes
    case .pdf:
      guard runsPrograms, path != "-" else {
        throw .document(
          path: path, reason: "a PDF; `dajuan ingest` takes it into a ledger, which can be asked")
      }
      text = try Self.pdfText(path)
    case .docx:
      do throws(DocumentError) {
        text = try WordDocument.text(of: bytes)
      } catch {
        throw .document(path: path, reason: error.description)
      }
    }
  }

  /// The text of a PDF in reading order.
  ///
  /// Most programs write a page's text in that order, which `-raw` keeps; where one does not,
  /// `pdftotext` can find the columns itself. Of the two the one that more facts are read from is
  /// taken: a sentence torn between columns loses its figures. (`-layout` sets columns side by side.)
  private static func pdfText(_ path: String) throws(LedgerFailure) -> [UInt8] {
    let written = try pdfText(path, ["-raw"])
    let found = try pdfText(path, [])
    if written == found { return written }
    func facts(_ text: [UInt8]) -> Int { (try? ReportReader.read(text))?.facts.count ?? 0 }
    return facts(found) > facts(written) ? found : written
  }

  private static func pdfText(_ path: String, _ mode: [String]) throws(LedgerFailure) -> [UInt8] {
    func failure(_ reason: String) -> LedgerFailure { .document(path: path, reason: reason) }
    // A name is never taken for an option.
    let name = path.hasPrefix("/") ? path : "./" + path
    do throws(ChildProcess.Failure) {
      let text = try ChildProcess.output(
        of: "pdftotext", ["-enc", "UTF-8", "-q"] + mode + ["--", name, "-"],
        limit: ReportReader.maximumBytes, seconds: 120)
      // Between pages stands a form feed.
      let isBlank = text.allSatisfy { $0 <= 0x20 }
      if isBlank { throw ChildProcess.Failure.failed(status: 0, message: "") }
      return text
    } catch {
      switch error {
      case .missing:
        throw failure(
          "a PDF is read by way of pdftotext, which is not installed (Debian: poppler-utils)")
      case .notStarted(let code):
        throw failure("pdftotext cannot be started: \(FileFailure(path: "", code: code).message)")
      case .tooSlow(let seconds): throw failure("pdftotext took more than \(seconds) s")
      case .tooLong: throw failure(textIsTooLong)
      case .interrupted: throw .interrupted(path: path)
      case .failed(0, _):
        throw failure("there is no text in the PDF: its pages may be pictures")
      case .failed(let status, let message):
        throw failure("pdftotext failed (\(status))" + (message.isEmpty ? "" : ": " + message))
      }
    }
  }
}

extension ReadError {
  /// What is wrong, with the way out where there is one.
  var advice: String {
    if case .tooLarge = self { ReportDocument.textIsTooLong } else { description }
  }
}
