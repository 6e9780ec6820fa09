internal import DajuanLedger

/// What the beginning of a report tells of it: title, place, level, date, years.
struct ReportHead {
  var title: String?
  var place: String?
  var level: Level?
  var date: ReportDate?
  /// The year it was delivered, where anything tells.
  var year: Int?

  init(_ manuscript: Manuscript, options: ReportReader.Options) {
    let codes = manuscript.codes
    let opening = manuscript.blocks.prefix(14)
    for block in opening where title == nil { readTitle(codes, block) }
    title = manuscript.frontTitle ?? title
    for block in opening where date?.day == nil { readDate(codes, block) }
    readPlace(codes, opening)
    if place == nil { readCommittee(manuscript) }
    let titled = title.flatMap { Self.year(in: [Code]($0)) }
    year =
      options.year ?? (date?.year).flatMap { $0 > 0 ? $0 : nil } ?? Self.contrast(manuscript)
      ?? titled ?? Self.yearOfHeadings(manuscript)
    // Given at the end of the year that it reviews: 2016年12月28日, 一、2016年工作回顾.
    if let date, date.month ?? 0 >= 11, year == date.year,
      Self.yearOfHeadings(manuscript) == date.year + 1
    {
      year = date.year + 1
    }
    if let day = date, day.year == 0 {
      date = year.map { ReportDate(year: $0, month: day.month, day: day.day) }
    }
    if date == nil { date = year.map { ReportDate(year: $0) } }
    if let place = options.place { self.place = place }
    level = place.flatMap(Self.level) ?? level
  }

  // MARK: Title and date

  private mutating func readTitle(_ codes: [Code], _ block: Block) {
    if let end = Self.titleEnd(codes, block.range) {
      title = codes.text(block.range.lowerBound..<end)
      return
    }
    guard case .heading = block.kind, block.range.count <= 40 else { return }
    if codes.first("报告", in: block.range) != nil
      || codes.first("答卷", in: block.range) != nil
    {
      title = codes.text(block.range)
    }
  }

  /// The end of a title that the date and the meeting follow in the same line.
  private static func titleEnd(_ codes: [Code], _ range: Range<Int>) -> Int? {
    let opening = range.lowerBound..<min(range.upperBound, range.lowerBound + 30)
    guard let at = codes.first("工作报告", in: opening), at + 4 < range.upperBound,
      codes[at + 4] == char("—") || codes[at + 4] == char(" "),
      !opening.prefix(at - range.lowerBound).contains(where: { codes[$0] == char("，") })
    else { return nil }
    return at + 4
  }

  private mutating func readDate(_ codes: [Code], _ block: Block) {
    let limit = min(block.range.upperBound, block.range.lowerBound + 80)
    var index = block.range.lowerBound
    while index < limit {
      if let found = Self.date(codes, index, limit) {
        let isDay = found.day != nil
        if isDay || date == nil && found.month != nil { date = found }
        if isDay { return }
      }
      index += 1
    }
  }

  /// A day with or without its year (0 then): 2016年1月19日, 二〇一三年一月二十一日, 2月21日.
  private static func date(_ codes: [Code], _ start: Int, _ limit: Int) -> ReportDate? {
    guard start == 0 || !codes[start - 1].isDigit,
      codes[start].isDigit || NumeralScanner.hanDigits.contains(codes[start])
    else { return nil }
    var index = start
    var year = 0
    if let time = TimeReader.time(codes, at: start, from: start, limit: limit),
      case .year(let value) = time.value
    {
      var next = start
      while next < limit, codes[next] != char("年") { next += 1 }
      index = next + 1
      year = value
    }
    guard let month = NumeralScanner.numeral(codes, at: index, limit: limit),
      let monthValue = month.value.intValue, (1...12).contains(monthValue),
      month.range.upperBound < limit, codes[month.range.upperBound] == char("月")
    else { return nil }
    guard let day = NumeralScanner.numeral(codes, at: month.range.upperBound + 1, limit: limit),
      let dayValue = day.value.intValue, (1...31).contains(dayValue),
      day.range.upperBound < limit, codes[day.range.upperBound] == char("日")
    else { return year > 0 ? ReportDate(year: year, month: monthValue) : nil }
    return ReportDate(year: year, month: monthValue, day: dayValue)
  }

  // MARK: Years

  /// The year planned for, from `总结2021年工作，安排部署2022年工作` anywhere in the text.
  private static func contrast(_ manuscript: Manuscript) -> Int? {
    let codes = manuscript.codes
    for block in manuscript.blocks {
      guard let at = reviewWords.first(codes, in: block.range),
        let reviewed = year(
          codes,
          at.range.upperBound..<min(block.range.upperBound, at.range.upperBound + 8)
        ),
        let plan = planWords.first(
          codes,
          in: at.range.upperBound..<min(block.range.upperBound, at.range.upperBound + 24)
        ),
        let planned = year(
          codes,
          plan.range.upperBound..<min(block.range.upperBound, plan.range.upperBound + 8)
        ),
        planned == reviewed + 1
      else { continue }
      return planned
    }
    return nil
  }

