/// What is done to the text of a script, on about 1 MB of it.
func syntaxWorkloads() -> [Workload] {
  let script = SampleScript(bytes: 1_000_000, seed: 20220221)
  return [
    lexing(script), parsing(script), parsingMistakes(script), checking(script), printing(script),
  ]
}
