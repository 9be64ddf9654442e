/// How the items of one origin stood, by code in the log's numbering, in chunks that are read and written one by one.
package struct SettledItems: Sendable {
    /// Items of one chunk.
    package static let chunkLength = 4_096

    /// By number; nil where a chunk was not read. An item that is in none is no item.
    private var chunks: [Chunk?] = []
    /// Numbers of the chunks that something was noted in.
    package private(set) var changed: Set<Int> = []

    private struct Chunk {
        var items = [SettledItem](repeating: SettledItem(), count: SettledItems.chunkLength)
    }

    package init() {}

    /// The number of the chunk that an item is in.
    package static func chunk(of code: Int32) -> Int { Int(code) / chunkLength }

    package subscript(code: Int32) -> SettledItem {
        get {
            let number = Self.chunk(of: code)
            return number < chunks.count ? chunks[number]?.items[Int(code) % Self.chunkLength] ?? SettledItem() : SettledItem()
        }
        set {
            let number = Self.chunk(of: code)
            if number >= chunks.count { chunks.append(contentsOf: repeatElement(nil, count: number + 1 - chunks.count)) }
            if chunks[number] == nil { chunks[number] = Chunk() }
            chunks[number]?.items[Int(code) % Self.chunkLength] = newValue
            changed.insert(number)
        }
    }

    /// A chunk as bytes that `read` takes.
    package func bytes(ofChunk number: Int) -> [UInt8] {
        let items = chunks[number]?.items ?? []
        let columns = [
            ("ended_on", items.map { Int64($0.endedOn) }), ("first_end_on", items.map { Int64($0.firstEndOn) }),
            ("born_on", items.map { Int64($0.bornOn) }), ("marks", items.map { Int64($0.marks) }),
        ]
        return SegmentBody.bytes(columns.map { SegmentColumn(name: $0, isText: false, values: $1) }, rowCount: items.count)
    }

    /// Takes in a chunk that `bytes` wrote.
    package mutating func read(_ bytes: [UInt8], asChunk number: Int) throws(SegmentDamage) {
        let (columns, rowCount) = try SegmentBody.columns(of: bytes)
        let values = Dictionary(columns.map { ($0.name, $0.values) }) { $1 }
        guard rowCount == Self.chunkLength, let endedOn = values["ended_on"], let firstEndOn = values["first_end_on"],
            let bornOn = values["born_on"], let marks = values["marks"]
        else { throw SegmentDamage(description: "a column of the items that were kept is not there") }
        var chunk = Chunk()
        for row in 0..<rowCount {
            chunk.items[row] = SettledItem(
                endedOn: Int32(clamping: endedOn[row]), firstEndOn: Int32(clamping: firstEndOn[row]),
                bornOn: Int32(clamping: bornOn[row]), marks: UInt8(clamping: marks[row]))
        }
        if number >= chunks.count { chunks.append(contentsOf: repeatElement(nil, count: number + 1 - chunks.count)) }
        chunks[number] = chunk
    }
}
