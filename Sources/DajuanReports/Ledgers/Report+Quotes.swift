extension Report {
  /// How many facts have a surface that is not the words of their range in the statement they name.
  package func factsWithoutTheirWords() -> Int {
    facts.count { fact in
      guard statements.indices.contains(fact.statement) else { return true }
      let statement = statements[fact.statement]
      let (before, after) = surroundings(of: fact)
      return before + fact.surface + after != statement.text
    }
  }
}
