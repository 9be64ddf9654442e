import HoneFacts
package import HoneLoop
import HoneMetrics

/// What the page of releases says, in sentences and cells.
package struct ReleaseWords {
    let picture: ReleasesPicture

    package init(_ picture: ReleasesPicture) { self.picture = picture }

    static let title = "Releases: what each brought, and how able we were"
    static let tooFew = "too few"
    static let none = "No release is known: no tag counts as one, and no tracker names a version with a date."
    static let noneNext = "Tag what you release, or say in hone.yaml which tags count: releases, pattern. Then run hone sync."
    /// Said wherever releases stand below each other.
    static let noTrend =
        "Releases span different numbers of days, so nothing here says that a number rises or falls. The trends by quarter do."

    /// The first sentence of a page.
    var lead: String {
        guard let newest = picture.rows.first else { return Self.none }
        return "\(sentence(newest))."
    }

    /// `1.2 came out on 3 Feb 2026: 18 changes to the default branch; 5 items: 3 feature, 2 bug`.
    func sentence(_ row: ReleaseRow) -> String {
        let brought = [changes(row), items(row)].compactMap(\.self).joined(separator: "; ")
        return "\(names(row)) came out on \(DayText.day(row.releasedOn))\(brought.isEmpty ? "" : ": \(brought)")"
    }

    func names(_ row: ReleaseRow) -> String { ReleaseDays.name(of: row.names) }

    /// `26 Jan 2026 to 3 Feb 2026 (9 days)`.
    func days(_ row: ReleaseRow) -> String {
        row.isFirst ? "the days up to \(DayText.day(row.releasedOn))" : DayText.span(row.window)
    }

    func changes(_ row: ReleaseRow) -> String? {
        row.brought.changes.map { count in
            switch picture.source {
            case .tags: count == 0 ? "no new change on the default branch" : "\(Self.count(count, "change")) to the default branch"
            case .versions: "\(Self.count(count, "change")) merged in its days"
            }
        }
    }

    /// `5 items: 3 feature, 2 bug`.
    func items(_ row: ReleaseRow) -> String? {
        guard let items = row.brought.items, let count = row.brought.itemCount else { return nil }
        let finished = row.isBroughtKnown ? "" : " finished in its days"
        return "\(Self.count(count, "item"))\(finished)\(items.isEmpty ? "" : ": ")\(kinds(row))"
    }

    func kinds(_ row: ReleaseRow) -> String {
        let kinds = (row.brought.items ?? [:]).sorted { $0.key < $1.key }
        return kinds.map { "\(ValueText.grouped($0.value)) \($0.key.rawValue)" }.joined(separator: ", ")
    }

    static func count(_ number: Int, _ noun: String) -> String { "\(ValueText.grouped(number)) \(noun)\(number == 1 ? "" : "s")" }

    /// How to read the rows, a sentence each.
    var notes: [String] {
        guard !picture.rows.isEmpty else { return [] }
        var notes = ["The days of a release begin after the one before it and end with its own."]
        if picture.rows.contains(where: { $0.names.count > 1 }) { notes.append("Releases of one day are one line.") }
        if picture.rows.contains(where: \.isFirst) { notes.append("The first release has all days of the history before it.") }
        if picture.source == .tags {
            if hasChanges {
                let lead = "Change lead time counts the commits in them, merges left out."
                let shows = picture.columns.contains { $0.metric == "change-lead-time" }
                notes.append(
                    "A change to the default branch is a merge into it, or a commit made on it.\(shows ? " \(lead)" : "")")
            }
            notes.append("Which tags are releases, trial versions among them, releases.pattern in hone.yaml says.")
            if picture.rows.contains(where: { $0.brought.changes == 0 }) {
                notes.append("A release without changes brought nothing that was new on the default branch.")
            }
        }
        if picture.source == .versions, hasChanges { notes.append("Changes stand where they were merged.") }
        if hasItems {
            notes.append(
                picture.rows.contains(where: \.isBroughtKnown)
                    ? "An item stands with the release that its last commit, or its version in the tracker, came out with."
                    : "No source says with which release an item came out: items stand where they were finished.")
        }
        if picture.unreleasedItemCount > 0 {
            notes.append("\(Self.count(picture.unreleasedItemCount, "finished item")) in all stand with no release, as no source says one.")
        }
        if picture.rows.contains(where: { cells($0).contains { $0.value == Self.tooFew } }) {
            notes.append("Too few: an 85th percentile stands on eleven or more.")
        }
        notes.append("The interval of each number, what it leaves out and the version of its definition: hone release list --format json.")
        return notes + (picture.rows.count > 1 ? [Self.noTrend] : [])
    }

    /// Which ones are not shown; nil where all are.
    var leftOut: String? {
        let rest = picture.releaseCount - picture.rows.count
        guard rest > 0 else { return nil }
        let shown = picture.rows.count == 1 ? "This is one" : "These are \(ValueText.grouped(picture.rows.count))"
        return
            "\(shown) of \(ValueText.grouped(picture.releaseCount)) days with a release; hone release list --last \(picture.releaseCount) has all."
    }

    /// `Lead time, cycle time: there are no work items`: a reason is said once.
    var gaps: [String] {
        var seen: Set<String> = []
        return picture.gaps.map(\.reason).filter { seen.insert($0).inserted }.map { reason in
            let names = picture.gaps.filter { $0.reason == reason }.map(\.name)
            return "\(([names[0]] + names.dropFirst().map(Self.lowered)).joined(separator: ", ")): \(reason.asPart)."
        }
    }

    /// The names that are known, for somebody who asked for another one.
    package func unknown(_ name: String) -> String {
        guard !picture.rows.isEmpty else { return "\(Self.none) \(Self.noneNext)" }
        let known = picture.rows.map(names).joined(separator: "; ")
        return "No release is called '\(name)'. The last ones are \(known). hone release list has more."
    }
}
