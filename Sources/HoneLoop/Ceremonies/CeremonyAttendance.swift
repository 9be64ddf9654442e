package import HoneFacts

/// How many came to the ceremonies of a time, one after another; never who. It has no target.
package struct CeremonyAttendance: Sendable, Equatable {
    package struct Count: Sendable, Equatable {
        package let on: CalendarDay
        package let came: Int
    }

    /// Oldest first; those of which nobody says how many came are left out.
    package let counts: [Count]
    /// Ceremonies of which nobody says it.
    package let unsaid: Int

    /// - Parameter ceremonies: those that are looked at, in any order.
    init(_ record: CeremonyRecord, of ceremonies: some Collection<Ceremony>) {
        counts = ceremonies.compactMap { ceremony in record.attended[ceremony].map { Count(on: ceremony.heldOn, came: $0) } }
            .sorted { ($0.on, $0.came) < ($1.on, $1.came) }
        unsaid = ceremonies.count - counts.count
    }

    /// Most that are listed one by one.
    static let most = 12

    /// `6, 7, 4 came (oldest first); of 2 nobody says`; nil where nobody says anything.
    package var text: String? {
        guard let last = counts.last else { return nil }
        let shown = counts.suffix(Self.most)
        let all = counts.count == 1 ? "\(last.came) came" : "\(shown.map { String($0.came) }.joined(separator: ", ")) came (oldest first)"
        let earlier = counts.count > shown.count ? ", \(counts.count - shown.count) before these" : ""
        return all + earlier + (unsaid == 0 ? "" : "; of \(unsaid) nobody says")
    }
}

extension ImprovementRecord {
    /// How many came to the ceremonies of one day that find improvements; empty where nobody says.
    package func attended(on day: CalendarDay, in lifeCycle: LifeCycle? = nil) -> [Int] {
        ceremonyRecord.attended.filter { $0.key.heldOn == day && $0.key.kind.findsImprovements(in: lifeCycle) }.map(\.value).sorted()
    }
}
