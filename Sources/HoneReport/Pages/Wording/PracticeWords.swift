import HoneFacts
package import HoneLoop

/// How the way of working is kept, as rows and in a sentence.
package struct PracticeWords {
    let record: PracticeRecord

    package init(_ record: PracticeRecord) { self.record = record }

    package static let headers = ["what", "day", "who", "about"]

    package var rows: [[String]] { record.lines.map { [$0.kind.rawValue, $0.day.description, $0.role, $0.about] } }

    /// `How it is kept: left out 1, waiting 3. Each: hone decision list --practice`; nil where there is none.
    package var sentence: String? {
        let counts = PracticeRecord.Kind.allCases.map { ($0.rawValue, record.count($0)) }.filter { $0.1 > 0 }
        guard !counts.isEmpty else { return nil }
        return "How it is kept: \(counts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")). Each: hone decision list --practice"
    }

    package static let none =
        "No KPI is of one side, no reserve went to other work, no ceremony was left out on purpose, no question for people's data is recorded, and nothing waits for an answer."

    package var json: JSON {
        .array(
            record.lines.map {
                .object([
                    ("what", .text($0.kind.rawValue)), ("day", .text($0.day.description)),
                    ("role", .optional($0.role.isEmpty ? nil : $0.role)),
                    ("about", .text($0.about)),
                ])
            })
    }
}
