/// What a goal's own number should reach: a limit in the unit that the measure is counted in.
package struct MeasureTarget: Sendable, Equatable {
    package let limit: Bound.Limit
    /// As it is written behind the number; empty where nobody wrote one.
    package let unit: String

    /// Reads `>= 90 %`, `<= 2.5 s`, `10-20 users`, `>= 1000`; nil for anything else, such as `2,9` and `15.000`, which may be two numbers.
    package init?(_ text: String) {
        let text = text.split { $0.isWhitespace }.joined(separator: " ")
        for (sign, isMost) in [("<=", true), ("≤", true), (">=", false), ("≥", false)] where text.hasPrefix(sign) {
            guard let (number, unit) = Self.number(text.dropFirst(sign.count)) else { return nil }
            (limit, self.unit) = (isMost ? .atMost(number) : .atLeast(number), unit)
            return
        }
        // A dash in front is a sign, one behind the first number parts a range.
        guard let dash = text.dropFirst().firstIndex(of: "-"), let (lower, before) = Self.number(text[..<dash]), before.isEmpty,
            let (upper, unit) = Self.number(text[text.index(after: dash)...]), lower < upper
        else { return nil }
        (limit, self.unit) = (.between(lower, upper), unit)
    }

    /// A number and what stands behind it.
    private static func number(_ text: Substring) -> (Double, unit: String)? {
        let text = text.drop { $0 == " " }
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
        guard let number = Double(digits), number.isFinite, abs(number) <= 1e15, !mayBeThousands(digits) else { return nil }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        // `1e999` is no number of e999.
        guard unit.count <= 40, !(unit.first == "e" && unit.dropFirst().allSatisfy { $0.isNumber || $0 == "-" }),
            !unit.contains(where: { "<>=≤≥".contains($0) }), unit.first?.isNumber != true,
            !unit.hasPrefix(","), !unit.hasPrefix("'")
        else { return nil }
        return (number, String(unit.last == " " ? unit.dropLast() : unit))
    }

    /// `15.000` is fifteen for some and fifteen thousand for others; `0.995` is the same for all.
    private static func mayBeThousands(_ digits: Substring) -> Bool {
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 3 else { return false }
        let whole = parts[0].drop { $0 == "-" }
        return (1...3).contains(whole.count) && whole.first != "0"
    }

    package func holds(for number: Double) -> Bool {
        switch limit {
        case .atMost(let most): number <= most
        case .atLeast(let least): number >= least
        case .between(let least, let most): least <= number && number <= most
        }
    }
}

extension MeasureTarget: CustomStringConvertible {
    /// As a page writes it, and as a decision keeps it: `>= 90 %`.
    package var description: String {
        func text(_ number: Double) -> String {
            if number == number.rounded() { return String(Int64(number)) }
            let text = String(number)
            return text + (Self.mayBeThousands(text[...]) ? "0" : "")
        }
        let numbers =
            switch limit {
            case .atMost(let most): "<= \(text(most))"
            case .atLeast(let least): ">= \(text(least))"
            case .between(let least, let most): "\(text(least))-\(text(most))"
            }
        return numbers + (unit.isEmpty ? "" : " \(unit)")
    }
}
