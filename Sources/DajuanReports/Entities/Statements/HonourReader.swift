internal import DajuanLedger

/// Reads the honours that a statement tells of.
///
/// A clause tells of one when a verb of awarding is followed by what only an honour is called.
/// Who got it stands before the verb; where nobody does, the clause before it in the same stretch
/// may have said, and otherwise it is the place the report is about.
struct HonourReader {
  /// One honour as read.
  struct Honour: Equatable {
    /// The part of the place that got it, or `nil` for the place itself.
    var place: String?
    var name: String
    var level: Level?
  }

  private let reading: StatementReading
  private var segment = -1
  /// Who the stretch between semicolons is about.
  private var recipient: Recipient = .place(nil)

  /// Who gets an honour.
  private enum Recipient: Equatable {
    /// The place of the report, or a part of it.
    case place(String?)
    /// A firm, a school, a programme, a person.
    case other(String)
  }

  /// Reads a statement.
  static func honours(in reading: StatementReading) -> [Honour] {
    var reader = HonourReader(reading: reading)
    return reading.clauses.flatMap { reader.honours(in: $0) }
  }

  private init(reading: StatementReading) { self.reading = reading }

  private mutating func honours(in clause: StatementReading.Clause) -> [Honour] {
    let words = reading.words(of: clause)
    if clause.segment != segment {
      segment = clause.segment
      recipient = .place(nil)
      let zone = ZoneWords.prefix(of: words)
      if zone > 0 { recipient = .place(String(words.prefix(zone))) }
    }
    guard let verb = Self.verb(in: words) else { return trailing(words) }
    let before = words[..<verb.range.lowerBound]
    if HonourWords.wishes.occur(in: Self.unquoted(before)[...]) { return [] }
    let titles = HonourTitles.titles(
      in: words[verb.range.upperBound...],
      after: verb.strength
    )
    if titles.isEmpty { return trailing(words) }
    let recipients = recipients(before, title: titles[0].words)
    return recipients.flatMap { who in titles.map { Self.honour($0, of: who) } }
  }

  /// 国家卫生县城成功创建: the title before the verb.
  private func trailing(_ words: ArraySlice<Unicode.Scalar>) -> [Honour] {
    let length = HonourWords.trailing.suffix(of: words)
    guard length > 0, !HonourWords.wishes.occur(in: words) else { return [] }
    let titles = HonourTitles.titles(in: words.dropLast(length), after: .doubtful)
    return titles.filter { $0.level != nil }.map { Self.honour($0, of: recipient) }
  }

  private static func honour(_ title: HonourTitles.Title, of recipient: Recipient) -> Honour {
    switch recipient {
    case .place(let place): Honour(place: place, name: title.name, level: title.level)
    case .other(let who): Honour(place: nil, name: who + "：" + title.name, level: title.level)
    }
  }

  /// Who stands before the verb; a list of places gives each of them.
  private mutating func recipients(
    _ before: ArraySlice<Unicode.Scalar>,
    title: ArraySlice<Unicode.Scalar>
  ) -> [Recipient] {
    var words = HonourWords.circumstances.strippedPrefixes(of: before)
    // 某区在全国评比中, 某区被某部: who got it stands before 在 and 被.
    if let cut = words.indices.dropFirst(2).first(where: { words[$0] == "在" || words[$0] == "被" }) {
      words = words[..<cut]
    }
    words = HonourWords.endings.strippedSuffixes(of: words)
    if words.isEmpty || HonourWords.means.prefix(of: words) > 0 || words.count > 24 {
      return [recipient]
    }
    let names = HonourTitles.items(of: words)
    let bare = title.last == "”" ? title.dropLast() : title
    let isTitleOfPlaces = Self.placeTitles.suffix(of: bare) > 0
    let arePlaces = names.allSatisfy { name in
      ZoneWords.isPlace(name[...]) || isTitleOfPlaces && Self.isShortName(name)
    }
    if arePlaces {
      recipient = .place(names.map { String($0) }.joined(separator: "、"))
      return names.map { .place(String($0)) }
    }
    recipient = .other(String(words))
    return [recipient]
  }

  /// The first verb of awarding outside quotes.
  private static func verb(
    in words: ArraySlice<Unicode.Scalar>
  ) -> (range: Range<Int>, strength: HonourWords.Strength)? {
    var depth = 0
    for place in words.indices {
      switch words[place] {
      case "“", "《", "（": depth += 1
      case "”", "》", "）": depth -= 1
      default: break
      }
      if depth > 0 { continue }
      if let verb = HonourWords.verb(at: words[place...]) {
        return (place..<place + verb.length, verb.strength)
      }
    }
    return nil
  }

  private static func unquoted(_ words: ArraySlice<Unicode.Scalar>) -> Scalars {
    var depth = 0
    return words.filter { scalar in
      if scalar == "“" { depth += 1 }
      defer { if scalar == "”" { depth -= 1 } }
      return depth <= 0
    }
  }

  /// 张家港、常熟: names of places without the word for what they are.
  private static func isShortName(_ name: Scalars) -> Bool {
    (2...4).contains(name.count) && !notNames.occur(in: name[...])
  }

  private static let notNames = Phrases("人 家 个 企业 项 名 0 1 2 3 4 5 6 7 8 9 “ 案例 项目 同志")

  private static let placeTitles = Phrases(
    "县 市 区 镇 乡 村 城市 县城 百强 （市） （市、区） （市）区 之乡 强县 名县 县（市）榜首 提名城市"
  )
}
