import HoneStatistics

/// Where most of the time goes: one stage, or some of which nobody can tell which takes more.
package struct LeadingStages: Sendable, Equatable {
    package struct Stage: Sendable, Equatable {
        package var name: String
        /// Of the time of all stages.
        package var share: Double
    }

    /// The stage whose sum is the largest.
    package let first: Stage
    /// Those that are not shown to take less, largest first.
    package let rivals: [Stage]

    /// How sure it has to be that another stage takes less: a place to look first, and no claim of an effect.
    static let level = 0.9
    /// With more rivals than these no stage stands out, and neither where all of them are.
    private static let most = 2
    private let stageCount: Int

    /// Nil where no time was spent.
    /// - Parameter names: of the numbers of a case, in their order.
    init?(_ sums: LargestSum, _ names: [String]) {
        let all = sums.sums.reduce(0, +)
        guard let largest = sums.largest, all > 0, names.count == sums.sums.count else { return nil }
        func stage(_ place: Int) -> Stage { Stage(name: names[place], share: sums.sums[place] / all) }
        first = stage(largest)
        // What takes no time at all is no rival, however few the cases are. Whatever takes as much as a rival is one.
        let least = sums.rivals(level: Self.level).filter { sums.sums[$0] > 0 }.map { sums.sums[$0] }.min() ?? .infinity
        let others = names.indices.filter { $0 != largest && sums.sums[$0] >= least }
        rivals = others.sorted { (sums.sums[$1], $0) < (sums.sums[$0], $1) }.map(stage)
        stageCount = sums.sums.count { $0 > 0 }
    }

    package var all: [Stage] { [first] + rivals }
    package var isClear: Bool { rivals.isEmpty }
    package var standsOut: Bool { isClear || rivals.count <= Self.most && rivals.count + 1 < stageCount }

    /// `Ready, In review or Testing`.
    var names: String { list(all.map(\.name), "or") }
    /// `44, 38 and 30 %`.
    var shares: String { list(all.map { ValueText.percent($0.share) }, "and") + " %" }

    private func list(_ texts: [String], _ word: String) -> String {
        let others = texts.dropLast().joined(separator: ", ")
        return others.isEmpty ? texts[0] : "\(others) \(word) \(texts[texts.count - 1])"
    }
}
