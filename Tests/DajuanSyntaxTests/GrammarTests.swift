import DajuanSyntax
import Testing

@Suite struct GrammarTests {
  @Test("Every rule is defined and reached from a script")
  func rulesAreDefinedAndReached() throws {
    let grammar = try EBNF(GrammarFiles.read("dajuan.ebnf"))
    var reached: Set<String> = []
    var pending = ["script"]
    while let name = pending.popLast() {
      guard reached.insert(name).inserted else { continue }
      guard let rule = grammar.rules[name] else {
        Issue.record("no rule `\(name)`")
        continue
      }
      pending += EBNF.uses(rule.definition)
    }
    #expect(Set(grammar.names) == reached)
    #expect(grammar.names.first == "script")
  }

  @Test("The words of the syntax are those of the vocabulary")
  func wordsAreTheVocabulary() throws {
    let grammar = try EBNF(GrammarFiles.read("dajuan.ebnf"))
    var words: Set<String> = []
    for rule in grammar.rules.values where !rule.isLexical {
      words.formUnion(EBNF.terminals(rule.definition).filter { $0.first?.isLetter ?? false })
    }
    let entries = Vocabulary.entries(in: .keyword) + Vocabulary.entries(in: .operator)
    #expect(words == Set(entries.map(\.english)))
  }

  @Test("The scale words and unit symbols are those of the lexer")
  func scalesAreTheLexers() throws {
    let grammar = try EBNF(GrammarFiles.read("dajuan.ebnf"))
    let scales = grammar.rules["scale"].map { EBNF.terminals($0.definition) }
    #expect(scales == UnitText.scales)
  }

  @Test("Sentences of the grammar parse, and come back after printing", arguments: 0..<8)
  func sentences(seed: UInt64) throws {
    let recogniser = try Recogniser.ofTheGrammar()
    var generator = SentenceGenerator(recogniser, seed: seed)
    for _ in 0..<600 {
      let text = generator.sentence("script")
      let parsed = parse(text)
      #expect(parsed.diagnostics.isEmpty, "\(text)\n\(describe(parsed))")
      for language in Language.allCases {
        let printed = Printer.print(parsed.script, .init(language: language))
        #expect(parse(printed).script.dump == parsed.script.dump, "\(text)\n\(printed)")
      }
    }
    #expect(Set(recogniser.scanner.grammar.names).subtracting(generator.used) == [])
  }

  @Test("The samples are varied enough to mean something")
  func sentencesAreVaried() throws {
    var generator = SentenceGenerator(try Recogniser.ofTheGrammar(), seed: 1)
    let sentences = (0..<300).map { _ in generator.sentence("script") }
    #expect(Set(sentences).count > 150)
    #expect(sentences.contains { $0.utf8.count > 300 })
  }
}

@Suite struct GrammarTables {
  @Test func vocabularyIsTheCodes() throws {
    let head = [
      "category", "english", "chinese", "also", "scope", "reserved", "meaning", "含义", "signature",
      "写法", "example",
    ]
    var lines = [head]
    for entry in Vocabulary.entries {
      lines.append([
        entry.category.rawValue, entry.english, entry.chinese,
        entry.alternatives.joined(separator: ";"), entry.scope.joined(separator: ";"),
        entry.keyword?.isReserved ?? false ? "yes" : "", entry.gloss.english, entry.gloss.chinese,
        entry.signature?.english ?? "", entry.signature?.chinese ?? "", entry.example ?? "",
      ])
    }
    try expect("vocabulary.tsv", lines)
  }

  @Test func operatorsAreTheCodes() throws {
    var lines = [["level", "name", "grouping", "position", "english", "chinese"]]
    for precedence in Precedence.allCases where precedence != .primary {
      for (position, english, chinese) in Self.operators(at: precedence) {
        lines.append([
          "\(precedence.rawValue + 1)", "\(precedence)", precedence.associativity.rawValue,
          position,
          english, chinese,
        ])
      }
    }
    try expect("operators.tsv", lines)
  }

  private func expect(_ name: String, _ lines: [[String]]) throws {
    for line in lines { #expect(!line.contains { $0.contains("\t") || $0.contains("\n") }) }
    let text = lines.map { $0.joined(separator: "\t") + "\n" }.joined()
    try GrammarFiles.recordIfAsked(name, text)
    #expect(try GrammarFiles.read(name) == text, "DAJUAN_RECORD=1 writes it anew")
  }

  private static func chinese(_ keyword: Keyword) -> String {
    Vocabulary.entry(of: keyword)?.chinese ?? ""
  }

  private static func operators(
    at precedence: Precedence
  ) -> [(position: String, english: String, chinese: String)] {
    switch precedence {
    case .conversion: return [("postfix", "to", chinese(.to))]
    case .not: return [("prefix", "not", chinese(.not))]
    case .minus: return [("prefix", "-", "-")]
    case .range: return [("infix", "..", ".."), ("prefix", "..", "..")]
    default: break
    }
    var rows = BinaryOperator.allCases.filter { $0.precedence == precedence }.map {
      ("infix", $0.rawValue, $0.keyword.map(chinese) ?? $0.rawValue)
    }
    if precedence == .comparison {
      rows.append(("infix", "not in", chinese(.notIn)))
      rows.append(("infix", "not contains", chinese(.notContains)))
      for state in [Keyword.missing, .present, .exact] {
        let english = Vocabulary.entry(of: state)?.english ?? ""
        rows.append(("postfix", "is " + english, chinese(state)))
        rows.append(("postfix", "is not " + english, chinese(.isNot) + " " + chinese(state)))
      }
    }
    return rows
  }

  /// What groups `a first b second c` into the tree it should have by the table.
  @Test("Operators group as the table says, in both languages", arguments: ["english", "chinese"])
  func operatorsGroup(language: String) throws {
    let rows = try GrammarFiles.rows("operators.tsv").filter { $0["position"] == "infix" }
    #expect(rows.count > 15)
    for first in rows {
      for second in rows {
        let (one, two) = (first[language] ?? "", second[language] ?? "")
        let found = expression("a \(one) b \(two) c")
        let left = "(\(head(second)) (\(head(first)) a b) c)"
        let right = "(\(head(first)) a (\(head(second)) b c))"
        let levels = (Int(first["level"] ?? "") ?? 0, Int(second["level"] ?? "") ?? 0)
        let grouping = first["grouping"]
        if levels.0 > levels.1 || levels.0 == levels.1 && grouping == "left" {
          #expect(found == left)
        } else if levels.0 < levels.1 || grouping == "right" {
          #expect(found == right)
        } else {
          #expect(found.hasPrefix("!!"))
        }
      }
    }
  }

  @Test("Prefix and postfix operators bind at their level")
  func otherPositions() throws {
    let rows = try GrammarFiles.rows("operators.tsv")
    let postfix = rows.filter { $0["position"] == "postfix" && $0["english"] != "to" }
    #expect(postfix.count == 6)
    for row in postfix {
      for language in ["english", "chinese"] {
        let head = (row["english"] ?? "").replacing(" ", with: "-")
        #expect(expression("a + b \(row[language] ?? "")") == "(\(head) (+ a b))")
        #expect(expression("not a \(row[language] ?? "")") == "(not (\(head) a))")
      }
    }
    #expect(expression("-a * b") == "(* (- a) b)")
    #expect(expression("not a == b") == "(not (== a b))")
    #expect(expression("a or b to %") == "(to (or a b) %)")
  }

  private func head(_ row: [String: String]) -> String {
    (row["english"] ?? "").replacing(" ", with: "-")
  }
}
