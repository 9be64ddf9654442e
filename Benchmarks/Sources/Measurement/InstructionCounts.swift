/// Instructions that each work took, as a file of lines `name<TAB>count`.
package struct InstructionCounts: Sendable, Equatable {
    package var counts: [String: Int]
    /// How much more is allowed.
    package static let allowedGrowth = 0.02

    package init(counts: [String: Int]) {
        self.counts = counts
    }

    /// Lines that begin with # are for people.
    package init(text: String) {
        counts = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t")
            if fields.count == 2, let count = Int(fields[1]) { counts[String(fields[0])] = count }
        }
    }

    package var text: String {
        counts.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)\n" }.joined()
    }

    package enum Change: Sendable, Equatable {
        /// Nothing was recorded.
        case new
        case same
        /// Beyond what is allowed, as a share of what was recorded.
        case grown(Double)
        case shrunk(Double)
    }

    package func change(of name: String, to count: Int) -> Change {
        guard let recorded = counts[name], recorded > 0 else { return .new }
        let growth = Double(count) / Double(recorded) - 1
        if growth > Self.allowedGrowth { return .grown(growth) }
        return growth < -Self.allowedGrowth ? .shrunk(growth) : .same
    }
}
