import HoneFacts

/// What a ceremony starts from: what changed beyond noise, what is open and how it stands, what comes back, what waits.
package struct CeremonySheet: Sendable {
    package struct Section: Sendable, Equatable {
        package let heading: String
        /// A line each; one line that says so where there is nothing.
        package let lines: [String]
    }

    package let title: String
    package let sections: [Section]

    /// - Parameters:
    ///   - kind: of the ceremony that is opened.
    ///   - reserve: what the scorecard says of the reserve, planned and used.
    package init(
        _ kind: Ceremony.Kind, _ agreements: Agreements, _ evidence: EffectEvidence, _ lines: ImprovementLines, reserve: [String]
    ) {
        let (today, zone) = (evidence.today, evidence.interpretation.zone)
        let last = agreements.record.ceremonies.filter { $0.kind == kind && $0.heldOn < today }.map(\.heldOn).max()
        let since = last ?? today + -28
        let signals = ProcessSignals(evidence, since: since)
        title = "\(kind.name), \(DayText.day(today))" + (last.map { ": the last one was on \(DayText.day($0))" } ?? ": the first one")
        let open = agreements.improvements.filter { $0.isOpen && ($0.listing != nil || $0.shape != nil) }
        sections = [
            Section(
                heading: "What changed beyond its own noise since \(DayText.day(since))",
                lines: signals.signals.isEmpty
                    ? [
                        signals.looked.isEmpty
                            ? "Too few weeks of evidence to say."
                            : "Nothing: \(signals.looked.count) numbers stayed within their own limits."
                    ] : signals.signals.map(\.text)),
            Section(
                heading: "What is open, and how it stands",
                lines: open.isEmpty
                    ? ["Nothing is open."]
                    : open.map { improvement in
                        let age = max(0, today - improvement.firstDay(zone))
                        return "\(improvement.number). \(improvement.title) (\(age) d): \(lines.words(improvement).standing)"
                    }), Section(heading: "What comes back", lines: Self.themes(agreements)),
            Section(heading: "The reserve", lines: reserve),
            Section(heading: "Notes without an answer", lines: Self.notes(agreements, on: today, zone)),
            Section(heading: "How many came before", lines: [Self.attendance(kind, agreements.record.ceremonyRecord, before: today)]),
        ]
    }

    /// Over time, so that people see whether a ceremony loses its people; never who.
    private static func attendance(_ kind: Ceremony.Kind, _ record: CeremonyRecord, before today: CalendarDay) -> String {
        let before = record.held.filter { $0.kind == kind && $0.heldOn < today }
        return CeremonyAttendance(record, of: before).text ?? "Nobody said it yet. To say it for this one: close it with --attended 6."
    }

    private static func notes(_ agreements: Agreements, on today: CalendarDay, _ zone: ZoneTable) -> [String] {
        let notes = agreements.unanswered(on: today)
        return notes.isEmpty
            ? ["None."]
            : notes.map { "\($0.number). \($0.title) (\(max(0, today - $0.firstDay(zone))) d)" }
    }

    /// Improvements that several ceremonies listed, and words that several of them used.
    private static func themes(_ agreements: Agreements) -> [String] {
        let listed = agreements.record.fromCeremonies
        let again = listed.filter { ($0.listing?.carriedOn.count ?? 0) >= 2 && $0.isOpen }.map {
            "\"\($0.title)\" was listed \(($0.listing?.carriedOn.count ?? 0) + 1) times and is open"
        }
        var days: [String: Set<CalendarDay>] = [:]
        for improvement in listed {
            guard let day = improvement.listing?.notedOn else { continue }
            for word in Set(Improvement.key(improvement.title).split(separator: "-").map(String.init)) where word.count >= 5 {
                days[word, default: []].insert(day)
            }
        }
        let common = days.filter { $0.value.count >= 3 && !Self.plainWords.contains($0.key) }
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(3)
            .map { "the word \"\($0.key)\" in what \($0.value.count) ceremonies noted" }
        let lines = again + common
        return lines.isEmpty ? ["Nothing."] : lines
    }

    /// Words of five letters or more that say nothing about what hurts.
    private static let plainWords: Set<String> = [
        "about", "after", "again", "before", "first", "their", "there", "these", "those", "which", "while", "whether", "would", "should",
        "could", "every", "other", "under", "until", "where",
    ]
}
