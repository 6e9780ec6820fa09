import TerminalText
import Testing

@testable import LineEditing

@Suite struct CompletionTests {
  private func edit(
    _ text: String,
    cursor: Int? = nil,
    replacing: Range<Int>,
    _ candidates: [String]
  ) -> Completion.Edit {
    Completion(replacing: replacing, candidates: candidates.map { .init($0) })
      .edit(of: text, cursor: cursor ?? text.unicodeScalars.count)
  }

  @Test func aSoleCandidateIsInsertedWithABlank() {
    #expect(edit("pro", replacing: 0..<3, ["projects"]) == .replace(0..<3, with: "projects "))
    #expect(edit("项", replacing: 0..<1, ["项目"]) == .replace(0..<1, with: "项目 "))
  }

  @Test func noBlankWhereOneFollowsOrNoneIsWanted() {
    #expect(
      edit("pro | count", cursor: 3, replacing: 0..<3, ["projects"])
        == .replace(0..<3, with: "projects")
    )
    let call = Completion(replacing: 0..<2, candidates: [.init("sum(", appendsBlank: false)])
    #expect(call.edit(of: "su", cursor: 2) == .replace(0..<2, with: "sum("))
  }

  @Test func aSoleCandidateInAnotherScriptReplacesWhatWasTyped() {
    #expect(edit("xm", replacing: 0..<2, ["项目"]) == .replace(0..<2, with: "项目 "))
  }

  @Test func theCommonPrefixIsInserted() {
    #expect(edit("p", replacing: 0..<1, ["profiles", "projects"]) == .replace(0..<1, with: "pro"))
    #expect(edit("固", replacing: 0..<1, ["固定资产", "固定投资"]) == .replace(0..<1, with: "固定"))
    #expect(edit("P", replacing: 0..<1, ["profiles", "projects"]) == .replace(0..<1, with: "pro"))
  }

  @Test func whatCannotBeInsertedIsListed() {
    #expect(edit("pro", replacing: 0..<3, ["profiles", "projects"]) == .list)
    #expect(edit("xm", replacing: 0..<2, ["项目", "项目数"]) == .list)
    #expect(edit("", replacing: 0..<0, ["facts", "measures"]) == .list)
    #expect(edit("pro", replacing: 0..<3, ["projects", "项目"]) == .list)
  }

  @Test func nothingFits() {
    #expect(edit("zz", replacing: 0..<2, []) == .none)
  }

  @Test func whatFollowsTheCursorSurvivesThePrefix() {
    #expect(
      edit("pjects", cursor: 1, replacing: 0..<6, ["profiles", "projects"])
        == .replace(0..<1, with: "pro")
    )
  }

  @Test func theRestOfAWordGoesIntoIt() {
    #expect(
      edit("facts", cursor: 2, replacing: 0..<2, ["facts"]) == .replace(0..<5, with: "facts "))
    #expect(
      edit("facts | count", cursor: 2, replacing: 0..<2, ["facts"])
        == .replace(0..<5, with: "facts"))
    // What is not its ending stays.
    #expect(
      edit("fable", cursor: 2, replacing: 0..<2, ["facts"]) == .replace(0..<2, with: "facts "))
    let call = Completion(replacing: 0..<2, candidates: [.init("sum(", appendsBlank: false)])
    #expect(call.edit(of: "sum(x)", cursor: 2) == .replace(0..<4, with: "sum("))
    #expect(
      edit("\"青河县\" and", cursor: 2, replacing: 0..<2, ["\"青河县\""])
        == .replace(0..<5, with: "\"青河县\""))
  }

  @Test func aQuotationMarkMayBeLeftOut() {
    #expect(
      edit("青", replacing: 0..<1, ["\"青河县\"", "\"青河市\""]) == .replace(0..<1, with: "\"青河"))
    #expect(edit("青河", replacing: 0..<2, ["\"青河县\"", "\"青河市\""]) == .list)
  }

  @Test func offsetsCountScalarsAndAreKeptInsideTheText() {
    // The character before the word is two scalars.
    #expect(edit("e\u{301} wh", replacing: 3..<5, ["where"]) == .replace(3..<5, with: "where "))
    #expect(edit("wh", replacing: 0..<99, ["where"]) == .replace(0..<2, with: "where "))
  }

  @Test func thePrefixKeepsCharactersWhole() {
    // e and é share a scalar but not a character.
    let completion = Completion(replacing: 0..<0, candidates: [.init("ae\u{301}"), .init("aeb")])
    #expect(completion.commonPrefix == "a")
  }
}

