/// Which stages or phases improvements touch, and how far those are: the coverage matrix. What was never touched is in it, too.
package struct ImprovementCoverage: Sendable, Equatable {
    package enum Step: String, CaseIterable, Sendable {
        /// Said what it is about, not committed.
        case shaped
        case committed
        case inForce = "in force"
        case decided
    }

    package struct Row: Sendable, Equatable {
        /// Empty for improvements that touch no stage in particular.
        package let stage: String
        package let counts: [Step: Int]
        package var total: Int { counts.values.reduce(0, +) }
    }

    /// The stages in their order, then others that improvements name.
    package let rows: [Row]
    package let everywhere: Row

    package var neverTouched: [String] { rows.filter { $0.total == 0 }.map(\.stage) }
    package var isEmpty: Bool { rows.allSatisfy { $0.total == 0 } && everywhere.total == 0 }

    /// - Parameter stages: in their order; two spellings of one are the same.
    package init(_ stages: [String], _ improvements: [Improvement]) {
        let touches = improvements.compactMap { improvement in
            improvement.shape.flatMap { shape in Self.step(improvement).map { (stage: shape.stage, step: $0) } }
        }
        var names = stages
        for touch in touches where !touch.stage.isEmpty && !names.contains(where: { PhasedBuilder.isSame($0, touch.stage) }) {
            names.append(touch.stage)
        }
        func row(_ name: String) -> Row {
            let steps = touches.filter { $0.stage.isEmpty ? name.isEmpty : !name.isEmpty && PhasedBuilder.isSame($0.stage, name) }
            return Row(stage: name, counts: Dictionary(steps.map { ($0.step, 1) }, uniquingKeysWith: +))
        }
        rows = names.map(row)
        everywhere = row("")
    }

    private static func step(_ improvement: Improvement) -> Step? {
        switch improvement.state {
        case .shaped: .shaped
        case .committed, .small: .committed
        case .inForce, .smallInForce: .inForce
        case .decided: .decided
        case .noted, .done, .declined, .parked, .escalated: nil
        }
    }

    /// `Improvements touch Review and Build; never yet Idea.`
    package var sentence: String {
        if isEmpty { return "No improvement says which stage it touches yet." }
        let touched = rows.filter { $0.total > 0 }.map(\.stage)
        let never = neverTouched
        let first = touched.isEmpty ? "Improvements touch no stage in particular" : "Improvements touch \(touched.joined(separator: ", "))"
        return first + (never.isEmpty ? "." : "; never yet \(never.joined(separator: ", ")).")
    }
}
