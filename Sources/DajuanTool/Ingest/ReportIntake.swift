internal import DajuanLedger
internal import DajuanReports
internal import DajuanSyntax

/// One file on its way into a ledger: read, taken apart, counted. Done on any thread.
struct ReportIntake: Sendable {
  /// What a file came to.
  enum Outcome: Sendable {
    /// A report, ready to be stored.
    case read(Draft)
    /// Its bytes are in the ledger already, as the report of this id.
    case known(id: String)
    /// The text of the report of this id, which the ledger names and does not hold as it was.
    case intact([UInt8], id: String)
    /// It is no work report, for this reason.
    case leftOut(Bilingual)
    case failed(Bilingual)
    /// The person pressed Ctrl-C while another program took the text out of it.
    case interrupted
  }

  /// A report ready to be stored.
  struct Draft: Sendable {
    let text: [UInt8]
    /// Without id and file, which depend on what is in the ledger.
    let stored: StoredReport
    let account: ReportAccount
    /// What a person should know of how it was read.
    let notes: [Bilingual]
  }

  /// The ledger's folder.
  let ledger: String
  /// The reports it has, by the checksums of what they were read from.
  let known: [String: StoredReport]
  let year: Int?
  let place: String?

  func outcome(of path: String) -> Outcome {
    do throws(LedgerFailure) {
      let bytes = try ReportDocument.bytes(of: path)
      let checksum = SHA256.hex(bytes)
      // What is known needs no text taken out of it.
      let stored = known[checksum]
      if let stored, LedgerFolder.holds(stored, in: ledger) { return .known(id: stored.id) }
      let document = try ReportDocument(bytes, path: path, runsPrograms: true)
      // A text the ledger lost is put back as it was; what person and path say of it stays.
      if let stored, let text = try? ReportText(document.text).utf8,
        SHA256.hex(text) == stored.sha256
      {
        return .intact(text, id: stored.id)
      }
      return try outcome(of: document, path, checksum)
    } catch {
      if case .interrupted = error { return .interrupted }
      return .failed(error.text)
    }
  }

  private func outcome(
    of document: ReportDocument, _ path: String, _ checksum: String
  ) throws(LedgerFailure) -> Outcome {
    do throws(ReadError) {
      let text = try ReportText(document.text)
      let reading = try HintedReading(text.utf8, path: path, year: year, place: place)
      let report = reading.report
      let account = ReportAccount(report)
      if let reason = doubt(report, account) { return .leftOut(reason) }
      let form =
        switch document.form {
        case .text: text.encoding.rawValue
        case .pdf: "PDF"
        case .docx: "docx"
        }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let stored = StoredReport(
        id: "", file: "",
        sha256: document.form == .text && text.encoding == .utf8
          ? checksum : SHA256.hex(text.utf8),
        origin: StoredReport.Origin(name: name, sha256: checksum, form: form),
        givenPlace: reading.givenPlace, givenYear: reading.givenYear, title: report.title,
        place: report.place, level: report.level?.rawValue,
        year: report.planned?.year ?? reading.givenYear, facts: account.total)
      return .read(
        Draft(
          text: text.utf8, stored: stored, account: account, notes: notes(report, account, text)))
    } catch {
      throw .report(path: path, error)
    }
  }

  /// Why a text is no work report, or nothing. What a person says it is of, it is of.
  private func doubt(_ report: Report, _ account: ReportAccount) -> Bilingual? {
    if year != nil, place != nil { return nil }
    if account.total == 0, account.honours == 0, account.measures == 0 {
      return Bilingual(
        "there is nothing in it that a work report says: no figure, no honour, no measure",
        "里面没有工作报告会说的：没有数，没有荣誉，也没有民生事项")
    }
    if report.title == nil, report.place == nil, account.total < 10 {
      return Bilingual(
        "it has neither title nor place, and \(account.total) figures: not a work report; "
          + "--year and --place take it in",
        "没有标题和地方，只有 \(account.total) 个数：不像工作报告；给出 --year 和 --place 就收")
    }
    return nil
  }

  private func notes(_ report: Report, _ account: ReportAccount, _ text: ReportText) -> [Bilingual]
  {
    var notes: [Bilingual] = []
    func add(_ english: String, _ chinese: String) { notes.append(Bilingual(english, chinese)) }
    if text.isDoubtful {
      add("the encoding is a guess: few of its characters are common ones", "编码是猜的：常用字很少")
    }
    if report.planned == nil {
      add("no year found: its facts have no periods; --year", "没有找到年份，事实没有期间；可给 --year")
    }
    if report.place == nil { add("no place found; --place", "没有找到地方；可给 --place") }
    if account.unreadFigures > 0 {
      add(
        "\(account.unreadFigures) figures left unread: names, numbering, or unknown",
        "\(account.unreadFigures) 个数没有读：名称、编号或不认识的")
    }
    return notes
  }
}
