import Testing

@testable import HoneFacts

/// Texts of items are those of a list, whether their codes follow a rule, once did, or never.
@Suite struct ItemTextsTests {
    private struct Numbers {
        var state: UInt64

        mutating func below(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
    }

    @Test(arguments: 0..<300) func `merged in any way they are those of a list`(_ seed: Int) {
        var numbers = Numbers(state: UInt64(seed))
        var table = TextTable(["", "a", "b", "c", "d", "e", "f", "g"])
        if seed % 2 == 0 { table.mark = TextTable.Mark() }
        var (texts, known) = (ItemTexts(), [String]())
        for _ in 0..<numbers.below(8) {
            let size = known.count + numbers.below(5)
            if numbers.below(3) == 0 { texts.reserve(size) }
            texts.resize(size)
            known += [String](repeating: "", count: size - known.count)
            guard size > 0 else { continue }
            // Most logs speak of items in their order, and number what is new one after the other.
            let isEven = numbers.below(4) > 0
            let first = isEven ? numbers.below(size) : 0
            let rows = isEven ? Array(first..<size) : (0..<numbers.below(6)).map { _ in numbers.below(size) }
            let (code, step) = (1 + numbers.below(7), [0, 1, 1, 2][numbers.below(4)])
            if numbers.below(4) == 0 {
                texts.merge(table[Int32(code)], rows.map(Int32.init))
                for row in rows { known[row] = table[Int32(code)] }
            } else {
                let codes = rows.indices.map { Int32(isEven ? (code + step * $0) % 8 : numbers.below(8)) }
                texts.merge(TextColumn(codes: codes, table: table), rows.map(Int32.init))
                for (row, code) in zip(rows, codes) where code > 0 { known[row] = table[code] }
            }
        }
        if numbers.below(2) == 0 {
            texts.append("z")
            known.append("z")
        }
        #expect(Array(texts) == known)
        #expect(known.indices.map(texts.isEmpty) == known.map(\.isEmpty))
        #expect(texts.isFilled == known.contains { !$0.isEmpty })
        #expect(known.indices.map { texts.text(texts.code($0)) } == known)
    }
}
