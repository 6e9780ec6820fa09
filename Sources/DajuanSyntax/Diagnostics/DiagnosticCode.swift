/// The stable code of a diagnostic.
///
/// The number never changes meaning and is never given again. Ranges: `DJ00xx` lexical, `DJ01xx`
/// syntax, `DJ02xx` names, `DJ03xx` types and units, `DJ04xx` run time, `DJ05xx` limits.
///
/// To add one: a case here, in its range, and its texts in `DiagnosticFacts`, where the compiler
/// asks for them.
public enum DiagnosticCode: String, CaseIterable, Sendable {
  // Lexical.
  case invalidUTF8 = "DJ0001"
  case unexpectedCharacter = "DJ0002"
  case unterminatedString = "DJ0003"
  case unknownEscape = "DJ0004"
  case unterminatedQuotedName = "DJ0005"
  case emptyQuotedName = "DJ0006"
  case malformedNumber = "DJ0007"
  case noSuchPeriod = "DJ0008"
  case foreignOperator = "DJ0009"
  case missingReferenceName = "DJ0010"

  // Syntax.
  case expectedQuery = "DJ0101"
  case expectedOperator = "DJ0102"
  case unknownOperator = "DJ0103"
  case operatorWithoutPipe = "DJ0104"
  case expectedExpression = "DJ0105"
  case unexpectedToken = "DJ0106"
  case unclosedBracket = "DJ0107"
  case unmatchedBracket = "DJ0108"
  case expectedName = "DJ0109"
  case reservedName = "DJ0110"
  case expectedEquals = "DJ0111"
  case unnamedColumn = "DJ0112"
  case chainedComparison = "DJ0113"
  case expectedUnit = "DJ0114"
  case looseConversion = "DJ0115"
  case expectedState = "DJ0116"
  case expectedSeparator = "DJ0117"
  case gluedWords = "DJ0118"
  case expectedSource = "DJ0130"
  case unknownJoinKind = "DJ0131"
  case expectedOn = "DJ0132"
  case bareQueryAsSource = "DJ0133"
  case expectedValues = "DJ0134"

  // Names.
  case unknownTable = "DJ0201"
  case unknownColumn = "DJ0202"
  case unknownValue = "DJ0203"
  case unknownFunction = "DJ0204"
  case unknownReference = "DJ0205"
  case duplicateColumn = "DJ0206"
  case noLastQuery = "DJ0207"
  case tableAsValue = "DJ0208"
  case valueAsTable = "DJ0209"
  case ungroupedColumn = "DJ0210"
  case missingJoinKey = "DJ0230"
  case unknownJoinColumn = "DJ0231"
  case valueForColumn = "DJ0232"

  // Types and units.
  case incomparable = "DJ0301"
  case unaddable = "DJ0302"
  case percentOfAmount = "DJ0303"
  case expectedCondition = "DJ0304"
  case wrongOperand = "DJ0305"
  case wrongArgumentCount = "DJ0306"
  case wrongArgument = "DJ0307"
  case aggregateOutside = "DJ0308"
  case notAnAggregate = "DJ0309"
  case nestedAggregate = "DJ0310"
  case noConversion = "DJ0311"
  case unknownUnit = "DJ0312"
  case expectedRowCount = "DJ0313"
  case unlikeBranches = "DJ0314"
  case noOrder = "DJ0315"
  case unaggregatable = "DJ0316"
  case numberTooLong = "DJ0317"
  case untrackable = "DJ0330"
  case trackedColumnGone = "DJ0331"
  case unlikeColumns = "DJ0340"
  case unpivotable = "DJ0341"

  // Run time.
  case mixedUnits = "DJ0401"
  case cancelled = "DJ0402"
  case severalValues = "DJ0430"

  // Limits.
  case tooDeep = "DJ0501"
  case sourceTooLarge = "DJ0502"
  case tooManyOperators = "DJ0503"
  case tooManyRows = "DJ0530"
  case tooManyColumns = "DJ0531"
  case queryTooLarge = "DJ0532"
}
