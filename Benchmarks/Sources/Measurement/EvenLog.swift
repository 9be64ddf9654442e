/// A seeded log of so many years that is, at its end, as dense as another of fewer years: what a page looks at is alike in both, and
/// only the past behind it is longer.
package struct EvenLog: Hashable {
    package let years: Int
    package let items: Int

    /// Whole years and some days: a quarter of the calendar is over for less than four weeks, and has what it needs kept.
    package var days: Int { Self.days(years) }

    private static func days(_ years: Int) -> Int { 365 * years + 20 }
    private static let daysOfQuarter = 91.0

    /// - Parameter itemsOfThree: how many items come in three years.
    package init(years: Int, itemsOfThree: Int) {
        self.years = years
        let ofThree = Double(itemsOfThree) * Double(Self.days(3)) / 1_095
        items = Int((ofThree * Self.lastQuarter(Self.days(3)) / Self.lastQuarter(Self.days(years))).rounded())
    }

    /// The share of all items that come in the last quarter. The generator's rate grows from 1 to 1.6 over a log, however long.
    private static func lastQuarter(_ days: Int) -> Double {
        let (span, last) = (Double(days), daysOfQuarter)
        return (1.6 * last - 0.3 * last * last / span) / (1.3 * span)
    }

    /// The generator begins in 2022, and a log of nine years from then on would end in the future, which no page counts. 28 years
    /// before, the days of the week and the leap years fell alike.
    package static let yearsEarlier = 28
    package var firstYears: ClosedRange<Int> { 2_022...2_022 + years }
}
