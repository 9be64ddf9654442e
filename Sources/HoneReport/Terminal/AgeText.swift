/// How long ago, in the largest unit that fits.
package enum AgeText {
    package static func text(seconds: Int64) -> String {
        switch seconds {
        case ..<60: "less than a minute"
        case ..<3600: "\(seconds / 60) min"
        case ..<86_400: count(seconds / 3600, "hour")
        default: count(seconds / 86_400, "day")
        }
    }

    /// What a source tells of, by how long ago that was: `as it was 3 days ago`.
    package static func asOf(seconds: Int64) -> String { seconds < 60 ? "as it is now" : "as it was \(text(seconds: seconds)) ago" }

    private static func count(_ number: Int64, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
