internal import DajuanLedger
internal import Glibc

/// The files that words of a command line name: files as they are, folders with all that is in them
/// but ledgers.
struct FileSearch {
  /// In the order of the words; within a folder by name. Each file once.
  private(set) var files: [String] = []
  /// Words that name nothing, with the system's reason.
  private(set) var failures: [FileFailure] = []
  private var seen: Set<FileIdentity> = []
  /// The folders being gone through, against links that lead back.
  private var visited: Set<FileIdentity> = []

  private struct FileIdentity: Hashable {
    let device: UInt
    let inode: UInt
  }

  /// What a file in a folder is called when it may be a report.
  static let endings = ["md", "txt", "html", "htm", "pdf", "docx"]

  init(_ words: [String]) {
    for word in words {
      var status = stat()
      if stat(word, &status) != 0 {
        expand(word, code: errno)
      } else {
        add(word, status)
      }
    }
  }

  /// A pattern that no shell has expanded; what matches none is a failure.
  private mutating func expand(_ word: String, code: Int32) {
    var found = glob_t()
    defer { globfree(&found) }
    let isPattern = word.contains { "*?[".contains($0) }
    guard isPattern, glob(word, 0, nil, &found) == 0 else {
      failures.append(FileFailure(path: word, code: code))
      return
    }
    for index in 0..<Int(found.gl_pathc) {
      guard let name = found.gl_pathv[index] else { continue }
      let path = String(cString: name)
      var status = stat()
      if stat(path, &status) == 0 { add(path, status) }
    }
  }

  private mutating func add(_ path: String, _ status: stat) {
    let identity = FileIdentity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
    if status.st_mode & S_IFMT == S_IFDIR {
      if visited.insert(identity).inserted { walk(path) }
    } else if seen.insert(identity).inserted {
      files.append(path)
    }
  }

  private mutating func walk(_ folder: String) {
    let names: [String]
    do throws(FileFailure) {
      names = try FileReading.names(in: folder)
    } catch {
      failures.append(error)
      return
    }
    // A ledger holds what was read already.
    if names.contains(LedgerFolder.manifestName) { return }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    // Hidden files are none that a person put there to be read.
    for name in names.sorted() where !name.hasPrefix(".") {
      var status = stat()
      guard stat(prefix + name, &status) == 0 else { continue }
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
      let isReport = status.st_mode & S_IFMT == S_IFREG && Self.endings.contains(ending)
      if isFolder || isReport { add(prefix + name, status) }
    }
  }
}
