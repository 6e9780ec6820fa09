import DajuanSyntax
import Testing

@Suite struct VocabularyTests {
  @Test("A spelling means one entry within a category and a scope")
  func spellingsAreUnique() {
    for category in VocabularyEntry.Category.allCases {
      var seen: [String: String] = [:]
      for entry in Vocabulary.entries(in: category) {
        for scope in entry.scope.isEmpty ? [""] : entry.scope {
          for spelling in entry.spellings {
            let key = "\(scope)/\(spelling)"
            #expect(seen[key] == nil, "\(category) \(key): \(entry.english), \(seen[key] ?? "")")
            seen[key] = entry.english
          }
        }
      }
    }
  }

  @Test("Entries are complete", arguments: Vocabulary.entries.map(\.english))
  func entriesAreComplete(english: String) {
    for entry in Vocabulary.entries where entry.english == english {
      #expect(!entry.chinese.isEmpty && !entry.gloss.english.isEmpty)
      #expect(!entry.gloss.chinese.isEmpty)
      switch entry.category {
      case .operator, .function, .aggregate, .window:
        #expect(entry.signature != nil && entry.example != nil)
      case .column, .value:
        #expect(!entry.scope.isEmpty)
      case .keyword:
        #expect((entry.signature == nil) == (entry.example == nil))
      case .entity, .unit, .type:
        #expect(entry.example == nil)
      }
    }
  }

  @Test func everyKeywordHasAnEntry() {
    for keyword in Keyword.allCases where keyword != .none {
      #expect(Vocabulary.entry(of: keyword)?.keyword == keyword)
    }
    #expect(Vocabulary.entry(of: .none) == nil)
  }

  @Test("Examples parse, and use the word they explain")
  func examplesParse() {
    for entry in Vocabulary.entries {
      guard let example = entry.example else { continue }
      let parsed = parse(example)
      #expect(parsed.diagnostics.isEmpty, "\(example)")
      #expect(example.contains(entry.english), "\(entry.english): \(example)")
    }
  }

  @Test func lookUpIsByCategoryAndScope() {
    #expect(Vocabulary.canonical("总量", in: .column, scope: "indicators") == "level")
    #expect(Vocabulary.canonical("总量", in: .column, scope: "reports") == nil)
    #expect(Vocabulary.canonical("层级", in: .column, scope: "reports") == "level")
    #expect(Vocabulary.canonical("数量", in: .column, scope: "projects") == "count")
    #expect(Vocabulary.canonical("数量", in: .column, scope: "measures") == "quantity")
    #expect(Vocabulary.canonical("实绩", in: .value, scope: "nature") == "actual")
    #expect(Vocabulary.canonical("实绩", in: .value, scope: "force") == "achieved")
    #expect(Vocabulary.entries(spelled: "数量", in: .column).count == 2)
    #expect(Vocabulary.canonical("项目", in: .entity) == "projects")
    #expect(Vocabulary.canonical("项目", in: .value, scope: "kind") == "project")
    #expect(Vocabulary.canonical("projects", in: .entity) == "projects")
    #expect(Vocabulary.canonical("nonesuch", in: .entity) == nil)
    #expect(Vocabulary.spellings(of: .value, scope: "nature") == ["actual", "实绩", "target", "目标"])
  }
}

@Suite struct NearestNameTests {
  @Test(
    "Slips are found",
    arguments: [
      ("wher", "where"), ("selct", "select"), ("wehre", "where"), ("WHERE", "where"),
      ("筛选", "筛选"), ("筛先", "筛选"), ("选筛", "筛选"), ("descirbe", "describe"),
      ("sumarise", "summarize"), ("counts", "count"),
    ]
  )
  func slips(name: String, meant: String) {
    let candidates = Vocabulary.spellings(of: .operator)
    #expect(NearestName(name).best(among: candidates) == meant)
  }

  @Test("What is far from everything is left alone", arguments: ["x", "的", "frobnicate", "完工数量"])
  func strangers(name: String) {
    #expect(NearestName(name).best(among: Vocabulary.spellings(of: .operator)) == nil)
  }

  @Test(
    "What a word begins is found where few go on from it",
    arguments: [
      ("sel", "select"), ("Wh", "where"), ("summ", "summarize"), ("筛", "筛选"), ("汇", "汇总"),
      ("des", "describe"),
    ]
  )
  func beginnings(name: String, meant: String) {
    let candidates = Vocabulary.spellings(of: .operator)
    #expect(NearestName(name).best(among: candidates) == meant)
    #expect(NearestName(name).slip(among: candidates) == nil)
  }

  @Test func manyThatGoOnAreNoGuess() {
    #expect(NearestName("ab").best(among: ["abcde", "abcdf", "abcdg"]) == "abcde")
    #expect(NearestName("ab").best(among: ["abcde", "abcdf", "abcdg", "abcdh"]) == nil)
    #expect(NearestName("ab").best(among: ["abcde", "abcdf", "abcdg", "abcde"]) == "abcde")
    #expect(NearestName("a").best(among: ["abcde"]) == nil)
    #expect(NearestName("").best(among: ["abcde"]) == nil)
    // A slip is nearer than a word that goes on.
    #expect(NearestName("summ").best(among: ["summarize", "sum"]) == "sum")
  }

  @Test func theNearestWinsThenTheFirst() {
    #expect(NearestName("abcd").best(among: ["abxx", "abce", "abcf"]) == "abce")
    #expect(NearestName("Abcd").best(among: ["abcd", "Abcd"]) == "Abcd")
    #expect(NearestName("abcd").best(among: [String]()) == nil)
  }

  @Test("Nothing of a name may be replaced whole")
  func nothingInCommon() {
    #expect(NearestName("甲").best(among: ["乙"]) == nil)
    #expect(NearestName("ab").best(among: ["cd"]) == nil)
  }
}

@Suite struct GluedWordsTests {
  @Test(
    arguments: [
      ("按领域", ["按", "领域"]), ("投资降序", ["投资", "降序"]), ("增速且投资", ["增速", "且", "投资"]),
      ("筛选投资", ["筛选", "投资"]), ("按growth", ["按", "growth"]),
    ])
  func divides(run: String, words: [String]) {
    #expect(GluedWords.split(run) == words)
  }

  @Test(
    "Names, keywords and runs without CJK stay whole",
    arguments: ["总投资", "按", "bygrowth", "按甲"]
  )
  func staysWhole(run: String) {
    #expect(GluedWords.split(run) == nil)
  }

  @Test func asksForTheNamesInScope() {
    #expect(GluedWords.split("按甲乙", isName: { $0 == "甲乙" }) == ["按", "甲乙"])
  }
}
