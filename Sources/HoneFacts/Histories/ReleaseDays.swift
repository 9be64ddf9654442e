/// The days on which a product was released, oldest first: by the tags that count as releases, else by the versions of its trackers.
package struct ReleaseDays: Sendable {
    package enum Source: String, Sendable {
        case tags, versions
    }

    /// Everything that came out on one day: releases of one day are one, because no day lies between them.
    package struct Release: Hashable, Sendable {
        /// In the order they came out, each once.
        package let names: [String]
        package let day: CalendarDay
        /// Rows of the releases of git, or of the versions.
        package let rows: [Int]

        package var name: String { ReleaseDays.name(of: names) }
    }

    /// When something came in, told by releases alone.
    package enum Arrival: Hashable, Sendable {
        /// Before the first release that is known, named here.
        case before(String)
        /// Up to the day of a release, and after the one before it: its place among the releases.
        case within(Int)
        /// After the last release, named here: no release has it yet.
        case after(String)
    }

    package let source: Source
    package let releases: [Release]
    /// Place of the newest release of a name, read as `plain` does.
    private let placeOf: [String: Int]

    /// What is dated after `now` has not come out.
    /// - Complexity: O(releases x log releases).
    package init(_ histories: Histories, _ zone: ZoneTable, now: Int64) {
        let (git, versions) = (histories.git.releases, histories.versions)
        let today = zone.day(atSeconds: now)
        func cameOut(_ dates: [Int64]) -> [(row: Int, at: Int64, day: CalendarDay)] {
            dates.indices.map { ($0, dates[$0], zone.day(Instant(rawValue: dates[$0]))) }
                .filter { $0.day <= today }.sorted { ($0.day, $0.at, $0.row) < ($1.day, $1.at, $1.row) }
        }
        let (tagged, dated) = (cameOut(git.releasedAt), cameOut(versions.releasedAt))
        source = tagged.isEmpty && !dated.isEmpty ? .versions : .tags
        let (ordered, names) = source == .tags ? (tagged, git.name) : (dated, versions.name)
        let otherNames = source == .tags ? git.otherNames : []
        var releases: [Release] = []
        var start = 0
        while start < ordered.count {
            let end = ordered[start...].firstIndex { $0.day != ordered[start].day } ?? ordered.count
            let rows = ordered[start..<end].map(\.row)
            var seen: Set<String> = []
            releases.append(
                Release(names: rows.map { names[$0] }.filter { seen.insert($0).inserted }, day: ordered[start].day, rows: rows))
            start = end
        }
        self.releases = releases
        placeOf = Dictionary(
            releases.indices.flatMap { place in
                let others = otherNames.isEmpty ? [] : releases[place].rows.flatMap { otherNames[$0] }
                return (releases[place].names + others).map { (Self.plain($0), place) }
            }, uniquingKeysWith: max)
    }

    /// The days of each release: from the one before it, exclusive, to its own, inclusive. None meets another.
    /// - Parameter first: the first day anything is known of; the first release begins with it.
    package func windows(from first: CalendarDay?) -> [Window] {
        releases.indices.map { index in
            let day = releases[index].day
            return Window(from: index > 0 ? releases[index - 1].day + 1 : min(first ?? day, day), to: day + 1)
        }
    }

    /// Nil where no release is known. Complexity: O(log releases).
    package func arrival(on day: CalendarDay) -> Arrival? {
        guard let first = releases.first, let last = releases.last else { return nil }
        if day < first.day { return .before(first.names.first ?? "") }
        if day > last.day { return .after(last.names.last ?? "") }
        var (low, high) = (0, releases.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if releases[middle].day < day { low = middle + 1 } else { high = middle }
        }
        return .within(low)
    }

    /// The same of an item: with the first release that its tracker says has it, where it names one that is known; else by the day,
    /// and nil where there is none.
    package func arrival(of item: Int, _ items: ItemHistories, reportedOn day: CalendarDay?) -> Arrival? {
        let names = items.affected.isEmpty(item) ? [] : items.affected[item].split(separator: "\u{1f}")
        if let named = names.compactMap({ placeOf[Self.plain(String($0))] }).min() { return .within(named) }
        return day.flatMap(arrival)
    }

    /// What the releases of one day are called in a line: up to four names, or the first three and how many more.
    package static func name(of names: [String]) -> String {
        names.count > 4 ? names.prefix(3).joined(separator: ", ") + " and \(names.count - 3) more" : names.joined(separator: ", ")
    }

    /// The place of the release of a name, the newest where several have it. A `v` before a number, and case, tell no two apart.
    package func place(of name: String) -> Int? {
        releases.lastIndex { $0.names.contains(name) } ?? placeOf[Self.plain(name)]
    }

    private static func plain(_ name: String) -> String {
        let lower = name.lowercased()
        guard lower.first == "v", lower.dropFirst().first?.isNumber == true else { return lower }
        return String(lower.dropFirst())
    }
}
