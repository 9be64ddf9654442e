import HoneFacts
import HoneMetrics
import HoneStatistics
import Testing

@testable import HoneLoop

@Suite struct LoopPictureTests {
    static let picture = HandMadeLoop.picture()

    static func stage(_ name: String, _ picture: LoopPicture = picture) throws -> LoopStage {
        try #require(picture.now.stages.first { $0.name == name })
    }

    @Test func `the stages stand in order, with their side and whether they wait`() {
        let stages = Self.picture.now.stages
        #expect(Self.picture.source == .stages)
        #expect(stages.map(\.name) == ["Backlog", "Ready", "Doing", "Review queue", "Review"])
        #expect(stages.map(\.side) == [.product, .team, .team, .team, .team])
        #expect(stages.map(\.isWaiting) == [true, true, false, true, false])
    }

    @Test func `known stage times come out exactly`() throws {
        // Seventeen finished. Doing, sorted: 2 3 4 5 6 7 8 8 [8] 8 9 10 11 12 13 16 16; rank 15 of 17 is 13; sum 90 + 24 + 32.
        let doing = try Self.stage("Doing")
        #expect(doing.n == 17 && doing.of == 17)
        #expect(doing.median == 8 && doing.p85 == 13 && doing.totalHours == 146)
        // Fifteen went through the review queue: 1 2 3 4 5 6 6 [6] 6 7 8 9 10 11 12; rank 13 of 15 is 10; sum 78 + 18.
        let queue = try Self.stage("Review queue")
        #expect(queue.n == 15 && queue.of == 17)
        #expect(queue.median == 6 && queue.p85 == 10 && queue.totalHours == 96)
        #expect(try Self.stage("Backlog").totalHours == 17 * 80)
        #expect(try Self.stage("Ready").totalHours == 17 * 4)
        #expect(try Self.stage("Review").totalHours == 15 * 2)
        #expect(Self.picture.now.teamHours == 17 * 20)
    }

    @Test func `skips and re-entries are counted once per visit and flagged`() throws {
        #expect(try Self.stage("Doing").visits == .init(count: 20, cameBack: 3, skipped: 0))
        #expect(try Self.stage("Review queue").visits == .init(count: 18, cameBack: 3, skipped: 2))
        #expect(try Self.stage("Review").visits == .init(count: 18, cameBack: 3, skipped: 2))
        #expect(try Self.stage("Ready").visits == .init(count: 17, cameBack: 0, skipped: 0))
        #expect(Self.picture.now.reentered == 3 && Self.picture.now.skipped == 2)
        #expect(LoopSentences(Self.picture).oddVisits == "3 items came back to a stage, 2 items skipped one; each visit is counted.")
    }

    @Test func `what entered a stage went on, dropped out there or is still in it`() throws {
        // The returned item went on to Doing once, but stands in the backlog again.
        #expect(try Self.stage("Backlog").passage?.fate == .init(wentOn: 19, droppedHere: 0, stillHere: 1))
        #expect(try Self.stage("Ready").passage?.fate == .init(wentOn: 20, droppedHere: 0, stillHere: 0))
        #expect(try Self.stage("Doing").passage?.fate == .init(wentOn: 18, droppedHere: 2, stillHere: 0))
        #expect(try Self.stage("Review queue").passage?.fate == .init(wentOn: 15, droppedHere: 0, stillHere: 1))
        #expect(try Self.stage("Review").passage?.fate == .init(wentOn: 15, droppedHere: 0, stillHere: 0))
        #expect(try Self.stage("Doing").passage?.fate?.neverLeft == 0.1)
    }

    @Test func `throughput counts each leaving, and what is in a stage is counted at the window's end`() throws {
        // Doing was left 12 + 3 * 2 + 2 + 3 times, in twelve weeks.
        #expect(try Self.stage("Doing").passage?.leftCount == 23)
        #expect(try Self.stage("Doing").passage?.leftPerWeek == 23.0 / 12)
        #expect(try Self.stage("Review").passage?.leftCount == 18)
        #expect(Self.picture.now.stages.map { $0.passage?.inIt } == [1, 0, 0, 1, 0])
    }

