import HoneFacts
import HoneMetrics
import Testing

@testable import HoneLoop

@Suite struct ReleasesBuilderTests {
    private func column(_ metric: String, _ picture: ReleasesPicture) throws -> [Observation] {
        let place = try #require(picture.columns.firstIndex { $0.metric == metric }, "no column of \(metric)")
        return picture.rows.map { $0.capability[place] }
    }

    @Test func `a release has the days since the one before it, and releases of one day are one`() {
        let picture = MadeReleases.builder().picture(last: 10)
        #expect(picture.rows.map(\.names) == [["v1.2"], ["docs-3", "v1.1"], ["v1.0"]])
        #expect(
            picture.rows.map { "\($0.window.from) \($0.window.to)" }
                == ["2026-01-26 2026-02-04", "2026-01-11 2026-01-26", "2025-12-01 2026-01-11"])
        #expect(picture.rows.map(\.isFirst) == [false, false, true])
        #expect(picture.releaseCount == 3 && picture.source == .tags)
    }

    @Test func `the product side is what came out: changes by the tag that first has them, items by their last commit`() {
        let picture = MadeReleases.builder().picture(last: 10)
        #expect(picture.rows.map(\.brought.changes) == [1, 2, 2])
        #expect(picture.rows.map(\.brought.items) == [[.bug: 1], [.feature: 1, .tool: 1], [.feature: 1, .bug: 1]])
        #expect(picture.rows.allSatisfy { $0.isBroughtKnown })
    }

    @Test func `the capability side is measured over the days of the release`() throws {
        let picture = MadeReleases.builder().picture(last: 10)
        // K-5 from 26 January to 2 February, both counted; K-3 6 and K-4 12 days; K-1 18 and K-2 7.
        let lead = try column("lead-time", picture)
        #expect(lead.map(\.n) == [1, 2, 2] && lead.map(\.percentiles?.p85) == [8, 12, 18])
        // c5 waited a day; c3 308 hours up to its tag, c4 120; what the first release brought is back-fill.
        let change = try column("change-lead-time", picture)
        #expect(change.map(\.value) == [24, 214, nil] && change.map(\.excluded) == [[:], [:], ["back-fill": 2]])
        #expect(try column("improvement-share", picture).map(\.value) == [0, 0.5, 0])
        #expect(try column("throughput", picture).map(\.n) == [1, 2, 2])
        // Bugs reported after v1.0 and before the next: K-8. After v1.1 and before v1.2: K-5. After v1.2: K-10, and it may get more.
        let escaped = try column("escaped-defects-per-release", picture)
        #expect(escaped.map(\.numerator) == [nil, 1, 1] && escaped.map(\.excluded["provisional"]) == [1, nil, nil])
    }

    @Test func `all releases in one walk are each measured alone`() {
        let (histories, picture) = (MadeReleases.histories(), MadeReleases.builder().picture(last: 10))
        for row in picture.rows {
            for (column, observation) in zip(picture.columns, row.capability) {
                guard let metric = Catalogue.metric(column.metric) else {
                    Issue.record("no metric \(column.metric)")
                    continue
                }
                let context = MeasureContext(interpretation: Interpretation(), window: row.window, now: MadeReleases.now)
                let alone = observe(metric, histories, context)
                #expect(observation.n == alone.n && observation.value == alone.value && observation.excluded == alone.excluded)
                #expect(observation.percentiles == alone.percentiles && observation.window == alone.window)
            }
        }
    }

    @Test func `the newest are shown, and one by its name`() {
        let builder = MadeReleases.builder()
        let two = builder.picture(last: 2)
        #expect(two.rows.map(\.names) == [["v1.2"], ["docs-3", "v1.1"]] && two.releaseCount == 3)
        // The second still has only its own days.
        #expect(two.rows[1].window.from.description == "2026-01-11" && !two.rows[1].isFirst)
        #expect(builder.picture(of: "docs-3")?.rows.map(\.names) == [["docs-3", "v1.1"]])
        #expect(builder.picture(of: "1.0")?.rows.first?.brought.changes == 2)
        #expect(builder.picture(of: "2.0") == nil)
    }

    @Test func `a tag that is still to come does not hide the versions of a tracker`() {
        let git = ExampleFacts.git(commits: [("c1", "", "2026-01-02T12:00:00Z")], tags: [("v9", "c1", "2027-01-01T12:00:00Z")])
        let facts = git.adding(.version, MadeReleases.versions([("1.0", "2026-01-10")]))
        let picture = MadeReleases.builder(facts).picture(last: 10)
        #expect(picture.source == .versions && picture.rows.map(\.names) == [["1.0"]])
        #expect(MadeReleases.builder(git).picture(last: 10).rows.isEmpty)
    }

    @Test func `without tags the versions of a tracker are releases, and those to come are not`() {
        let dated = MadeReleases.versions([("1.0", "2026-01-10"), ("1.1", "2026-02-10"), ("2.0", "2026-12-01"), ("3.0", "")])
        let facts = ExampleFacts.items(MadeReleases.items).with("versions", ["K-1": "1.0", "K-3": "1.1", "K-6": "1.1\u{1f}2.0"])
            .adding(.version, dated)
        let picture = MadeReleases.builder(facts).picture(last: 10)
        #expect(picture.source == .versions && picture.rows.map(\.names) == [["1.1"], ["1.0"]])
        #expect(picture.rows.map(\.brought.items) == [[.feature: 2], [.feature: 1]])
        #expect(picture.rows.map(\.brought.changes) == [nil, nil])
        #expect(picture.gaps.contains { $0.metric == "change-lead-time" })
        // What is finished and in no release is in no row, and counted.
        #expect(picture.unreleasedItemCount == MadeReleases.items.count { !$0.finished.isEmpty } - 3)
        // Items that name no version stand where they were finished.
        let without = MadeReleases.builder(ExampleFacts.items(MadeReleases.items).adding(.version, dated)).picture(last: 10)
        #expect(without.rows.map(\.isBroughtKnown) == [false, false] && without.unreleasedItemCount == 0)
        #expect(without.rows.map(\.brought.items) == [[.feature: 2, .tool: 1, .bug: 1], [.feature: 1, .bug: 1]])
    }

    @Test func `without any release there is nothing to show, and no name to find`() {
        let builder = MadeReleases.builder(ExampleFacts.items(MadeReleases.items))
        let picture = builder.picture(last: 10)
        #expect(picture.rows.isEmpty && picture.releaseCount == 0 && picture.inherited == nil && picture.columns.isEmpty)
        #expect(builder.picture(of: "v1.0") == nil)
    }
}
