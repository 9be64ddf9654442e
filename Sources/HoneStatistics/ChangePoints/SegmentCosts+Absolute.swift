/// Sums of distances from the median, from two heaps that a segment growing to the left fills.
///
/// O(log n) for each start; only for some thousand values.
struct AbsoluteCosts: SegmentCosts {
    private let values: [Double]
    private var lower = ValueHeap()
    private var upper = ValueHeap()

    init(_ values: [Double]) {
        self.values = values
    }

    mutating func write(into costs: inout [Double], from starts: ClosedRange<Int>, to end: Int) {
        lower.removeAll()
        upper.removeAll()
        for start in starts.reversed() {
            insert(values[start])
            // The lower half holds as many as the upper or one more, so its largest is a median.
            let median = -lower.smallest
            let below = median * Double(lower.count) + lower.sum
            let above = upper.sum - median * Double(upper.count)
            costs[start] = max(0, below + above)
        }
    }

    /// The lower half is kept negated, so that its largest value is the smallest of the heap.
    private mutating func insert(_ value: Double) {
        if lower.count == 0 || value <= -lower.smallest { lower.insert(-value) } else { upper.insert(value) }
        if lower.count > upper.count + 1 {
            upper.insert(-lower.removeSmallest())
        } else if upper.count > lower.count {
            lower.insert(-upper.removeSmallest())
        }
    }
}

/// A binary heap of numbers with their sum.
///
/// Source: J. W. J. Williams (1964), Algorithm 232: Heapsort, doi:10.1145/512274.512284.
private struct ValueHeap {
    private var items: [Double] = []
    private(set) var sum = 0.0

    var count: Int { items.count }

    /// The smallest value; 0 for an empty heap.
    var smallest: Double { items.first ?? 0 }

    mutating func removeAll() {
        items.removeAll(keepingCapacity: true)
        sum = 0
    }

    mutating func insert(_ value: Double) {
        sum += value
        items.append(value)
        var child = items.count - 1
        while child > 0, items[(child - 1) / 2] > items[child] {
            items.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func removeSmallest() -> Double {
        let smallest = self.smallest
        sum -= smallest
        let last = items.removeLast()
        guard !items.isEmpty else { return smallest }
        items[0] = last
        var parent = 0
        while 2 * parent + 1 < items.count {
            let left = 2 * parent + 1
            let child = left + 1 < items.count && items[left + 1] < items[left] ? left + 1 : left
            guard items[child] < items[parent] else { break }
            items.swapAt(child, parent)
            parent = child
        }
        return smallest
    }
}
