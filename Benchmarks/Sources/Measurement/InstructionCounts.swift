/// Instructions that each work took, as a file of lines `name<TAB>count`.
package struct InstructionCounts: Sendable, Equatable {
    package var counts: [String: Int]
    /// How much more is allowed.
    package static let allowedGrowthPercent = 2

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
        /// By more than is allowed, as a share of what was recorded.
        case grown(Double)
        /// Likewise.
        case shrunk(Double)
    }

    package func change(of name: String, to count: Int) -> Change {
        guard let recorded = counts[name], recorded > 0 else { return .new }
        let allowed = recorded * Self.allowedGrowthPercent / 100
        let share = Double(abs(count - recorded)) / Double(recorded)
        if count > recorded + allowed { return .grown(share) }
        return count < recorded - allowed ? .shrunk(share) : .same
    }
}
