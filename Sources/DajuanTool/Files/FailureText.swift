internal import DajuanLedger
internal import DajuanReports
internal import DajuanSyntax
internal import Glibc

// What is wrong with files, in the language of who asked.
extension FileFailure {
  /// The file and what is wrong with it.
  func description(in language: Language) -> String {
    path + (language == .chinese ? "：" : ": ") + message(in: language)
  }

  /// What is wrong; the system's own words for what a person is not likely to meet.
  func message(in language: Language) -> String {
    guard language == .chinese else { return message }
    return switch code {
    case ENOENT: "没有这个文件或文件夹"
    case EACCES, EPERM: "没有权限"
    case EISDIR: "是文件夹，不是文件"
    case ENOTDIR: "路径中有一段不是文件夹"
    case EROFS: "所在的磁盘只读"
    case ENOSPC: "磁盘已满"
    case EFBIG: "文件过大"
    default: message
    }
  }
}

extension StoreError {
  /// The ledger and what is wrong with it. What only whoever mends files by hand needs stays English.
  func description(in language: Language) -> String {
    guard language == .chinese else { return description }
    return switch self {
    case .file(let failure): failure.description(in: language)
    case .foreign(let folder, _): "\(folder)：不是台账，没有可用的 \(LedgerFolder.manifestName)"
    case .damaged(let file, let reason): "\(file)：已损坏（\(reason)）"
    case .newer(let folder, let format):
      "\(folder)：格式为 \(format)，此版本只能读到 \(LedgerManifest.format)"
    case .tooLarge(let table, let reason): "表 \(table) 无法写入（\(reason)）"
    case .locked(let folder): "\(folder)：另一进程正在写入，等它结束再试"
    }
  }
}

extension ReadError {
  /// What is wrong, with the way out where there is one.
  var advice: Bilingual {
    switch self {
    case .undecodable(let offset):
      Bilingual(description, "不是文字：第 \(offset) 字节不是 UTF-8，全文也不是 UTF-16、GB18030 或 Big5")
    case .empty: Bilingual(description, "里面没有文字")
    case .tooLarge: ReportDocument.textIsTooLong
    }
  }
}

extension DocumentError {
  /// What is wrong.
  var text: Bilingual {
    switch self {
    case .archive(let reason): Bilingual(description, "不是可读的 docx（\(reason)）")
    case .noPart(let name): Bilingual(description, "不是文字处理软件的 docx：里面没有 \(name)")
    case .compression(let reason), .markup(let reason):
      Bilingual(description, "docx 已损坏（\(reason)）")
    case .tooLarge: Bilingual(description, "docx 的内容超过一份报告所能有的")
    }
  }
}

extension LedgerFailure {
  /// The file and what is wrong with it, in both languages.
  var text: Bilingual {
    Bilingual(description(in: .english), description(in: .chinese))
  }

  /// The file and what is wrong with it.
  func description(in language: Language) -> String {
    (path.map { $0 + (language == .chinese ? "：" : ": ") } ?? "") + message(in: language)
  }

  /// What is wrong, without the file's name.
  func message(in language: Language) -> String {
    switch self {
    case .file(let failure): failure.message(in: language)
    case .report(_, let error): error.advice[language]
    case .document(_, let reason): reason[language]
    case .store(let error): error.description(in: language)
    case .interrupted: language == .chinese ? "已中止" : "interrupted"
    }
  }
}
