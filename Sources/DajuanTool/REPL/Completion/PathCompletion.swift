internal import DajuanSyntax
internal import Glibc
internal import LineEditing

/// The files and folders a path may go on to.
enum PathCompletion {
  /// Those that begin as what is typed of the last word of a dot-command does.
  ///
  /// A path that has a blank in it is put in quotation marks; those of a folder stay open, so that the
  /// path can go on. Names with control characters or both quotation marks in them, and hidden ones
  /// unless their dot is typed, are left out. Cost: reads the folder.
  static func candidates(
    for word: DotCommand.LastWord, _ language: Language
  ) -> [Completion.Candidate] {
    let kinds = (file: Bilingual("file", "文件"), folder: Bilingual("folder", "文件夹"))
    let slash = word.text.lastIndex(of: "/")
    let folder = slash.map { String(word.text[...$0]) } ?? ""
    let beginning = slash.map { word.text[word.text.index(after: $0)...] } ?? word.text[...]
    let isQuoted = word.quote != nil
    let place = folder.isEmpty ? "." : TypedPaths.path(folder)
    let names = entries(of: place).filter {
      $0.name.hasPrefix(beginning) && (!$0.name.hasPrefix(".") || beginning.hasPrefix("."))
    }
    let needsQuotes = isQuoted || names.contains { !isPlain(folder + $0.name) }
    return names.compactMap { entry in
      let path = folder + entry.name
      guard let text = needsQuotes ? quoted(path, word.quote, isOpen: entry.isFolder) : path else {
        return nil
      }
      return Completion.Candidate(
        text + (entry.isFolder && !needsQuotes ? "/" : ""),
        kind: (entry.isFolder ? kinds.folder : kinds.file)[language], appendsBlank: !entry.isFolder)
    }
  }

  private static func isPlain(_ path: String) -> Bool {
    !path.contains { $0.isWhitespace || $0 == "\"" || $0 == "'" }
  }

  /// The path between quotation marks: the one that is open, or one that it has not got itself.
  private static func quoted(_ path: String, _ open: Character?, isOpen: Bool) -> String? {
    let marks: [Character] = open.map { [$0] } ?? ["\"", "'"]
    guard let mark = marks.first(where: { !path.contains($0) }) else { return nil }
    return "\(mark)\(path)" + (isOpen ? "/" : String(mark))
  }

  private static func entries(of folder: String) -> [(name: String, isFolder: Bool)] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var entries: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      guard let name, name != ".", name != "..", !name.unicodeScalars.contains(where: isControl)
      else { continue }
      entries.append((name, isFolder(name, Int32(entry.pointee.d_type), stream)))
    }
    return entries.sorted { $0.name < $1.name }
  }

  /// Whether an entry is a folder, or a link to one.
  private static func isFolder(_ name: String, _ type: Int32, _ stream: OpaquePointer) -> Bool {
    if type == Int32(DT_DIR) { return true }
    guard type == Int32(DT_LNK) || type == Int32(DT_UNKNOWN) else { return false }
    var status = stat()
    return fstatat(dirfd(stream), name, &status, 0) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
