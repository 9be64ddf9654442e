import HoneStatistics
import Testing

struct RatioByIterationTests {
    /// The worked example of the definition.
    @Test func `six sprints give a twelfth`() throws {
        let share = try #require(
            RatioByIteration(numerators: [3, 5, 0, 4, 6, 2], denominators: [40, 42, 38, 41, 39, 40]))
        #expect(isClose(share.ratio, 20 / 240.0))
        #expect(isClose(share.jackknifeStandardError, 0.0213, 0.5e-4))
        let interval = try #require(share.interval(level: 0.95))
        #expect(isClose(interval.lower, 0.028, 0.5e-3) && isClose(interval.upper, 0.138, 0.5e-3))
        #expect(interval.method == "jackknife-t")
        let meeting = share.meeting(0.1)
        #expect(meeting.count == 2)
        #expect(meeting.of == 6)
        #expect(isClose(meeting.wilson?.lower, 0.10, 0.5e-2) && isClose(meeting.wilson?.upper, 0.70, 0.5e-2))
    }

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("capacity_share"))
    func `oracle capacity share`(golden: OracleCase) throws {
        let improvement = try golden.numbers("improvement")
        let capacity = try golden.numbers("capacity")
        let share = try #require(RatioByIteration(numerators: improvement, denominators: capacity))
        let meeting = share.meeting(try golden.number("target"))
        #expect(golden.agrees(share.ratio, with: try golden.expected("share")))
        #expect(golden.agrees(share.meanOfRatios, with: try golden.expected("mean_of_ratios")))
        #expect(golden.agrees(Double(meeting.count), with: try golden.expected("sprints_meeting")))
        #expect(golden.agrees(Double(meeting.of), with: try golden.expected("sprints")))
        let wilson = try golden.expected("meeting_wilson95")
        #expect(golden.agrees(meeting.wilson?.lower, meeting.wilson?.upper, with: wilson))
        let each = try #require(golden.expected("per_sprint").list)
        #expect(each.count == share.perIteration.count)
        #expect(zip(share.perIteration, each).allSatisfy { golden.agrees($0, with: $1) })
        // One sprint has no error: the oracle leaves these names out.
        let names = share.iterations > 1 ? ["jackknife_se", "ci95_t", "ci95_clipped"] : []
        let golden95 = try names.map { try golden.expected($0) }
        let (error, plain, clipped) = (
            share.jackknifeStandardError, share.interval(level: 0.95), share.clippedInterval(level: 0.95)
        )
        #expect(golden.agrees(error, with: golden95.first ?? .null))
        #expect(golden.agrees(plain?.lower, plain?.upper, with: golden95.dropFirst().first ?? .null))
        #expect(golden.agrees(clipped?.lower, clipped?.upper, with: golden95.dropFirst(2).first ?? .null))
    }

    @Test func `an empty iteration changes nothing but its own place`() throws {
        let plain = try #require(RatioByIteration(numerators: [1, 2, 3], denominators: [10, 12, 9]))
        let padded = try #require(RatioByIteration(numerators: [1, 0, 2, 3], denominators: [10, 0, 12, 9]))
        #expect(padded.perIteration[1] == nil)
        #expect(padded.ratio == plain.ratio)
        #expect(padded.meanOfRatios == plain.meanOfRatios)
        #expect(padded.interval(level: 0.9) == plain.interval(level: 0.9))
        #expect(padded.meeting(0.2).of == 3)
    }

    @Test func `equal ratios have no spread`() throws {
        let even = try #require(RatioByIteration(numerators: [1, 2, 4], denominators: [8, 16, 32]))
        #expect(even.jackknifeStandardError == 0)
        #expect(even.interval(level: 0.95)?.lower == 0.125)
    }

    @Test func `one iteration has a ratio but no interval`() throws {
        let one = try #require(RatioByIteration(numerators: [4], denominators: [40]))
        #expect(one.ratio == 0.1)
        #expect(one.jackknifeStandardError == nil)
        #expect(one.interval(level: 0.95) == nil)
        #expect(one.clippedInterval(level: 0.95) == nil)
        #expect(one.meeting(0.1).count == 1)
    }

    @Test func `capacity in one iteration alone has no interval`() throws {
        let one = try #require(RatioByIteration(numerators: [4, 1], denominators: [40, 0]))
        #expect(one.ratio == 0.125)
        #expect(one.jackknifeStandardError == nil)
    }

    @Test func `no capacity has no ratio`() {
        #expect(RatioByIteration(numerators: [], denominators: []) == nil)
        #expect(RatioByIteration(numerators: [0], denominators: [0]) == nil)
        #expect(RatioByIteration(numerators: [1], denominators: [1, 2]) == nil)
        #expect(RatioByIteration(numerators: [1], denominators: [-1]) == nil)
        #expect(RatioByIteration(numerators: [.nan], denominators: [1]) == nil)
    }
}
