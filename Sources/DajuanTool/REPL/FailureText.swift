internal import DajuanLedger
internal import DajuanSyntax
internal import Glibc

// What is wrong with files, in the language of who asked.
extension FileFailure {
  /// The file and what is wrong with it.
  func description(in language: Language) -> String {
    language == .chinese ? "\(path)：\(chineseMessage)" : description
  }

  /// The system's own words for what a person is not likely to meet.
  private var chineseMessage: String {
    switch code {
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

extension LedgerFailure {
  /// The file and what is wrong with it.
  func description(in language: Language) -> String {
    switch self {
    case .file(let failure), .store(.file(let failure)): failure.description(in: language)
    case .store(.foreign(let folder, let reason)) where language == .chinese:
      "\(folder)：不是台账（\(reason)）"
    case .interrupted(let path) where language == .chinese: "\(path)：已中止"
    default: description
    }
  }
}
