internal import Dajuan
internal import DajuanSyntax
internal import Glibc
internal import LineEditing

extension Repl {
  /// What may stand at the cursor: the session's words, or a dot-command's.
  func complete(_ text: String, _ cursor: Int) -> Completion {
    let before = String(String.UnicodeScalarView(text.unicodeScalars.prefix(cursor)))
    if let command = DotCommand(before) {
      let isTyped = !command.rest.isEmpty
      return command.name == .explain && isTyped
        ? completeExplained(text, cursor, command) : completeCommand(before)
    }
    return completeQuery(text, cursor)
  }

  private func completeQuery(_ text: String, _ cursor: Int) -> Completion {
    let list = session.candidates(in: text, at: cursor, language: options.lang ?? .english)
    return Completion(
      replacing: list.replacing,
      candidates: list.candidates.map {
        Completion.Candidate(
          $0.isFunction ? $0.text + "(" : $0.text, kind: $0.kind, gloss: $0.gloss,
          appendsBlank: !$0.isFunction)
      })
  }

  /// Behind `.explain`: a phase or the query; `command` is what stands before the cursor.
  private func completeExplained(
    _ text: String, _ cursor: Int, _ command: DotCommand
  ) -> Completion {
    let request = ExplainRequest(command.rest)
    // A phase's own word, while the cursor is behind it, is not yet parted from the query.
    let typed =
      request.isFirstWord ? String(command.rest.drop(while: \.isWhitespace)) : request.query
    let start = cursor - typed.unicodeScalars.count
    let query = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(start)))
    let inQuery = completeQuery(query, typed.unicodeScalars.count)
    var candidates = inQuery.candidates
    if request.isFirstWord {
      let isChinese = typed.unicodeScalars.contains { !$0.isASCII }
      let phases = Session.Phase.allCases.map {
        Completion.Candidate(
          isChinese ? $0.chinese : $0.rawValue, kind: "phase",
          gloss: $0.gloss[isChinese ? .chinese : .english])
      }
      candidates = phases.filter { $0.text.hasPrefix(typed) } + candidates
    }
    let place = inQuery.replacing
    return Completion(
      replacing: place.lowerBound + start..<place.upperBound + start, candidates: candidates)
  }

  private func completeCommand(_ before: String) -> Completion {
    let scalars = Array(before.unicodeScalars)
    let start = (scalars.lastIndex { $0.properties.isWhitespace } ?? -1) + 1
    let word = String(String.UnicodeScalarView(scalars[start...]))
    let candidates: [Completion.Candidate]
    if start == 0 || !before.contains(where: { ".．。".contains($0) && before.first == $0 }) {
      let dot = String(word.prefix(1))
      candidates = DotCommand.Name.allCases.flatMap { name in
        [name.rawValue, name.chinese].map {
          Completion.Candidate(dot + $0, kind: name.parameters, gloss: name.gloss.english)
        }
      }
    } else {
      let command = DotCommand(before)
      candidates = arguments(of: command?.name, command?.arguments ?? [], word)
    }
    return Completion(
      replacing: start..<scalars.count,
      candidates: candidates.filter { $0.text.hasPrefix(word) })
  }

  /// What may stand behind a command, `word` being what is typed of it.
  private func arguments(
    of name: DotCommand.Name?, _ arguments: [String], _ word: String
  ) -> [Completion.Candidate] {
    switch name {
    case .help:
      VocabularyEntry.Category.allCases.flatMap { category in
        Vocabulary.entries(in: category).flatMap { entry in
          entry.spellings.map {
            Completion.Candidate($0, kind: category.rawValue, gloss: entry.gloss.english)
          }
        }
      }
    case .schema:
      Vocabulary.spellings(of: .entity).map { Completion.Candidate($0, kind: "table") }
    case .mode: values(of: .mode)
    case .width: values(of: .width)
    case .timer: values(of: .timer)
    case .lang: values(of: .lang)
    case .set:
      if let setting = arguments.first.flatMap(Setting.init(named:)),
        arguments.count > 1 || word.isEmpty
      {
        values(of: setting)
      } else {
        Setting.allCases.flatMap { setting in
          [setting.rawValue, setting.chinese].map {
            Completion.Candidate($0, kind: settings[setting], gloss: setting.gloss.english)
          }
        }
      }
    case .open, .read, .ingest, .output, .once: FileNames.completing(word)
    case .param:
      session.parameters.map {
        Completion.Candidate($0.name, kind: "param", gloss: $0.type + " " + ($0.value ?? "–"))
      }
    case .examples:
      ExampleQuestion.all.indices.map {
        let title = ExampleQuestion.all[$0].title.english
        return Completion.Candidate(String($0 + 1), kind: "example", gloss: title)
      }
    case .tour, .tables, .ledger, .cite, .explain, .history, .quit, nil: []
    }
  }
}

extension Repl {
  fileprivate func values(of setting: Setting) -> [Completion.Candidate] {
    setting.values.flatMap { Set([$0.english, $0.chinese]).sorted() }
      .map { Completion.Candidate($0, kind: setting.rawValue) }
  }
}

/// The files a path may go on to.
private enum FileNames {
  static func completing(_ word: String) -> [Completion.Candidate] {
    let folder = word.lastIndex(of: "/").map { String(word[...$0]) } ?? ""
    guard let stream = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(stream) }
    var names: [Completion.Candidate] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let hidden = name.hasPrefix(".") && !word.hasSuffix("/.") && word != "."
      if hidden { continue }
      let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
      names.append(
        Completion.Candidate(
          folder + name + (isFolder ? "/" : ""), kind: isFolder ? "folder" : "file",
          appendsBlank: !isFolder))
    }
    return names.sorted { $0.text < $1.text }
  }
}