    @Test func `the lead time before ready and the bottleneck are said in sentences`() {
        let sentences = LoopSentences(Self.picture)
        #expect(sentences.beforeStart == "80 % of the lead time passes before work starts (17 finished items).")
        // 146 of 340 hours; 68 + 96 of 340 hours wait.
        #expect(
            sentences.bottleneck
                == "Bottleneck: Doing. 43 % of the time in the stages from start to done passes there (work, 17 finished items).")
        #expect(sentences.waiting == "48 % of the time in the stages from start to done is waiting.")
    }

    @Test func `the bottleneck is where most hours are, and one item alone does not make it`() throws {
        // Eleven items of 5 hours doing and 1 in the queue, and one that waits 100 hours there: 111 of 166 hours. Without it, 11 of 66.
        let plain: HandMadeLoop.Steps = [("Ready", 0), ("Doing", 5), ("Review queue", 1), ("Review", 0), ("Done", 0)]
        let long: HandMadeLoop.Steps = [("Ready", 0), ("Doing", 0), ("Review queue", 100), ("Review", 0), ("Done", 0)]
        let picture = HandMadeLoop.picture(HandMadeLoop.facts([HandMadeLoop.Steps](repeating: plain, count: 11) + [long]))
        let bottleneck = try #require(picture.now.bottleneck)
        #expect(bottleneck.all.map(\.name) == ["Review queue", "Doing"] && bottleneck.first.share == 111.0 / 166)
        #expect(
            LoopSentences(picture).bottleneck
                == "No bottleneck stands out. The largest part of the time in the stages from start to done passes in Review queue, 67 %, and the other stage is too near to tell from it (12 finished items)."
        )
        let without = HandMadeLoop.picture(HandMadeLoop.facts([HandMadeLoop.Steps](repeating: plain, count: 12)))
        #expect(without.now.bottleneck?.isClear == true && without.now.bottleneck?.first.name == "Doing")
    }

    @Test func `stages that cannot be told apart are named together, and all of them stand out as little as none`() throws {
        func leading(_ cases: [[Double]]) throws -> LeadingStages {
            var sums = LargestSum(size: 3)
            for values in cases { sums.add(values) }
            return try #require(LeadingStages(sums, ["Ready", "Doing", "Review"]))
        }
        let two = try leading([[10, 9, 1], [8, 10, 1], [9, 8, 1], [11, 10, 1]])
        #expect(two.all.map(\.name) == ["Ready", "Doing"] && two.standsOut && !two.isClear)
        #expect(two.names == "Ready or Doing" && two.shares == "48 and 47 %")
        let three = try leading([[10, 9, 8], [8, 10, 9], [9, 8, 10], [11, 10, 9]])
        #expect(three.rivals.count == 2 && !three.standsOut)
        #expect(try leading([[5, 0, 0], [6, 0, 0]]).isClear)
    }

    @Test func `the scorecard gives the same share as the loop`() async {
        let scorecard = await ScorecardBuilder(
            product: Product(name: "Alloy"), interpretation: .board,
            histories: fold(HandMadeLoop.facts().tables, .board, now: HandMadeLoop.now), agreements: Agreements([]), cursors: [],
            now: HandMadeLoop.now
        ).scorecard(window: HandMadeLoop.window)
        #expect(scorecard.flow.first?.hasPrefix("80 % of the time from request to finish is before ") == true)
    }

    @Test func `a year ago is the same window 364 days earlier, and needs eleven`() throws {
        #expect(Self.picture.yearAgo == nil && Self.picture.yearAgoCount == 0)
        #expect(LoopSentences(Self.picture).yearAgo.hasSuffix("nothing finished is known, too few for a picture."))
        let plain: HandMadeLoop.Steps = [("Backlog", 10), ("Ready", 10), ("Doing", 30), ("Done", 0)]
        for count in [10, 11] {
            let past = HandMadeLoop.facts(
                [HandMadeLoop.Steps](repeating: plain, count: count), from: "2025-03-10T09:00:00Z", prefix: "OLD")
            let yearAgo = HandMadeLoop.picture(past).yearAgo
            #expect((yearAgo != nil) == (count == 11))
            #expect(yearAgo.map(\.window.from.description) ?? "2025-03-03" == "2025-03-03")
            #expect(yearAgo?.stages.map(\.median) ?? [10, 10, 30, nil, nil] == [10, 10, 30, nil, nil])
        }
    }
}
