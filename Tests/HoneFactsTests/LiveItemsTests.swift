import Testing

@testable import HoneFacts

@Suite struct LiveItemsTests {
    private static let many = LiveItems([3, 4, 9, 70, 1_000], orderedCount: 5)

    @Test func `items come back from their bytes, those that were added later too`() throws {
        var items = Self.many
        items.add([5, 2_000, 9])
        let read = try LiveItems(bytes: items.bytes, orderedCount: items.orderedCount)
        #expect(read == items)
        #expect(read.codes == [3, 4, 9, 70, 1_000, 5, 2_000])
        #expect([3, 5, 9, 10, 2_000].map { read.place(of: $0) } == [0, 5, 2, -1, 6])
        #expect(try LiveItems(bytes: LiveItems().bytes, orderedCount: 0).count == 0)
    }

    @Test func `bytes that were not written for so many items are refused`() {
        #expect(throws: SegmentDamage.self) { try LiveItems(bytes: Self.many.bytes, orderedCount: 6) }
        #expect(throws: SegmentDamage.self) { try LiveItems(bytes: Array(Self.many.bytes.dropLast()), orderedCount: 5) }
    }

    @Test func `opened or not, many codes have the places of each`() {
        var items = Self.many
        items.add([5, 0])
        let codes = (0..<Int32(1_100)).reversed() + [-1, .max]
        let expected = codes.map { items.place(of: Int64($0)) }
        #expect(items.places(of: codes) == expected)
        #expect(items.opened().places(of: codes) == expected)
        var more = items.opened()
        more.add([6])
        #expect(more.places(of: [6, 5]) == [7, 5])
    }

    @Test func `opened or not, the same codes are found, and a range that holds one is never passed over`() {
        var items = Self.many
        items.add([5, 0, 300])
        let opened = items.opened()
        let codes: [Int64] = Array((-70...1_100).reversed()) + [.min, .max, Int64(Int32.max), Int64(Int32.max) + 4]
        func found(_ items: LiveItems) -> [Int: Int32] {
            var found: [Int: Int32] = [:]
            codes.withUnsafeBufferPointer { items.find(in: $0) { found[$0] = $1 } }
            return found
        }
        #expect(found(opened) == found(items))
        #expect(Set(found(opened).values) == Set(items.codes))
        for low in [Int64.min] + (-3...1_003) {
            for high in [low, low + 1, low + 63, low + 64, low + 129, Int64.max] where high >= low {
                let holds = items.codes.contains { $0 >= low && $0 <= high }
                #expect(opened.mayHold(low, high) == holds, "\(low) \(high)")
                #expect(!holds || items.mayHold(low, high), "\(low) \(high)")
            }
        }
    }
}
