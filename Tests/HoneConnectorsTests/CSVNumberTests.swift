import Testing

@testable import HoneConnectors

@Suite struct CSVNumberTests {
    private func read(_ text: String) -> CSVNumber { CSVNumber(Array(text.utf8), 0..<text.utf8.count) }

    @Test(
        arguments: [
            ("0", 0), ("7", 7), ("1.75", 1.75), ("1,75", 1.75), (".5", 0.5), (",5", 0.5), ("5.", 5), ("007", 7), ("-0", 0),
            ("0,125", 0.125),
            ("1.234", 1.234), ("1234,567", 1234.567), ("216060", 216_060), ("2.099999905", 2.099999905), ("1,5000", 1.5),
        ] as [(String, Double)])
    func `a point or a comma is a decimal sign`(_ text: String, _ value: Double) {
        #expect(read(text) == .value(value))
    }

    @Test(arguments: [
        "1,234", "12,345", "999,999", "1,234.5", "1.234,5", "1.234.567", "1'234", "1 234.5", "1_000", "1\u{a0}234", "1\u{2019}234",
    ])
    func `a sign between thousands, or what may be one, is refused`(_ text: String) {
        #expect(read(text) == .grouped)
    }

    @Test(arguments: ["-1", "-0.01", "-1,5"]) func `a number below zero is negative`(_ text: String) {
        #expect(read(text) == .negative)
    }

    @Test(arguments: [
        "x", "1h", "2 h", "1:30", "1e3", "--1", ".", ",", "NaN", "inf", "+1", "0x10", "1000000001", "99999999999999999999999", "١",
    ])
    func `other text is no number`(_ text: String) {
        #expect(read(text) == .unreadable)
    }

    @Test func `a number becomes seconds by its unit`() {
        #expect(CSVTimeUnit.hours.seconds(0.35) == 1_260)
        #expect(CSVTimeUnit.minutes.seconds(2.099999905) == 126)
        #expect(CSVTimeUnit.seconds.seconds(216_060) == 216_060)
        #expect(CSVTimeUnit.hours.seconds(0) == 0)
    }
}
