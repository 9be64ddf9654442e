import HoneFacts
package import HoneLoop

/// Releases as one self-contained web page, a line each: a pure function of the picture.
package struct ReleasesPage: Sendable {
    let picture: ReleasesPicture

    package init(_ picture: ReleasesPicture) { self.picture = picture }

    /// Whether no release is known: no link leads here.
    package var isEmpty: Bool { picture.rows.isEmpty }

    package var html: String {
        let document = Tag.html(
            [.lang: "en"], PageFrame.head("\(picture.product): releases", [MetricsStyle.sheet, ReleasesStyle.sheet]),
            Tag.body(
                Tag.a([.class: "skip", .href: "#content"], "Skip to the releases"), heading,
                Tag.main([.id: "content", .tabindex: "-1"], [releases, inherited, gaps]),
                PageFrame.footing(today: picture.today, zone: picture.zone)))
        return "<!DOCTYPE html>\n\(document.rendered)\n"
    }

    private var words: ReleaseWords { ReleaseWords(picture) }

    private var heading: Node {
        Tag.header(
            [.class: "title"], Tag.h1(.text(picture.product)), Tag.p([.class: "subtitle"], .text(ReleaseWords.title)),
            Tag.p([.class: "remark lead"], .text(words.lead)), isEmpty ? Tag.p(.text(ReleaseWords.noneNext)) : .nothing,
            Tag.p([.class: "back"], Tag.a([.href: "index.html"], "the scorecard")))
    }

    private var releases: Node {
        guard !isEmpty else { return .nothing }
        let headers = words.table.headers
        let rows = picture.rows.map { row -> [Node] in
            (words.leading(row) + words.cells(row)).map { cell in
                .group([.text(cell.value), cell.under.isEmpty ? .nothing : Tag.span([.class: "under"], .text(cell.under))])
            }
        }
        return Tag.section(
            [.class: "chart-group", .ariaLabelledBy: "releases-label"], Tag.h2([.id: "releases-label"], "Release by release"),
            Tag.p([.class: "soft"], "First what came out with it, then how able we were: the numbers over its own days."),
            DataTable(
                caption: "What each release brought, and the numbers over its days", name: "releases", headers: headers, rows: rows
            ).node,
            .group((words.notes + [words.leftOut].compactMap(\.self)).map { Tag.p([.class: "soft"], .text($0)) }),
            Tag.p([.class: "again"], "For the notes of a release: ", ScorecardPage.next("hone release show --format markdown")))
    }

    private var inherited: Node {
        guard let inherited = picture.inherited else { return .nothing }
        let words = InheritedWords(inherited)
        let table = words.table.map { table in
            DataTable(
                caption: InheritedWords.title, headers: table.headers, numeric: Set(1..<table.headers.count),
                rows: table.rows.map { $0.map { .text($0) } }
            ).node
        }
        return Tag.section(
            [.class: "chart-group inherited", .ariaLabelledBy: "inherited-label"],
            Tag.h2([.id: "inherited-label"], .text(InheritedWords.title)), Tag.p(.text(words.sentence)), table ?? .nothing,
            table == nil ? .nothing : Tag.p([.class: "soft"], .text(InheritedWords.note)))
    }

    private var gaps: Node {
        guard !words.gaps.isEmpty, !isEmpty else { return .nothing }
        return Tag.section(
            [.class: "chart-group", .ariaLabelledBy: "gaps-label"], Tag.h2([.id: "gaps-label"], "Cannot say"),
            Tag.ul([.class: "notes"], words.gaps.map { Tag.li(.text($0)) }))
    }
}
