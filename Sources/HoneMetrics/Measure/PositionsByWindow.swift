/// Positions of rows by the window they belong to, four bytes each.
package struct PositionsByWindow: RandomAccessCollection {
    private var positions: [Int32] = []
    /// Those of window `w` are from `starts[w]` to `starts[w + 1]`.
    private var starts = [0]

    /// No windows.
    init() {}

    /// - Parameter window: of a row; -1 for none. It is asked twice.
    /// - Complexity: O(rows).
    init(windowCount: Int, rowCount: Int, window: (Int) -> Int) {
        var counts = [Int](repeating: 0, count: windowCount)
        for row in 0..<rowCount where window(row) >= 0 { counts[window(row)] += 1 }
        starts = counts.reduce(into: [0]) { starts, count in starts.append(starts[starts.count - 1] + count) }
        var next = starts
        positions = [Int32](repeating: 0, count: starts[windowCount])
        for row in 0..<rowCount {
            let window = window(row)
            if window < 0 { continue }
            positions[next[window]] = Int32(row)
            next[window] += 1
        }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { starts.count - 1 }

    /// Ascending.
    package subscript(window: Int) -> [Int] { positions[starts[window]..<starts[window + 1]].map(Int.init) }
}
