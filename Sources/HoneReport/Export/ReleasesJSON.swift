import HoneFacts
package import HoneLoop

/// Releases as JSON: each with its days, what it brought and its numbers.
package struct ReleasesJSON {
    let picture: ReleasesPicture

    package init(_ picture: ReleasesPicture) { self.picture = picture }

    package var json: JSON {
        .object([
            ("product", .text(picture.product)), ("today", .text(picture.today.description)), ("zone", .text(picture.zone)),
            ("source", .text(picture.source.rawValue)), ("daysWithARelease", .integer(picture.releaseCount)),
            ("releases", .array(picture.rows.map(row))), ("finishedWithoutRelease", .integer(picture.unreleasedItemCount)),
            (
                "cannotSay",
                .array(
                    picture.gaps.map { .object([("metric", .text($0.metric)), ("name", .text($0.name)), ("reason", .text($0.reason))]) })
            ), ("inherited", picture.inherited.map(inherited) ?? .null),
        ])
    }

    private func row(_ row: ReleaseRow) -> JSON {
        let items = row.brought.items.map { kinds -> JSON in
            .object([
                ("count", .integer(row.brought.itemCount ?? 0)), ("releaseKnown", .boolean(row.isBroughtKnown)),
                ("kinds", .object(kinds.sorted { $0.key < $1.key }.map { ($0.key.rawValue, .integer($0.value)) })),
            ])
        }
        return .object([
            ("names", .array(row.names.map { .text($0) })), ("releasedOn", .text(row.releasedOn.description)),
            ("window", .object([("from", .text(row.window.from.description)), ("to", .text(row.window.to.description))])),
            ("first", .boolean(row.isFirst)), ("changes", row.brought.changes.map { .integer($0) } ?? .null), ("items", items ?? .null),
            ("capability", .array(row.capability.map { ObservationJSON($0).json })),
        ])
    }

    private func inherited(_ inherited: InheritedItems) -> JSON {
        .object([
            ("upTo", .text(inherited.lastName)), ("releasedOn", .text(inherited.lastDay.description)),
            ("lines", .array(inherited.lines.map(line))), ("since", line(inherited.since)),
            ("withoutDate", .integer(inherited.undatedCount)),
        ])
    }

    private func line(_ line: InheritedItems.Line) -> JSON {
        .object([
            ("cameInWith", .text(line.label)), ("items", .integer(line.items)), ("bugs", .integer(line.bugs)),
            ("debts", .integer(line.debts)), ("notes", .integer(line.notes)),
        ])
    }
}
