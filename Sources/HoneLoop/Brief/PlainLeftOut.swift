/// What a number leaves out, in a sentence for somebody who knows none of our terms; nil where it leaves out nothing.
struct PlainLeftOut {
    let leftOut: LeftOut
    let plain: PlainMeasure
    /// Where it is not said of what stands right before.
    var start = "Left out"

    var sentence: String? {
        guard let main = leftOut.main else { return nil }
        let all = leftOut.of == 1 ? "the one there was" : plain.count(leftOut.of)
        let mostly = main.count == leftOut.count ? "" : "mostly "
        return "\(start): \(ValueText.grouped(leftOut.count)) of \(all), \(mostly)because \(Self.because(main.reason, leftOut.count == 1))."
    }

    /// Behind "because". What is not known has one word here: the reasons one by one stand with the figures.
    private static func because(_ reason: String, _ isOne: Bool) -> String {
        let they = isOne ? "it" : "they"
        return switch reason {
        case "cancelled", "given-up": "the work was given up"
        case "back-fill": "we had only begun to keep records"
        case "unreleased", "not-deployed", "not-merged", "not-started", "not-recovered", "still-open", "unfinished", "left-unfinished":
            "\(they) \(isOne ? "is" : "are") not over yet"
        case "by-a-program", "by-a-program-or-nobody-known": "no person made \(isOne ? "it" : "them")"
        case "never-visited": "\(they) never came there"
        case "unclassified": "nobody said what kind of work it was"
        default: "what we need to know about \(isOne ? "it" : "them") was not written down"
        }
    }
}
