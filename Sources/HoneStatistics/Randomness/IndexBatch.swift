/// Several indices below the same bound out of one 64-bit word, evenly drawn and independent.
///
/// A word times the bound has the first index in its high half; the low half times the bound the second, and so on: the digits
/// of word · bound^size. A word whose last low half is below 2^64 mod bound^size is drawn again, which makes every combination
/// of indices exactly equally likely.
///
/// Source: N. Brackett-Rozinsky and D. Lemire (2024), Batched Ranged Random Integer Generation, doi:10.1002/spe.3369.
struct IndexBatch {
    let bound: UInt64
    /// Last low halves below it are drawn again.
    private let rejected: UInt64

    /// Bound^size may be at most 2^60, so that at most one word in sixteen is drawn again; else `nil`.
    init?(bound: Int, size: Int) {
        guard bound > 0, size > 0 else { return nil }
        var product: UInt64 = 1
        for _ in 0..<size {
            let (next, isTooLarge) = product.multipliedReportingOverflow(by: UInt64(bound))
            guard !isTooLarge, next <= 1 << 60 else { return nil }
            product = next
        }
        self.bound = UInt64(bound)
        rejected = (0 &- product) % product
    }

    /// Of a batch of size 2.
    @inline(__always)
    func two(from generator: inout SeededGenerator) -> (Int, Int) {
        while true {
            let first = bound.multipliedFullWidth(by: generator.next())
            let second = bound.multipliedFullWidth(by: first.low)
            if second.low >= rejected { return (Int(truncatingIfNeeded: first.high), Int(truncatingIfNeeded: second.high)) }
        }
    }

    /// Of a batch of size 3.
    @inline(__always)
    func three(from generator: inout SeededGenerator) -> (Int, Int, Int) {
        while true {
            let first = bound.multipliedFullWidth(by: generator.next())
            let second = bound.multipliedFullWidth(by: first.low)
            let third = bound.multipliedFullWidth(by: second.low)
            if third.low >= rejected {
                return (Int(truncatingIfNeeded: first.high), Int(truncatingIfNeeded: second.high), Int(truncatingIfNeeded: third.high))
            }
        }
    }

    /// Of a batch of size 5.
    @inline(__always)
    func five(from generator: inout SeededGenerator) -> (Int, Int, Int, Int, Int) {
        while true {
            let first = bound.multipliedFullWidth(by: generator.next())
            let second = bound.multipliedFullWidth(by: first.low)
            let third = bound.multipliedFullWidth(by: second.low)
            let fourth = bound.multipliedFullWidth(by: third.low)
            let fifth = bound.multipliedFullWidth(by: fourth.low)
            if fifth.low >= rejected {
                return (
                    Int(truncatingIfNeeded: first.high), Int(truncatingIfNeeded: second.high), Int(truncatingIfNeeded: third.high),
                    Int(truncatingIfNeeded: fourth.high), Int(truncatingIfNeeded: fifth.high)
                )
            }
        }
    }
}
