import HoneStatistics
import Testing

struct ThroughputSampleTests {
    @Test func `a sample is taken as it is given`() throws {
        #expect(try ThroughputSample([0, 1]).counts == [0, 1])
        #expect(throws: ForecastRefusal.empty) { try ThroughputSample([]) }
        #expect(throws: ForecastRefusal.negative(day: 2)) { try ThroughputSample([1, 0, -1]) }
        #expect(throws: ForecastRefusal.allZero) { try ThroughputSample([0, 0]) }
        #expect(throws: ForecastRefusal.tooLarge(limit: 1 << 20)) { try ThroughputSample([1 << 20 + 1]) }
    }

    @Test func `a history must have twenty days, five of them with a completion`() throws {
        let quiet = [Int](repeating: 0, count: 16)
        #expect(throws: ForecastRefusal.fewDays(found: 19, needed: 20)) {
            try ThroughputSample(history: [Int](repeating: 1, count: 19))
        }
        #expect(throws: ForecastRefusal.fewDaysWithCompletion(found: 4, needed: 5)) {
            try ThroughputSample(history: quiet + [1, 2, 1, 9])
        }
        #expect(try ThroughputSample(history: quiet + [1, 2, 1, 9, 1]).counts.count == 21)
        #expect(throws: ForecastRefusal.empty) { try ThroughputSample(history: []) }
        #expect(throws: ForecastRefusal.negative(day: 1)) { try ThroughputSample(history: [1, -1] + [Int](repeating: 1, count: 80)) }
        #expect(throws: ForecastRefusal.empty) { try ThroughputSample(history: quiet, lastDays: -3) }
    }

    @Test func `only the last sixty days count`() throws {
        let history = [Int](repeating: 7, count: 40) + (0..<60).map { $0 % 3 }
        #expect(try ThroughputSample(history: history).counts == (0..<60).map { $0 % 3 })
        #expect(try ThroughputSample(history: history, lastDays: 90).counts.count == 90)
        #expect(throws: ForecastRefusal.allZero) {
            try ThroughputSample(history: [1, 2, 3] + [Int](repeating: 0, count: 60))
        }
    }
}
