import HoneFacts
import HoneLoop

/// What the capability section of the page says, and why; null members where they say nothing.
struct CapabilityStandingJSON {
    let scorecard: Scorecard

    init(_ scorecard: Scorecard) { self.scorecard = scorecard }

    var json: JSON {
        let (standing, history) = (scorecard.capabilityStanding, scorecard.capabilityHistory)
        let choice = scorecard.emptyCapability
        return .object([
            ("state", .text(CapabilityWords.state(standing))), ("historyFrom", .optional(history.firstDay?.description)),
            ("wholeQuarters", .integer(history.wholeQuarters)), ("missingQuarters", .integer(history.missingQuarters)),
            ("reason", .optional(choice?.choice.reason)), ("role", .optional(choice?.choice.role)),
            ("since", .optional(choice?.since.description)), ("until", .optional(choice?.choice.until.description)),
            ("sentences", .array(CapabilityWords.sentences(standing).map { .text($0) })),
        ])
    }
}
