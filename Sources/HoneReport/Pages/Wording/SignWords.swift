import HoneLoop
import HoneMetrics

/// Signs in words: a mark beside the number that they touch, a sentence that says what is there, and what it is not.
package enum SignWords {
    /// Stands behind the name of a number that a sign touches. A shape, no colour and no grade.
    static let mark = "◇"
    /// Said once, wherever signs are shown.
    package static let note =
        "A pattern, not an accusation: there are good reasons for each, and those who do the work know them."

    /// The name of a number, marked where a sign touches it.
    static func marked(_ name: String, _ signs: [Sign]) -> String { signs.isEmpty ? name : "\(name) \(mark)" }

    /// The sentences of some signs and what they are not, for one number.
    static func sentences(_ signs: [Sign]) -> String? {
        signs.isEmpty ? nil : signs.map(\.text).joined(separator: " ") + " " + note
    }

    /// `throughput, cycle time p85: 42 items were closed …`, a line a sign, and what they are not.
    static func lines(_ signs: [(sign: Sign, rows: [String])]) -> [String] {
        guard !signs.isEmpty else { return [] }
        let lines = signs.map { sign, rows in
            "\(mark) \(rows.map { $0.prefix(1).lowercased() + $0.dropFirst() }.joined(separator: ", ")): \(sign.text)"
        }
        return lines + [note]
    }
}
