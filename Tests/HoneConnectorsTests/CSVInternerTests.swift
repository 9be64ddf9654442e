import HoneFacts
import Testing

@testable import HoneConnectors

/// A column of a batch says of each row the text that its code stands for, however many rows speak of texts that came long before.
@Suite struct CSVInternerTests {
    private static func interner(_ count: Int) -> CSVInterner {
        var interner = CSVInterner()
        for number in 0..<count { _ = interner.code(Array("K-\(number)".utf8), 0, "K-\(number)".utf8.count) }
        return interner
    }

    /// Codes of a batch: every `share`-th row speaks of any text, the others of one of the last.
    private static func codes(_ count: Int, rows: Int, share: Int, seed: UInt64) -> [Int32] {
        var state = seed
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        return (0..<rows).map { row in Int32(row % share == 0 ? next(count + 1) : count - next(min(count, rows / 8 + 1))) }
    }

    @Test(arguments: [1, 2, 10, 17, 40, 1_000], [1, 30, 400, 5_000]) func `each row has the text of its code`(share: Int, count: Int) {
        let interner = Self.interner(count)
        for rows in [1, 7, 600] {
            let codes = Self.codes(count, rows: rows, share: share, seed: UInt64(share * 7 + count))
            var places = CSVPlaces()
            let column = interner.column(codes[...], &places)
            #expect(codes.indices.map { column[$0] } == codes.map { interner[$0] }, "\(rows) rows")
            guard let reader = column.readerCodes else { continue }
            let byCode = reader.byCode
            #expect(column.codes.map { byCode[Int($0)] } == codes, "\(rows) rows")
            #expect(column.table.count == reader.count + 1, "\(rows) rows")
        }
    }

    @Test func `few rows of texts from long ago do not bring all texts since`() {
        let interner = Self.interner(5_000)
        var places = CSVPlaces()
        let near = Self.codes(5_000, rows: 600, share: 1_000, seed: 1)
        #expect(interner.column(near[...], &places).table.count <= 600 / 4 + 3)
        #expect(interner.column([1, 5_000, 4_999], &places).table.count <= 6)
    }
}
