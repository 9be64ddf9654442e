internal import HoneFacts

extension CSVItems {
    /// Dates in an order that cannot be, in the words that metrics count them by.
    func oddities(in zone: ZoneTable) -> [String] {
        let early = items.count { Self.isEarlier($0.startedAt, $0.requestedAt, zone) }
        let backwards = items.count { item in
            Self.isOfEarlierDay(item.finishedAt, item.startedAt, zone) || Self.isOfEarlierDay(item.finishedAt, item.requestedAt, zone)
        }
        return [
            early > 0 ? "\(early) started before \(early == 1 ? "it was" : "they were") requested" : nil,
            backwards > 0 ? "\(backwards) \(backwards == 1 ? "ends before it begins" : "end before they begin")" : nil,
        ].compactMap(\.self)
    }

    private static func isEarlier(_ instant: Int64, _ other: Int64, _ zone: ZoneTable) -> Bool {
        guard instant != Instant.missing, other != Instant.missing else { return false }
        // Of a day and an instant only the days can be told apart.
        return (instant | other) & 1 == 0 ? instant < other : isOfEarlierDay(instant, other, zone)
    }

    private static func isOfEarlierDay(_ instant: Int64, _ other: Int64, _ zone: ZoneTable) -> Bool {
        guard instant != Instant.missing, other != Instant.missing else { return false }
        // Instants of one kind have the order of their days.
        if (instant ^ other) & 1 == 0, instant >= other { return false }
        return zone.day(Instant(rawValue: instant)).number < zone.day(Instant(rawValue: other)).number
    }
}
