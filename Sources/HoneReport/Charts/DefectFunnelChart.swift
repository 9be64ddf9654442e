package import HoneLoop

/// What was there to be found in each phase, and what it found of it: bars that get shorter phase by phase.
package struct DefectFunnelChart: Chart {
    let model: DefectFunnel

    package init(_ model: DefectFunnel) {
        self.model = model
    }

    package var title: String { "Where \(ValueText.grouped(model.count)) defects were found" }

    package var sentence: String {
        guard let best = model.phases.filter({ $0.found > 0 }).max(by: { $0.found < $1.found }), model.count > 0 else {
            return "No defect that is known by then says which phase it came from and which found it."
        }
        let place = best.isAfterRelease ? "after the release" : "in \(best.name)"
        let late = model.phases.filter(\.isAfterRelease).reduce(0) { $0 + $1.found }
        let rest = late > 0 && !best.isAfterRelease ? "; \(ValueText.grouped(late)) came to light after the release" : ""
        return
            "Of \(ValueText.grouped(model.count)) defects that are known by then most, \(ValueText.grouped(best.found)), were found \(place)\(rest)."
    }

    private static let row = 34.0

    package var drawing: Node? {
        guard model.count > 0, model.phases.count >= 2 else { return nil }
        let (top, largest) = (20.0, Double(model.phases.map(\.present).max() ?? 1))
        let scale = Scale(largest: largest, from: 0, to: 352)
        var nodes = [Drawing.label("defects: frame there to be found, filled found · n \(ValueText.grouped(model.count))", x: 0, y: 11)]
        for (index, phase) in model.phases.enumerated() {
            let y = top + Double(index) * Self.row
            let text = "\(phase.name): \(Self.words(phase))"
            nodes += [
                Drawing.label(text, x: 4, y: y + 12, size: 10.5),
                Drawing.box(0, y + 16, scale.position(Double(phase.found)), 11, opacity: "1", name: "accent"),
            ]
            if phase.present > 0, !phase.isAfterRelease { nodes.append(Hatch.frame(0, y + 16, scale.position(Double(phase.present)), 11)) }
        }
        let bottom = top + Double(model.phases.count) * Self.row
        nodes.append(Drawing.line(0, top + 2, 0, bottom, opacity: "0.6"))
        return Drawing(width: Plot.width, height: bottom + 2, title: title, description: words).svg(nodes)
    }

    private var words: String {
        model.phases.map { "\($0.name): \(Self.words($0))" }.joined(separator: "; ") + "."
    }

    /// What a phase found of what was there; after the release nobody knows what was there.
    private static func words(_ phase: DefectFunnel.Phase) -> String {
        if phase.isAfterRelease { return "\(ValueText.grouped(phase.found)) came to light" }
        let share = phase.effectiveness.map { ", \(ValueText.percent($0)) %" } ?? ""
        return "\(ValueText.grouped(phase.found)) of \(ValueText.grouped(phase.present)) found\(share)"
    }
}
