package import HoneLoop

/// What was there to be found in each phase, and what it found of it: bars that get shorter phase by phase.
package struct DefectFunnelChart: Chart {
    let model: DefectFunnel

    package init(_ model: DefectFunnel) {
        self.model = model
    }

    package var title: String { "Where \(ValueText.grouped(model.count)) defects were found" }

    package var sentence: String {
        guard let last = model.phases.last(where: { $0.found > 0 }), model.count > 0 else {
            return "No defect of these days says which phase it came from and which found it."
        }
        let best = model.phases.filter { $0.found > 0 }.max { $0.found < $1.found } ?? last
        return "Most of \(ValueText.grouped(model.count)) known defects, \(ValueText.grouped(best.found)), were found in \(best.name); "
            + "\(ValueText.grouped(last.found)) reached \(last.name)."
    }

    private static let row = 34.0

    package var drawing: Node? {
        guard model.count > 0, model.phases.count >= 2 else { return nil }
        let (top, largest) = (20.0, Double(model.phases.map(\.present).max() ?? 1))
        let scale = Scale(largest: largest, from: 0, to: 352)
        var nodes = [Drawing.label("defects: frame there to be found, filled found · n \(ValueText.grouped(model.count))", x: 0, y: 11)]
        for (index, phase) in model.phases.enumerated() {
            let y = top + Double(index) * Self.row
            let share = phase.effectiveness.map { ", \(ValueText.percent($0)) %" } ?? ""
            let text = "\(phase.name): \(ValueText.grouped(phase.found)) of \(ValueText.grouped(phase.present))\(share)"
            nodes += [
                Drawing.label(text, x: 4, y: y + 12, size: 10.5),
                Drawing.box(0, y + 16, scale.position(Double(phase.found)), 11, opacity: "1", name: "accent"),
            ]
            if phase.present > 0 { nodes.append(Hatch.frame(0, y + 16, scale.position(Double(phase.present)), 11)) }
        }
        let bottom = top + Double(model.phases.count) * Self.row
        nodes.append(Drawing.line(0, top + 2, 0, bottom, opacity: "0.6"))
        return Drawing(width: Plot.width, height: bottom + 2, title: title, description: words).svg(nodes)
    }

    private var words: String {
        model.phases.map { phase in
            let share = phase.effectiveness.map { " (\(ValueText.percent($0)) %)" } ?? ""
            return "\(phase.name) found \(ValueText.grouped(phase.found)) of \(ValueText.grouped(phase.present))\(share)"
        }.joined(separator: "; ") + "."
    }
}
