import Foundation
import HoneFacts

extension ZoneTable {
    /// Whether this system knows a zone of that name.
    static func isKnown(_ identifier: String) -> Bool { isUTC(identifier) || zone(identifier) != nil }

    private static func isUTC(_ identifier: String) -> Bool { identifier == "UTC" || identifier == "Etc/UTC" }

    private static func zone(_ identifier: String) -> TimeZone? {
        // Aliases such as EST5EDT are zones too, though not in the list of known ones; abbreviations such as CEST are not.
        let isName = !identifier.isEmpty && !identifier.contains("..") && !identifier.hasPrefix("/")
        let isZone = FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/" + identifier)
        guard TimeZone.knownTimeZoneIdentifiers.contains(identifier) || (isName && isZone) else { return nil }
        return TimeZone(identifier: identifier)
    }

    /// Expands an IANA zone of this system into a table for the years 1970 to 2099; nil where the system does not know it.
    static func system(_ identifier: String) -> ZoneTable? {
        if isUTC(identifier) { return .utc }
        guard let zone = zone(identifier) else { return nil }
        let end = Date(timeIntervalSince1970: 4_102_444_800)
        var instant = Date(timeIntervalSince1970: 0)
        var changes: [(start: Int64, offset: Int)] = [(Int64.min / 4, zone.secondsFromGMT(for: instant))]
        while let next = zone.nextDaylightSavingTimeTransition(after: instant), next < end, next > instant {
            changes.append((Int64(next.timeIntervalSince1970.rounded()), zone.secondsFromGMT(for: next.addingTimeInterval(1))))
            instant = next
        }
        return ZoneTable(name: identifier, changes: changes)
    }
}
