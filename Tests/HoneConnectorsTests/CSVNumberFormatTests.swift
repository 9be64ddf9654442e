import Testing

@testable import HoneConnectors

@Suite struct CSVNumberFormatTests {
    private func plain(_ format: CSVNumberFormat, _ text: String) -> String? {
        format.plain(text.utf8).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(
        arguments: [
            (.commaPoint, "1,307", "1307"), (.commaPoint, "1,234,567.25", "1234567.25"), (.commaPoint, "-1,307", "-1307"),
            (.commaPoint, "1307", "1307"), (.commaPoint, "12.5", "12.5"), (.commaPoint, "+7", "7"), (.pointComma, "1.307", "1307"),
            (.pointComma, "12,5", "12.5"), (.pointComma, "1.234.567,25", "1234567.25"), (.spaceComma, "1 307,5", "1307.5"),
            (.spaceComma, "1\u{a0}307", "1307"), (.spaceComma, "1\u{202f}307", "1307"), (.spacePoint, "1 307.5", "1307.5"),
            (.apostrophePoint, "1'307.5", "1307.5"), (.apostrophePoint, "1\u{2019}307", "1307"),
        ] as [(CSVNumberFormat, String, String)])
    func `a number loses its signs between thousands`(_ format: CSVNumberFormat, _ text: String, _ expected: String) {
        #expect(plain(format, text) == expected)
    }

    @Test(arguments: [
        "1,5", "12,34", "1,2345", "1234,567", ",307", "1,307,", "1,307.", "1.307,5", "1,,307", "1e3", "", "-", ".5", "1,307 ", "1 307",
        "7 %",
    ])
    func `what is written in another way is no number`(_ text: String) {
        #expect(plain(.commaPoint, text) == nil)
    }

    /// Law: whatever is written in a format is read as what was written, digit for digit.
    @Test func `writing and reading give the same number`() {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func next(_ limit: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % limit
        }
        let signs: [CSVNumberFormat: (group: String, decimal: String)] = [
            .commaPoint: (",", "."), .pointComma: (".", ","), .spaceComma: (" ", ","), .spacePoint: (" ", "."),
            .apostrophePoint: ("'", "."),
        ]
        for _ in 0..<2_000 {
            let whole = String((0..<(1 + next(12))).reduce(UInt64(1 + next(9))) { number, _ in number * 10 + next(10) })
            let decimals = next(2) == 0 ? "" : String(1 + next(999))
            for (format, sign) in signs {
                var written = ""
                for (place, digit) in whole.enumerated() {
                    if place > 0, (whole.count - place) % 3 == 0 { written += sign.group }
                    written.append(digit)
                }
                written += decimals.isEmpty ? "" : sign.decimal + decimals
                #expect(plain(format, written) == whole + (decimals.isEmpty ? "" : "." + decimals), "\(written)")
            }
        }
        #expect(Set(signs.keys) == Set(CSVNumberFormat.allCases))
    }
}
