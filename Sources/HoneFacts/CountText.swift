/// Counts as people read them.
package enum CountText {
    /// Thousands apart: `12,272`.
    package static func grouped(_ count: Int) -> String {
        let digits = String(count.magnitude)
        var result = ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return (count < 0 ? "-" : "") + result
    }

    /// With what is counted: `1 issue`, `1,825 issues`.
    /// - Parameter many: the plural, where it is not the noun and an s.
    package static func counted(_ count: Int, _ noun: String, many: String? = nil) -> String {
        "\(grouped(count)) \(count == 1 ? noun : many ?? noun + "s")"
    }
}
