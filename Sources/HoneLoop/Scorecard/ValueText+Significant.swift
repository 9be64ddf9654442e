extension ValueText {
    /// A number of any size with so many significant digits, no trailing zeros, thousands apart: `50.81`, `0.0345`, `1,234`.
    package static func significant(_ value: Double, digits: Int = 4) -> String {
        let magnitude = abs(value)
        guard magnitude < 1e15, value.isFinite, magnitude == 0 || magnitude >= 1e-12 else { return String(value) }
        var decimals = digits - 1
        var bound = 10.0
        while bound <= magnitude {
            decimals -= 1
            bound *= 10
        }
        var floor = 1.0
        while magnitude > 0, magnitude < floor, decimals < 15 {
            decimals += 1
            floor /= 10
        }
        guard decimals > 0 else { return grouped(Int(value.rounded())) }
        let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        let whole = (magnitude * scale).rounded()
        guard whole < 9e15 else { return String(value) }
        let number = Int(whole)
        let unit = Int(scale)
        let rest = String(number % unit)
        var fraction = String(repeating: "0", count: decimals - rest.count) + rest
        while fraction.last == "0" { fraction.removeLast() }
        let sign = value < 0 && number > 0 ? "-" : ""
        return sign + grouped(number / unit) + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// A factor: two decimals where they say enough, else two significant digits.
    package static func factor(_ value: Double) -> String {
        value >= 0.1 && value < 1e6 ? short(value) : significant(value, digits: 2)
    }
}
