import Measurement
import Testing

struct EvenLogTests {
    @Test func `a longer log has as many items in its last quarter`() {
        // Summed day by day instead of by formula: the rate grows from 1 to 1.6.
        func lastQuarter(_ log: EvenLog) -> Double {
            let rates = (0..<log.days).map { 1 + 0.6 * (Double($0) + 0.5) / Double(log.days) }
            return Double(log.items) * rates.suffix(91).reduce(0, +) / rates.reduce(0, +)
        }
        let (three, nine) = (EvenLog(years: 3, itemsOfThree: 1_000_000), EvenLog(years: 9, itemsOfThree: 1_000_000))
        #expect(three.items == 1_018_265 && three.days == 1_115 && nine.days == 3_305)
        #expect(abs(lastQuarter(nine) / lastQuarter(three) - 1) < 1e-5)
    }
}
