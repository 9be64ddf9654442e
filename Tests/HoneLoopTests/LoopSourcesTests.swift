import HoneFacts
import HoneMetrics
import Testing

@testable import HoneLoop

/// The loop where nobody mapped stages.
@Suite struct LoopSourcesTests {
    @Test func `dates alone give idea and prototype, each with how many it is known for`() throws {
        // Twelve items: four days to the start, one day to the finish; a thirteenth does not say when work began.
        var rows = (1...12).map { ("A\($0)", "feature", "2026-03-05", "2026-03-09", "2026-03-10") }
        rows.append(("B", "bug", "2026-03-05", "", "2026-03-10"))
        let picture = HandMadeLoop.picture(.items(rows), Interpretation())
        #expect(picture.source == .dates)
        #expect(picture.now.stages.map(\.name) == ["Idea", "Prototype", "Product"])
        #expect(picture.now.stages.map(\.median) == [96, 24, nil])
        #expect(picture.now.stages.map(\.n) == [12, 12, 0])
        #expect(picture.now.stages.map(\.of) == [13, 13, 0])
        #expect(picture.now.excluded == ["no-start-date": 1])
        let sentences = LoopSentences(picture)
        #expect(
            sentences.beforeStart == "80 % of the lead time passes before work starts (known for 12 of 13 finished items).")
        #expect(sentences.bottleneck.hasPrefix("The bottleneck cannot be told: of the time after the start only one part is known"))
        #expect(sentences.waiting == "Waiting cannot be told from work: that takes transitions and a stage map.")
    }

    @Test func `joined commits and releases date the prototype and the product`() throws {
        // Requested on the 2nd; the first commit on the 4th, merged on the 5th, released on the 8th: 48, 24 and 72 hours.
        var facts = ExampleFacts.git(
            commits: [
                ("root", "", "2026-03-01T09:00:00Z"), ("a", "root", "2026-03-04T09:00:00Z"), ("m", "root a", "2026-03-05T09:00:00Z"),
            ], tags: [("v0", "root", "2026-03-01T10:00:00Z"), ("v1", "m", "2026-03-08T09:00:00Z")]
        ).tables
        var commits = FactBatch(.commit, origin: "example")
        for (sha, parents, day, keys) in [("root", "", 1, ""), ("a", "root", 4, "AB-1"), ("m", "root a", 5, "")] {
            let at = Instant(iso: "2026-03-0\(day)T09:00:00Z")?.rawValue ?? 0
            commits.append(
                id: sha, integers: ["authored_at": at, "committed_at": at, "is_bot": 0, "is_inside": 1],
                texts: ["sha": sha, "parents": parents, "keys": keys])
        }
        facts.batches[.commit] = [commits]
        facts.batches[.item] = ExampleFacts.items([("AB-1", "feature", "2026-03-02T09:00:00Z", "", "2026-03-05T10:00:00Z")]).tables[.item]
        let histories = fold(facts, Interpretation(), now: HandMadeLoop.now)
        let stages = DefaultStages(histories)
        #expect(stages.endsAtMerge)
        #expect(Instant(rawValue: stages.workedFrom(0)).description == "2026-03-04T09:00:00Z")
        #expect(Instant(rawValue: stages.builtAt(0)).description == "2026-03-05T09:00:00Z")
        #expect(Instant(rawValue: stages.releasedAt(0)).description == "2026-03-08T09:00:00Z")
        let context = MeasureContext(
            interpretation: Interpretation(), window: HandMadeLoop.window, now: HandMadeLoop.now, span: HandMadeLoop.window)
        #expect(BeforeStart(histories, context)?.share == 48.0 / 73)
    }

    @Test func `git alone gives prototype and product, and says that the idea is not available`() throws {
        // Opened on the 4th, merged on the 6th, released on the 7th; what the first release brought is back-fill.
        let facts = ExampleFacts.git(
            commits: [
                ("root", "", "2026-03-01T09:00:00Z"), ("a", "root", "2026-03-04T09:00:00Z"), ("m", "root a", "2026-03-06T09:00:00Z"),
                ("b", "m", "2026-05-01T09:00:00Z"),
            ], tags: [("v0", "root", "2026-03-01T10:00:00Z"), ("v1", "m", "2026-03-07T09:00:00Z")])
        let picture = HandMadeLoop.picture(facts, Interpretation())
        #expect(picture.source == .git)
        #expect(picture.now.stages.map(\.median) == [nil, 48, 24])
        #expect(picture.now.stages.map(\.totalHours) == [0, 48, 24])
        // The commit of May is merged and not released.
        #expect(picture.now.stages[2].passage?.fate == .init(wentOn: 1, droppedHere: 0, stillHere: 1))
        let sentences = LoopSentences(picture)
        // Of one change nobody can tell.
        #expect(
            sentences.bottleneck.hasPrefix(
                "No bottleneck stands out. The largest part of the time from first commit to release passes in Prototype, 67 %, and the other"
            ))
        #expect(
            sentences.beforeStart
                == "How much of the lead time passes before work starts cannot be told: git alone does not say when something was asked for."
        )
    }

    @Test func `nothing known is said so`() {
        let picture = HandMadeLoop.picture(ExampleFacts(), Interpretation())
        #expect(picture.now.stages.isEmpty && picture.now.bottleneck == nil && picture.yearAgo == nil)
        let sentences = LoopSentences(picture)
        #expect(sentences.bottleneck == "The bottleneck cannot be told: the stages are not known.")
        #expect(sentences.all.last == "Neither transitions nor a git history to read stages from.")
        #expect(sentences.withoutStory == "Work without a story cannot be told: that takes commits and work items.")
    }

    @Test func `an item finished for a reason that means cancelled did not go on`() throws {
        var interpretation = Interpretation.board
        interpretation.cancelledReasons = ["won't fix"]
        let facts = HandMadeLoop.facts([[("Backlog", 10), ("Ready", 10), ("Done", 0)]]).with("reason", ["K1": "Won't Fix"])
        let fates = HandMadeLoop.picture(facts, interpretation).now.stages.map { $0.passage?.fate }
        #expect(fates[0] == .init(wentOn: 1, droppedHere: 0, stillHere: 0))
        #expect(fates[1] == .init(wentOn: 0, droppedHere: 1, stillHere: 0))
    }
}
