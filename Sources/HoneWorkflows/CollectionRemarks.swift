import HoneFacts
import HoneLoop

/// What a reading shows that nobody would see in its facts.
enum CollectionRemarks {
    /// What differs from other sheets, and from what was there before.
    static func of(_ brought: CollectionTally.Brought, _ reading: SourceReading, _ known: SourceCursor?, _ origin: String) -> [Diagnostic] {
        var remarks: [Diagnostic] = []
        if brought.overruled > 0 { remarks.append(overruled(brought.overruled, origin)) }
        if reading.position != nil, !reading.isPartial, let newestAt = brought.newestAt, let before = known?.newestAt,
            newestAt < before - 86_400
        {
            remarks.append(olderThanBefore(newestAt, before, origin))
        }
        return remarks
    }

    /// Facts that an earlier reading brought and this one did not. They count on: many exports hold only what is recent.
    static func leftOver(_ count: Int, of origin: String) -> SourceOddity {
        let (facts, are) = count == 1 ? ("1 fact", "is") : ("\(ValueText.grouped(count)) facts", "are")
        return SourceOddity(
            first: Diagnostic(
                .note, code: "no-longer-there", file: origin,
                message: "\(facts) of before \(are) no longer in it, and still count\(count == 1 ? "s" : "").",
                advice:
                    "That is right for an export of what is recent, and for a plan. If it was corrected: hone store forget '\(origin)', and read it again; what only earlier exports held is lost then."
            ),
            count: 1)
    }

    /// Two sheets with one measure of one day: whoever corrects the older one brings its other numbers back.
    private static func overruled(_ count: Int, _ origin: String) -> Diagnostic {
        let numbers = count == 1 ? "1 number differs" : "\(ValueText.grouped(count)) numbers differ"
        return Diagnostic(
            .note, code: "other-sheet", file: origin,
            message: "\(numbers) from what another sheet says of the same measure and day; the one that was read last counts.",
            advice: "Keep each number in one sheet, or give the measures different names.")
    }

    /// An export with what an earlier one said: items that were finished since are open again, and nobody did that.
    private static func olderThanBefore(_ newestAt: Int64, _ before: Int64, _ origin: String) -> Diagnostic {
        let (day, dayBefore) = (ZoneTable.utc.day(atSeconds: newestAt), ZoneTable.utc.day(atSeconds: before))
        return Diagnostic(
            .skipped, code: "older-than-before", file: origin,
            message: "Its newest date is \(day), and that of the reading before was \(dayBefore): an older export may lie in its place.",
            advice: "What it says of each item counts now. If it is older, put the newer one back and read it again.")
    }

    /// Said of a file that was written weeks ago, where no other source has told more of its kinds of fact since.
    static func oldFile(_ source: any FactSource, _ cursors: [SourceCursor], now: Int64) -> String? {
        guard source.writtenAt != nil, let cursor = cursors.first(where: { $0.origin == source.origin }) else { return nil }
        let days = (now - cursor.readAt) / 86_400
        let isNewest = cursors.allSatisfy { other in
            other.readAt <= cursor.readAt || cursor.families?.isDisjoint(with: other.families ?? []) == true
        }
        guard days >= oldDays, isNewest else { return nil }
        return
            "It speaks up to \(ZoneTable.utc.day(atSeconds: cursor.readAt)), \(days) days ago: nothing is known of the days since. Export it anew."
    }

    /// A sheet of each week or each sprint is not old.
    private static let oldDays: Int64 = 15
}
