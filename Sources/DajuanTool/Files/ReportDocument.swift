internal import DajuanLedger
internal import DajuanReports
internal import DajuanSyntax

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
  static let textIsTooLong = Bilingual(
    "its text is longer than the \(ReportReader.maximumBytes >> 20) MB of one report; "
      + "if it is several reports, part it into a file for each",
    "文字超过一份报告的上限 \(ReportReader.maximumBytes >> 20) MB；若是几份报告，请一份一个文件")

  /// The bytes of a file, if they are not more than a document can have.
  static func bytes(of path: String) throws(LedgerFailure) -> [UInt8] {
    do throws(FileFailure) {
      return try FileReading.bytes(of: path, limit: maximumBytes)
    } catch {
      guard error.isTooLong else { throw .file(error) }
      throw .document(
        path: path,
        reason: Bilingual(
          "it is longer than the \(maximumBytes >> 20) MB of a document",
          "超过一份文档的上限 \(maximumBytes >> 20) MB"))
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
          path: path,
          reason: Bilingual(
            "a PDF; `dajuan ingest` takes it into a ledger, which can be asked",
            "是 PDF；先用 `dajuan ingest` 收进台账，再查台账"))
      }
      text = try Self.pdfText(path)
    case .docx:
      do throws(DocumentError) {
        text = try WordDocument.text(of: bytes)
      } catch {
        throw .document(path: path, reason: error.text)
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
    func failure(_ english: String, _ chinese: String) -> LedgerFailure {
      .document(path: path, reason: Bilingual(english, chinese))
    }
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
          "a PDF is read by way of pdftotext, which is not installed (Debian: poppler-utils)",
          "读 PDF 要用 pdftotext，这里没有安装（Debian：poppler-utils）")
      case .notStarted(let code):
        let reason = FileFailure(path: "", code: code)
        throw failure(
          "pdftotext cannot be started: \(reason.message)",
          "无法启动 pdftotext：\(reason.message(in: .chinese))")
      case .tooSlow(let seconds):
        throw failure("pdftotext took more than \(seconds) s", "pdftotext 超过 \(seconds) 秒")
      case .tooLong: throw .document(path: path, reason: textIsTooLong)
      case .interrupted: throw .interrupted(path: path)
      case .failed(0, _):
        throw failure(
          "there is no text in the PDF: its pages may be pictures", "PDF 里没有文字，页面可能是图片")
      case .failed(let status, let message):
        throw failure(
          "pdftotext failed (\(status))" + (message.isEmpty ? "" : ": " + message),
          "pdftotext 失败（\(status)）" + (message.isEmpty ? "" : "：" + message))
      }
    }
  }
}
