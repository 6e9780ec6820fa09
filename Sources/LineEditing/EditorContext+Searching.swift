internal import CEditline

extension EditorContext {
  /// Ctrl-R: from here on each key typed is a step of the search, until one ends it. Enter then
  /// also acts on the line found, except in vi's command mode.
  func startSearch(_ buffer: EditBuffer, inCommandMode: Bool = false) -> UInt8 {
    searchTakesEnter = inCommandMode
    let state = IncrementalSearch(formerPattern: formerPattern)
    search = (state, buffer.text, buffer.cursor, prompt)
    showSearch(state)
    return Effect.none
  }

  func stepSearch(_ buffer: EditBuffer) -> UInt8 {
    guard let (former, text, cursor, searched) = search else { return Effect.none }
    var state = former
    let step = state.step(searchedScalar, in: entries)
    if !state.pattern.isEmpty { formerPattern = state.pattern }
    switch step {
    case .continue:
      search = (state, text, cursor, searched)
      showSearch(state)
      if let match = state.match {
        buffer.replaceAll(with: entries[match.entry], cursor: match.offset)
      } else {
        buffer.replaceAll(with: text, cursor: cursor)
      }
      return state.hasFailed ? Effect.beep : Effect.none
    case .accept(let scalar):
      search = nil
      prompt = searched
      // Up and Down go on from what was found.
      if let match = state.match { recall(match, draft: text) }
      // Read again, as a paste or an arrow may begin with it.
      if let scalar, !(searchTakesEnter && (scalar == "\r" || scalar == "\n")) {
        input.decoder.pushBack(UInt8(scalar.value))
      }
    case .cancel:
      search = nil
      prompt = searched
      buffer.replaceAll(with: text, cursor: cursor)
    }
    return Effect.none
  }

  /// The next entry with the pattern searched for last, from the one on the line on.
  func searchAgain(_ buffer: EditBuffer, older: Bool) -> UInt8 {
    var state = IncrementalSearch(
      formerPattern: formerPattern, from: entries.lastIndex(of: buffer.text))
    let step = state.step(older ? "\u{12}" : "\u{13}", in: entries)
    guard step == .continue, !state.pattern.isEmpty, !state.hasFailed, let match = state.match
    else { return Effect.beep }
    recall(match, draft: buffer.text)
    buffer.replaceAll(with: entries[match.entry], cursor: match.offset)
    return Effect.none
  }

  private func recall(_ match: IncrementalSearch.Match, draft: String) {
    recalled = Recall(entry: match.entry, draft: recalled?.draft ?? draft)
  }

  /// The next entry that begins like the line up to the cursor.
  func searchPrefix(_ buffer: EditBuffer, older: Bool) -> UInt8 {
    let text = buffer.text
    var search = prefixSearch ?? PrefixSearch(text, cursor: buffer.cursor, count: entries.count)
    if search.found != text {
      search = PrefixSearch(text, cursor: buffer.cursor, count: entries.count)
    }
    let moved = search.step(older: older, in: entries)
    prefixSearch = search
    guard moved else { return Effect.beep }
    buffer.replaceAll(with: search.found, cursor: search.cursor)
    return Effect.none
  }

  private func showSearch(_ state: IncrementalSearch) {
    let label = state.hasFailed ? labels.searchFailed : labels.search
    let standing = state.standing(in: entries).map { " \($0.number)/\($0.count)" } ?? ""
    prompt = Prompt("(\(label)\(standing)) \(state.pattern): ")
  }
}
