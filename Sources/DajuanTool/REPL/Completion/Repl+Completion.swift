internal import Dajuan
internal import DajuanSyntax
internal import LineEditing

extension Repl {
  /// What may stand at the cursor: the session's words, or a dot-command's.
  func complete(_ text: String, _ cursor: Int) -> Completion {
    let before = String(String.UnicodeScalarView(text.unicodeScalars.prefix(cursor)))
    guard let command = DotCommand(before) else { return completeQuery(text, cursor) }
    if command.rest.isEmpty { return completeName(command, cursor) }
    return completeArgument(of: command, text, cursor)
  }

  private func completeQuery(_ text: String, _ cursor: Int) -> Completion {
    let list = session.candidates(in: text, at: cursor, language: settings.language ?? .english)
    return Completion(
      replacing: list.replacing,
      candidates: list.candidates.map {
        Completion.Candidate(
          $0.isFunction ? $0.text + "(" : $0.text, kind: $0.kind.name(in: list.language),
          gloss: $0.gloss, appendsBlank: !$0.isFunction)
      })
  }

  /// The command itself, behind its dot.
  private func completeName(_ command: DotCommand, _ cursor: Int) -> Completion {
    let language = language(ofTyped: command.word)
    return Completion(
      replacing: command.last.start..<cursor,
      candidates: names(command.word, language).map { name, text in
        Completion.Candidate(text, kind: name.parameters, gloss: name.brief[language])
      })
  }

  private func completeArgument(
    of command: DotCommand, _ text: String, _ cursor: Int
  ) -> Completion {
    let typed = command.last
    // A word that is being typed is one of the arguments already.
    let position = command.arguments.count - (typed.text.isEmpty ? 0 : 1)
    let word = typed.text
    // Where nothing is typed yet, the command tells the language.
    let language =
      word.isEmpty ? self.language(of: command) : self.language(ofTyped: word)
    let options = command.name?.options ?? []
    let before = position > 0 ? command.arguments[position - 1] : ""
    let candidates: [Completion.Candidate]
    if let option = options.first(where: { $0.word == before }), option.value != .nothing {
      candidates = values(of: option, typed, self.language(of: command))
      return Completion(replacing: typed.start..<cursor, candidates: candidates)
    }
    if word.hasPrefix("-"), !options.isEmpty {
      candidates = self.options(options, word, self.language(of: command))
      return Completion(replacing: typed.start..<cursor, candidates: candidates)
    }
    switch command.name?.argument(at: max(0, position)) {
    case .explained: return completeExplained(text, cursor, command)
    case .topic: candidates = topics(word, language)
    case .table: candidates = words(Vocabulary.entries(in: .entity), word, language)
    case .setting: candidates = settings(word, language)
    case .value(let setting): candidates = values(of: setting, word, language)
    case .chosen:
      let setting = command.arguments.first.flatMap(Setting.init(named:))
      candidates = setting.map { values(of: $0, word, language) } ?? []
    case .example: candidates = examples(word, language)
    case .path: candidates = PathCompletion.candidates(for: typed, self.language(of: command))
    case .parameter:
      candidates = session.parameters.filter { $0.name.hasPrefix(word) }.map {
        Completion.Candidate(
          $0.name, kind: language == .chinese ? "参数" : "param",
          gloss: $0.type + " " + ($0.value ?? "–"))
      }
    case .free, nil: candidates = []
    }
    return Completion(replacing: typed.start..<cursor, candidates: candidates)
  }

  /// The options that go on from what is typed of one.
  private func options(
    _ options: [IngestOption], _ typed: String, _ language: Language
  ) -> [Completion.Candidate] {
    options.filter { $0.word.hasPrefix(typed) }.map { option in
      Completion.Candidate(option.word, kind: option.kind[language], gloss: option.brief[language])
    }
  }