@Suite struct CandidateListingTests {
  private func rows(_ texts: [String], width: Int, height: Int = 20) -> [String] {
    CandidateListing(texts.map { .init($0) }, width: width, height: height).rows
  }

  @Test func columnsReadDownwards() {
    #expect(rows(["a", "b", "c", "d", "e"], width: 7) == ["a  c  e", "b  d"])
  }

  @Test func wideCharactersLineUp() {
    let listed = rows(["项目", "ab", "指标", "facts", "措施", "x"], width: 20)
    #expect(listed == ["项目   指标   措施", "ab     facts  x"])
    #expect(listed.map { DisplayWidth.of($0) }.allSatisfy { $0 <= 20 })
  }

  @Test func whatDoesNotFitIsLeftOut() {
    let candidates: [Completion.Candidate] = [
      .init("项目", kind: "表", gloss: "工程"),
      .init("where", kind: "operator", gloss: "keeps the rows that are certain"),
    ]
    func rows(_ width: Int) -> [String] {
      CandidateListing(candidates, width: width, height: 20).rows
    }
    #expect(
      rows(60) == [
        "项目   表        工程", "where  operator  keeps the rows that are certain",
      ])
    #expect(rows(30) == ["项目   表        工程", "where  operator  keeps the ro…"])
    // Without the sort, then without the meaning.
    #expect(rows(20) == ["项目   工程", "where  keeps the ro…"])
    #expect(rows(12) == ["项目   where"])
  }

  @Test func shortOnesStandBesideEachOther() {
    let candidates = (1...6).map {
      Completion.Candidate("\"地\($0)\"", kind: "词", gloss: "× \($0)")
    }
    let listing = CandidateListing(candidates, width: 40, height: 20)
    #expect(
      listing.rows == [
        "\"地1\"  词  × 1  \"地4\"  词  × 4", "\"地2\"  词  × 2  \"地5\"  词  × 5",
        "\"地3\"  词  × 3  \"地6\"  词  × 6",
      ])
  }

  @Test func whatDoesNotFitTheHeightIsTheNextPage() {
    let candidates = (1...50).map {
      Completion.Candidate("word\($0)", kind: "word", gloss: String(repeating: "x", count: 60))
    }
    let first = CandidateListing(candidates, width: 80, height: 10)
    #expect(first.rows.count == 10 && first.count == 9)
    #expect(first.rows.last == "… +41")
    let second = CandidateListing(candidates.dropFirst(first.count), width: 80, height: 10)
    #expect(second.rows.first?.hasPrefix("word10 ") == true)
    #expect(second.rows.last == "… +32")
    let last = CandidateListing(candidates.dropFirst(45), width: 80, height: 10)
    #expect(last.rows.count == 5 && last.count == 5)
  }

  @Test func noRowIsWiderThanTheTerminalNorThereMoreThanItsHeight() {
    let texts = (0..<200).map { "候选\($0)" } + [String(repeating: "长", count: 60)]
    for width in [2, 9, 40, 81] {
      let listed = rows(texts, width: width, height: 10)
      #expect(listed.count <= 10)
      #expect(listed.allSatisfy { DisplayWidth.of($0) <= max(width, 6) })
    }
    #expect(rows((0..<30).map(String.init), width: 4, height: 10).last == "… +21")
  }
}
