import HoneLoop

/// What a product that works by bets has learned.
extension ScorecardPage {
    static func learning(_ scorecard: Scorecard) -> Node {
        guard !scorecard.learning.isEmpty else { return .nothing }
        return block(
            "learning", "Learning",
            [
                Tag.div(
                    [.class: "sentences"],
                    scorecard.learning.enumerated().map { index, sentence in Tag.p(index == 0 ? [.class: "lead"] : [:], .text(sentence)) })
            ])
    }
}