  /// What may stand behind an option.
  private func values(
    of option: IngestOption, _ typed: DotCommand.LastWord, _ language: Language
  ) -> [Completion.Candidate] {
    switch option.value {
    case .nothing, .number, .free: []
    case .folder: PathCompletion.candidates(for: typed, language)
    case .word(let choices, let kind):
      choices.filter { $0.hasPrefix(typed.text) }.map {
        Completion.Candidate($0, kind: kind[language])
      }
    }
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
      let language = language(ofTyped: typed)
      let phases = TypedText(typed, language).fitting(Session.Phase.allCases) {
        (Bilingual($0.rawValue, $0.chinese), [])
      }
      candidates =
        phases.map { phase, text in
          Completion.Candidate(
            text, kind: language == .chinese ? "阶段" : "phase", gloss: phase.gloss[language])
        } + candidates
    }
    let place = inQuery.replacing
    return Completion(
      replacing: place.lowerBound + start..<place.upperBound + start, candidates: candidates)
  }

  // MARK: Words

  /// What there is help on: the words of the language, topics, and dot-commands behind their dot.
  private func topics(_ typed: String, _ language: Language) -> [Completion.Candidate] {
    if let dot = typed.first, ".．。".contains(dot) {
      let command = String(typed.dropFirst())
      let spoken = command.isEmpty ? language : self.language(ofTyped: command)
      return names(command, spoken).map { name, text in
        Completion.Candidate(String(dot) + text, kind: name.parameters)
      }
    }
    let topics = TypedText(typed, language).fitting(HelpTopic.allCases) {
      (Bilingual($0.rawValue, $0.chinese), $0.spellings)
    }
    let kind = HelpTopic.topics.name(in: language)
    let entries = VocabularyEntry.Category.allCases.flatMap { Vocabulary.entries(in: $0) }
    return words(entries, typed, language)
      + topics.map { Completion.Candidate($0.text, kind: kind) } + codes(typed, language)
  }

  /// Codes of mistakes, which are too many to be offered before one is begun.
  private func codes(_ typed: String, _ language: Language) -> [Completion.Candidate] {
    guard typed.uppercased().hasPrefix("DJ") else { return [] }
    return Explanation.all.filter { $0.code.rawValue.hasPrefix(typed.uppercased()) }.map {
      Completion.Candidate(
        $0.code.rawValue, kind: language == .chinese ? "错误" : "mistake",
        gloss: $0.message[language])
    }
  }

  private func names(
    _ typed: String, _ language: Language
  ) -> [(thing: DotCommand.Name, text: String)] {
    TypedText(typed, language).fitting(DotCommand.Name.allCases) {
      (Bilingual($0.rawValue, $0.chinese), [])
    }
  }

  private func words(
    _ entries: [VocabularyEntry], _ typed: String, _ language: Language
  ) -> [Completion.Candidate] {
    TypedText(typed, language).fitting(entries) {
      (Bilingual($0.english, $0.chinese), $0.alternatives)
    }.map { entry, text in
      Completion.Candidate(
        text, kind: entry.category.name(in: language), gloss: entry.gloss[language])
    }
  }

  private func settings(_ typed: String, _ language: Language) -> [Completion.Candidate] {
    TypedText(typed, language).fitting(Setting.allCases) {
      (Bilingual($0.rawValue, $0.chinese), [])
    }.map { setting, text in
      Completion.Candidate(text, kind: settings[setting], gloss: setting.gloss[language])
    }
  }

  private func values(
    of setting: Setting, _ typed: String, _ language: Language
  ) -> [Completion.Candidate] {
    let kind = language == .chinese ? setting.chinese : setting.rawValue
    return TypedText(typed, language).fitting(setting.values) { ($0, []) }.map { value, text in
      let format = setting == .mode ? OutputFormat(named: value.english) : nil
      return Completion.Candidate(text, kind: kind, gloss: format?.gloss[language] ?? "")
    }
  }

  private func examples(_ typed: String, _ language: Language) -> [Completion.Candidate] {
    let kind = language == .chinese ? "示例" : "example"
    return ExampleQuestion.all.enumerated().map { index, question in
      Completion.Candidate(String(index + 1), kind: kind, gloss: question.title[language])
    }.filter { $0.text.hasPrefix(typed) }
  }

  /// The language of a word that is being typed: that of its letters, or else that of the session.
  private func language(ofTyped word: String) -> Language {
    if word.isEmpty { return settings.language ?? .english }
    return word.unicodeScalars.contains { !$0.isASCII } ? .chinese : .english
  }
}
