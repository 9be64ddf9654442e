import Testing

@testable import HoneConnectors

/// Codes of a piece stand for the texts of its records, however many they are and whatever their length.
@Suite struct CSVPieceTextsTests {
    @Test(arguments: 0..<40) func `the text of each code is that of its record`(_ seed: Int) {
        var random = CSVRandom(state: UInt64(seed) &* 6_364_136 + 11)
        let words = (0..<[3, 200, 2_000][seed % 3]).map { word in
            String(repeating: "abcdefgh", count: 4).prefix(random.below(20)) + "\(word % 1_000)"
        }
        let texts = (0..<700).map { _ in random.below(9) == 0 ? "" : String(words[random.below(words.count)]) }
        var (bytes, places): ([UInt8], [UInt32]) = ([], [])
        for text in texts {
            places.append(UInt32(bytes.count))
            bytes += text.utf8
            places.append(UInt32(bytes.count))
            bytes.append(UInt8(ascii: ","))
        }
        var found = CSVPieceTexts(rowCount: 0)
        bytes.withUnsafeBytes { bytes in
            places.withUnsafeBufferPointer { places in
                var start = 0
                while start < places.count {
                    let end = min(places.count, start + 2 * (1 + random.below(300)))
                    found.add(UnsafeBufferPointer(rebasing: places[start..<end]), of: bytes)
                    start = end
                }
            }
        }
        let read = found.codes.map { code in
            code == 0
                ? "" : String(decoding: bytes[Int(found.ranges[Int(code) * 2 - 2])..<Int(found.ranges[Int(code) * 2 - 1])], as: UTF8.self)
        }
        #expect(read == texts)
    }

    @Test func `a few short texts have few codes`() {
        let texts = (0..<5_000).map { ["open", "in progress", "done", ""][$0 % 4] }
        let bytes = Array(texts.joined(separator: ",").utf8)
        var (places, start): ([UInt32], UInt32) = ([], 0)
        for text in texts {
            places += [start, start + UInt32(text.utf8.count)]
            start += UInt32(text.utf8.count) + 1
        }
        var found = CSVPieceTexts(rowCount: texts.count)
        bytes.withUnsafeBytes { bytes in places.withUnsafeBufferPointer { found.add($0, of: bytes) } }
        // Those at the edges have codes of their own.
        #expect(found.ranges.count / 2 <= 3 + 4)
    }
}
