internal import DajuanLedger

/// Reads the titles that follow a verb of awarding.
enum HonourTitles {
  /// A title and who gave it.
  struct Title {
    let words: ArraySlice<Unicode.Scalar>
    let level: Level?

    /// The title as written.
    var name: String { String(words) }
  }

  /// The titles in a text, or none where it names no honour; `verb` is how surely one follows the
  /// verb before it.
  static func titles(
    in text: ArraySlice<Unicode.Scalar>,
    after verb: HonourWords.Strength
  ) -> [Title] {
    var text = text
    text = withoutLeads(text)
    if HonourWords.refusals.prefix(of: text) > 0 { return [] }
    text = trimmed(text)
    var inherited: Level?
    var titles: [Title] = []
    for item in items(of: text) {
      let words = withoutLeads(trimmed(item[...]))
      // 全省甲、乙: the word for who gave the first holds for those after it.
      let level = HonourWords.level(of: words) ?? inherited
      guard words.count >= 2, isHonour(words, level: level, after: verb) else { continue }
      inherited = level
      titles.append(Title(words: words, level: level))
    }
    return titles
  }

  /// The parts of a list. 、 and 和 stand inside titles too, so a part ends only where a title can.
  static func items(of text: ArraySlice<Unicode.Scalar>) -> [Scalars] {
    var items: [Scalars] = []
    var start = text.startIndex
    var depth = 0
    for place in text.indices {
      switch text[place] {
      case "“", "《", "（": depth += 1
      case "”", "》", "）": depth = max(0, depth - 1)
      case "、", "和", "及", "与":
        let part = text[start..<place]
        if depth > 0 { continue }
        if HonourWords.remarks.prefix(of: text[(place + 1)...]) > 0 {
          return part.isEmpty ? items : items + [Scalars(part)]
        }
        if !endsTitle(part, before: text[place]) { continue }
        if !part.isEmpty { items.append(Scalars(part)) }
        start = place + 1
      default: break
      }
    }
    let rest = text[start...]
    if !rest.isEmpty { items.append(Scalars(rest)) }
    return items
  }

  /// Whether a list may be cut after a part.
  private static func endsTitle(
    _ part: ArraySlice<Unicode.Scalar>,
    before separator: Unicode.Scalar
  ) -> Bool {
    guard let last = part.last else { return true }
    if last == "”" || last == "》" { return true }
    if HonourWords.nouns.suffix(of: part) > 0 { return part.count >= 3 || separator == "、" }
    // Names of places and persons are short: 张家港、常熟.
    return separator == "、" && part.count <= 4
  }

  private static func isHonour(
    _ words: ArraySlice<Unicode.Scalar>,
    level: Level?,
    after verb: HonourWords.Strength
  ) -> Bool {
    if HonourWords.refusals.prefix(of: words) > 0 || HonourWords.praise.suffix(of: words) > 0
      || HonourWords.spoilers.occur(in: words)
    {
      return false
    }
    let isDistinction = HonourWords.distinctions.occur(in: words)
    return switch verb {
    case .sure: true
    case .likely:
      isDistinction || level != nil || words.contains("“") || HonourWords.world.occur(in: words)
    case .open: isDistinction
    case .doubtful: isDistinction && level != nil
    }
  }

  private static func trimmed(
    _ words: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar> {
    let bare = HonourWords.tails.strippedSuffixes(of: words)
    // 等 may stand before a word for what the list is of: 甲、乙等荣誉.
    guard let last = bare.lastIndex(of: "等"), bare.endIndex - last <= 5, last > bare.startIndex,
      bare[(last + 1)...].allSatisfy({ $0 != "”" && $0 != "功" })
    else { return bare }
    return bare[..<last]
  }

  /// A title without what leads up to it, a second verb of awarding among it: 并蝉联….
  private static func withoutLeads(
    _ words: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar> {
    var bare = HonourWords.leads.strippedPrefixes(of: words)
    let rest = HonourWords.circumstances.strippedPrefixes(of: bare)
    if let verb = HonourWords.verb(at: rest), verb.length > 1 { bare = rest.dropFirst(verb.length) }
    return HonourWords.leads.strippedPrefixes(of: bare)
  }
}
