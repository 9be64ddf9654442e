import Foundation
import HoneStatistics

/// Changes of level in 10,000 values: ten levels of 1,000 with normal noise of standard deviation 1, as `mc.py` draws them.
enum Levels {
    private static let values = {
        var generator = SeededGenerator(seed: 7)
        return [0.0, 2, -1, 3, 0, 1, 4, 2, 0, -2].flatMap { level in
            (0..<1_000).map { _ in level + (Normal.quantile(generator.unit() + 0x1p-54) ?? 0) }
        }
    }()
    private static let penalty = 10.0

    /// Draws the values, so that no row pays for it.
    static func prepare() { _ = values }

    static func pruned() throws -> String { "objective=" + (try objective(.pruned)) }

    /// What the pruned search must find, however long it takes.
    static func exact() throws -> String { "objective=" + (try objective(.exact)) }

    private static func objective(_ search: Segmentation.Search) throws -> String {
        guard let found = Segmentation(values, penalty: penalty, leastLength: 2, search: search) else { throw NoAnswer(row: "P7b PELT") }
        return String(format: "%.6f changes=%d", found.objective, found.changes.count)
    }
}
