import Testing

@testable import HoneStatistics

@Suite struct AscendingTests {
    @Test(arguments: [0, 1, 2_047, 2_048, 10_000])
    func `any values come in the order that comparing gives`(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let kinds: [(inout SeededGenerator) -> Double] = [
            { Double($0.next() % 90) }, { Double($0.next() % 1_000_000) / 3600 }, { Double(Int64(bitPattern: $0.next())) / 7 },
            { _ in 42 },
        ]
        for kind in kinds {
            let values = (0..<count).map { _ in kind(&generator) }
            #expect(Ascending.values(values) == values.sorted())
        }
    }

    @Test func `the largest and the smallest numbers have their places`() {
        let ends = [Double.infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, 0, -1e-300]
        let values = ends + (0..<3_000).map { Double($0) - 1_500 }
        #expect(Ascending.values(values) == values.sorted())
    }
}
