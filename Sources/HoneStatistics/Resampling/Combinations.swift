/// All ways to choose some of many.
enum Combinations {
    /// How many there are, or `nil` for more than `limit`.
    static func count(choosing chosen: Int, of all: Int, atMost limit: Int) -> Int? {
        let few = min(chosen, all - chosen)
        guard few >= 0 else { return nil }
        var count = 1
        for step in 0..<few {
            // C(all, step + 1) from C(all, step): the division leaves no rest.
            let (product, isTooLarge) = count.multipliedReportingOverflow(by: all - step)
            guard !isTooLarge else { return nil }
            count = product / (step + 1)
            guard count <= limit else { return nil }
        }
        return count <= limit ? count : nil
    }

    /// Visits each once, as ascending indices, in lexicographic order.
    ///
    /// Source: D. E. Knuth (2011), The Art of Computer Programming, volume 4A, 7.2.1.3.
    static func forEach(choosing chosen: Int, of all: Int, _ visit: ([Int]) -> Void) {
        guard chosen <= all else { return }
        var indices = Array(0..<chosen)
        while true {
            visit(indices)
            guard let raised = indices.indices.last(where: { indices[$0] < all - chosen + $0 }) else { return }
            indices[raised] += 1
            for position in indices.indices.dropFirst(raised + 1) { indices[position] = indices[position - 1] + 1 }
        }
    }
}
