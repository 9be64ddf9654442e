import HoneFacts
package import HoneLoop
import HoneMetrics

/// The tables of a phased product that are the same in every form.
package struct PhasedWords {
    let picture: PhasedPicture

    package init(_ picture: PhasedPicture) {
        self.picture = picture
    }

    var sentences: PhasedSentences { PhasedSentences(picture) }

    typealias Table = (headers: [String], numeric: Set<Int>, rows: [[String]])

    private static let nameless = "no phase named"

    /// Phase by phase what was to be done, what is, what it took, and how its gate stands; nil where no phase is known.
    var phases: Table? {
        guard !picture.phases.isEmpty else { return nil }
        var rows = picture.phases.map { phase in
            [phase.name.isEmpty ? Self.nameless : phase.name] + Self.cells(phase.figures?.all)
                + [phase.gates.map { "gate \($0.number): \($0.short)" }.joined(separator: "; ")]
        }
        if picture.figures != nil { rows.append(["all"] + Self.cells(picture.figures?.all) + [""]) }
        return (["phase", "planned", "done", "spent", "SPI", "CPI", "gate"], [1, 2, 3, 4, 5], rows)
    }

    /// The improvement lane across the phases; its rows are there with nothing in them.
    var lane: Table? {
        guard !picture.phases.isEmpty else { return nil }
        var rows = picture.phases.map { phase in
            [phase.name.isEmpty ? Self.nameless : phase.name] + Self.laneCells(phase.figures?.lane) + [Self.count(phase.improvements)]
        }
        rows.append(
            ["all"] + Self.laneCells(picture.figures?.lane) + [Self.count(picture.phases.reduce(0) { $0 + $1.improvements })])
        return (["improvement lane", "budget", "planned", "done", "spent", "lines done", "touched by"], Set(1...5), rows)
    }

    /// What a gate asks for beyond its cell: what it went on with, and the next step.
    var gates: [(text: String, next: String)] {
        picture.phases.flatMap(\.gates).filter { !$0.next.isEmpty || $0.remark != nil }.map { gate in
            ("gate \(gate.number), \(gate.name): \(gate.sentences)", gate.next)
        }
    }

    var lessons: [String] {
        picture.lessons.map { "\($0.text) (gate \($0.gate), \($0.phase))" }
    }

    private static func count(_ improvements: Int) -> String {
        improvements == 0 ? "–" : "\(improvements) improvement\(improvements == 1 ? "" : "s")"
    }

    private static func cells(_ figures: PlanFigures?) -> [String] {
        guard let figures, figures.n > 0 else { return ["–", "–", "–", "–", "–"] }
        return [
            ValueText.short(figures.planned), ValueText.short(figures.earned), figures.spent.map(ValueText.short) ?? "–",
            figures.schedulePerformance.map(ValueText.hundredths) ?? "–", figures.costPerformance.map(ValueText.hundredths) ?? "–",
        ]
    }

    /// Nothing planned is 0, nothing known is a dash.
    private static func laneCells(_ figures: PlanFigures?) -> [String] {
        guard let figures else { return ["–", "–", "–", "–", "0 of 0"] }
        return [figures.budget, figures.planned, figures.earned].map(ValueText.short)
            + [figures.spent.map(ValueText.short) ?? (figures.n == 0 ? "0" : "–"), "\(figures.doneCount) of \(figures.n)"]
    }
}
