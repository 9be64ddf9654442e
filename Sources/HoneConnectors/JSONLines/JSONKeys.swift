/// The keys whose values are wanted, in the order in which most objects have them.
struct JSONKeys: Sendable {
    let names: [String]
    private let bytes: [UInt8]
    private let ends: [Int]

    init(_ names: [String]) {
        self.names = names
        bytes = names.flatMap { Array($0.utf8) }
        var end = 0
        ends = names.map { name in
            end += name.utf8.count
            return end
        }
    }

    var count: Int { ends.count }

    /// The column of a key, looked for from the expected one on; negative where it is not wanted.
    @inline(__always)
    func column(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, expected: Int) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            ends.withUnsafeBufferPointer { ends in
                var column = expected
                for _ in 0..<ends.count {
                    if column >= ends.count { column = 0 }
                    let first = column == 0 ? 0 : ends[column - 1]
                    if Self.isEqual(text, start, end, bytes, first, ends[column]) { return column }
                    column += 1
                }
                return -1
            }
        }
    }

    @inline(__always)
    private static func isEqual(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ first: Int, _ last: Int
    ) -> Bool {
        guard end - start == last - first else { return false }
        for offset in 0..<(end - start) where text[start + offset] != bytes[first + offset] { return false }
        return true
    }
}
