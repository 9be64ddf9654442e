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

    private static func count(_ number: Int64, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