  /// The year after the one a heading reviews, or the one a heading plans.
  private static func yearOfHeadings(_ manuscript: Manuscript) -> Int? {
    for block in manuscript.blocks {
      guard case .heading = block.kind, let year = year(manuscript.codes, block.range) else {
        continue
      }
      if Lexicon.reviewCues.occurs(manuscript.codes, in: block.range) { return year + 1 }
      if Lexicon.planCues.occurs(manuscript.codes, in: block.range) { return year }
    }
    return nil
  }

  static func year(in codes: [Code]) -> Int? { year(codes, codes.indices) }

  /// The first year named in a range.
  static func year(_ codes: [Code], _ range: Range<Int>) -> Int? {
    for index in range where codes[index].isDigit || codes[index] == char("二") {
      if index > range.lowerBound, codes[index - 1].isDigit { continue }
      if let time = TimeReader.time(
        codes,
        at: index,
        from: range.lowerBound,
        limit: range.upperBound
      ),
        case .year(let year) = time.value
      {
        return year
      }
    }
    return nil
  }

  private static let reviewWords = Lexicon.words("总结 回顾\twhat was done")
  private static let planWords = Lexicon.words("部署 安排 谋划 计划 研究\twhat is to be done")

  // MARK: Place

  private mutating func readPlace(_ codes: [Code], _ opening: ArraySlice<Block>) {
    if let title, let found = Self.place(beforeWordIn: [Code](title)) { place = found }
    for block in opening where place == nil {
      let range = block.range.lowerBound..<min(block.range.upperBound, block.range.lowerBound + 120)
      place = Self.place(codes, before: Self.bodies, in: range)
      if place == nil, codes.first("代表国务院", in: range) != nil {
        place = "国务院"
        level = .national
      }
    }
  }

  /// The place whose party committee the report thanks, where its opening names none: 中共…市委.
  private mutating func readCommittee(_ manuscript: Manuscript) {
    let codes = manuscript.codes
    for block in manuscript.blocks {
      var lower = block.range.lowerBound
      while let party = codes.first("中共", in: lower..<block.range.upperBound) {
        let end = min(block.range.upperBound, party + 14)
        if let committee = codes.first("委", in: party..<end),
          let found = Self.place(codes, endingAt: committee, from: party + 2)
        {
          place = found
          return
        }
        lower = party + 2
      }
    }
  }

  /// The first place that stands before one of the words.
  private static func place(
    _ codes: [Code], before words: WordTable<Void>, in range: Range<Int>
  ) -> String? {
    var lower = range.lowerBound
    while let at = words.first(codes, in: lower..<range.upperBound) {
      if let found = place(codes, endingAt: at.range.lowerBound, from: range.lowerBound) {
        return found
      }
      lower = at.range.upperBound
    }
    return nil
  }

  private static func place(beforeWordIn codes: [Code]) -> String? {
    for word in ["政府工作报告", "人民政府", "管委会", "管理委员会", "工作答卷", "工作报告"] {
      guard var at = codes.first([Code](word), in: codes.indices) else { continue }
      // 青原市2016年政府工作报告: the year stands between.
      if at > 0, codes[at - 1] == char("年") {
        at -= 1
        while at > 0, codes[at - 1].isDigit || NumeralScanner.hanDigits.contains(codes[at - 1]) {
          at -= 1
        }
      }
      return place(codes, endingAt: at, from: 0)
    }
    return nil
  }

  /// The name of a place that ends in 省, 市, 区, 县 … at a place in the text.
  private static func place(_ codes: [Code], endingAt end: Int, from lower: Int) -> String? {
    guard end > lower, suffixes.contains(codes[end - 1]) else { return nil }
    var start = end - 1
    while start > lower, end - start < 20, codes[start - 1].isHan,
      !stops.contains(codes[start - 1]) || codes.has("开发区", at: start - 1, limit: end),
      !codes.has("代表", endingAt: start, from: lower)
    {
      start -= 1
    }
    // 全省, 我市: the place is meant and not named.
    let isNamed = end - start >= 2 && !(end - start == 2 && pronouns.contains(codes[start]))
    return isNamed ? codes.text(start..<end) : nil
  }

  /// The level a place's name ends in.
  static func level(of place: String) -> Level? {
    if place == "国务院" || place == "中国" { return .national }
    guard let last = place.unicodeScalars.last else { return nil }
    switch last {
    case "省": return .province
    case "市": return ["北京市", "上海市", "天津市", "重庆市"].contains(place) ? .province : .city
    case "州", "盟": return .city
    case "县", "旗": return .county
    case "区": return place.hasSuffix("自治区") ? .province : place.hasSuffix("地区") ? .city : .county
    default: return nil
    }
  }

  private static let suffixes = CodeSet("省市区县州盟旗")
  private static let pronouns = CodeSet("全我本各县市省")
  private static let stops = CodeSet("在于共的届开向日年月会")
  /// What follows a place's name in an opening.
  private static let bodies = Lexicon.words(
    """
    第一 第二 第三 第四 第五 第六 第七 第八 第九 第十	whose congress, government or committee
    人民政府 委十 委一 委二 委三 人大常委会 政府	whose congress, government or committee
    """
  )
}
