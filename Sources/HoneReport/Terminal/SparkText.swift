import HoneFacts
import HoneLoop

/// A series as eight heights of blocks, from 0 (or its smallest value below) up to its largest; a dot where it is undefined.
enum SparkText {
    private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// - Parameter marks: where a thin bar stands in front of a value.
    static func text(_ values: [Double?], marks: Set<Int> = []) -> String {
        let largest = max(0, values.compactMap { $0 }.max() ?? 0)
        let smallest = min(0, values.compactMap { $0 }.min() ?? 0)
        let signs = values.map { value -> Character in
            guard let value else { return "·" }
            guard largest > smallest else { return blocks[0] }
            return blocks[min(7, max(0, Int(((value - smallest) / (largest - smallest) * 8).rounded(.up)) - 1))]
        }
        return signs.enumerated().map { place, sign in (marks.contains(place) ? String(SparkMarks.bar) : "") + String(sign) }.joined()
    }
}

/// Where the life cycle became another one, in the small series of a page: a thin bar in front of the quarter that the day lies in, at
/// the same place in every row.
struct SparkMarks {
    /// Not the bar that ends a cell of a table in Markdown.
    static let bar: Character = "│"

    /// Places of quarters, 0 the oldest.
    let places: Set<Int>
    /// `│ Kanban since 5 Oct 2026`; nil where no bar stands.
    let legend: String?

    init(_ scorecard: Scorecard) {
        let quarters = ScorecardBuilder.quarters(endingWith: scorecard.window)
        let drawn = scorecard.breaks.compactMap { mark in
            quarters.firstIndex { $0.contains(mark.day) }.map { (place: $0, text: "\(mark.label) since \(DayText.day(mark.day))") }
        }
        places = Set(drawn.map(\.place))
        legend = drawn.isEmpty ? nil : "\(Self.bar) \(drawn.map(\.text).joined(separator: ", "))"
    }
}
