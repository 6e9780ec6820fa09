internal import CEditline

extension EditorContext {
  /// Ctrl-R: from here on each key typed is a step of the search, until one ends it.
  func startSearch(_ buffer: EditBuffer) -> UInt8 {
    let state = IncrementalSearch(formerPattern: formerPattern)
    search = (state, buffer.text, buffer.cursor, prompt)
    showSearch(state)
    return Effect.refresh
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
      return state.hasFailed ? Effect.refreshAndBeep : Effect.refresh
    case .accept(let scalar):
      search = nil
      show(searched)
      if let scalar { queue.append(wchar_t(bitPattern: scalar.value)) }
    case .cancel:
      search = nil
      show(searched)
      buffer.replaceAll(with: text, cursor: cursor)
    }
    return Effect.refresh
  }

  private func showSearch(_ state: IncrementalSearch) {
    let label = state.hasFailed ? labels.searchFailed : labels.search
    show(Prompt("(\(label)) \(state.pattern): "))
  }
}
