import Testing

@testable import DajuanLedger

@Suite struct PeriodTests {
  @Test func notations() throws {
    #expect(Period(year: 2021).description == "2021")
    #expect(try #require(Period(year: 2021, quarter: 1)).description == "2021Q1")
    #expect(try #require(Period(year: 2021, month: 3)).description == "2021-03")
    #expect(try #require(Period(year: 2022, month: 2, day: 21)).description == "2022-02-21")
    #expect(try #require(Period(years: 2017, through: 2021)).description == "2017..2021")
    #expect(Period(throughYear: 2021).description == "..2021")
    #expect(Period(throughYear: 2021).interchange == "-2021")
    #expect(try #require(Period(years: 2017, through: 2021)).interchange == "2017-2021")
    let months = try #require(Period(firstMonth: 2021 * 12, lastMonth: 2021 * 12 + 7))
    #expect(months.interchange == "2021-01/2021-08")
  }

  @Test func theCalendar() {
    #expect(Period(year: 2024, month: 2, day: 29) != nil)
    #expect(Period(year: 2023, month: 2, day: 29) == nil)
    #expect(Period(year: 2000, month: 2, day: 29) != nil)
    #expect(Period(year: 1900, month: 2, day: 29) == nil)
    #expect(Period(year: 2021, month: 13) == nil)
    #expect(Period(year: 2021, month: 4, day: 31) == nil)
    #expect(Period(year: 1970, month: 1, day: 1)?.firstDay == 0)
    #expect(Period(year: 2022, month: 2, day: 21)?.firstDay == 19044)
  }

  @Test func everyDayOfFourHundredYearsFollowsTheLast() throws {
    var last = try #require(Period(year: 1799, month: 12, day: 31)).lastDay
    for year in 1800..<2200 {
      for month in 1...12 {
        let whole = try #require(Period(year: year, month: month))
        #expect(whole.firstDay == last + 1)
        last = whole.lastDay
      }
      #expect(Period(year: year).lastDay == last)
    }
  }

  @Test func moving() throws {
    #expect(Period(year: 2021).shifted(by: -1) == Period(year: 2020))
    #expect(try #require(Period(year: 2021, month: 1)).shifted(by: -1)?.description == "2020-12")
    #expect(
      try #require(Period(year: 2024, month: 2, day: 28)).shifted(by: 2)?.description
        == "2024-03-01")
    #expect(Period(year: 2021).shifted(by: Int.max) == nil)
  }

  @Test func containment() throws {
    let years = try #require(Period(years: 2017, through: 2021))
    #expect(years.contains(Period(year: 2021)))
    #expect(!years.contains(Period(year: 2022)))
    #expect(Period(throughYear: 2021).contains(years))
    #expect(!years.contains(Period(throughYear: 2021)))
    #expect(years.overlaps(Period(throughYear: 2017)))
    #expect(!years.overlaps(Period(throughYear: 2016)))
  }
}
