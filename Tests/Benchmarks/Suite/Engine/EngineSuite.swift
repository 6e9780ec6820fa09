/// The questions that the engines are asked of a large ledger's facts.
///
/// Where bounds are in play, the questions in SQL say with the ends of the intervals what Dajuan takes
/// from the quantity: a certain `>=` compares the lower end, an average has two ends. A missing end
/// is NULL. The numbers of SQLite are ten-thousandths, so those of its conditions are too.
enum EngineSuite {
  static let queries = [
    filterAndCount, sumByIndicator, averageByDistrict, topTen, textContains, distinctCount,
    targetAgainstOutcome, medianByYear, yearOnYear,
  ]
}
