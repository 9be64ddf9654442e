import HoneFacts

extension CannotSay {
    /// Sources of which something could not be used when they were last read: every number of them speaks of the rest.
    static func unused(_ cursors: [SourceCursor]) -> [Scorecard.Gap] {
        cursors.compactMap { cursor in
            guard let worst = cursor.oddities.first, worst.first.severity == .skipped else { return nil }
            return Scorecard.Gap(
                what: "all of \(ScorecardBuilder.shortened(cursor.origin))",
                why: "Some of it could not be used, such as: \(worst.first.message)", next: "hone doctor")
        }
    }
}
