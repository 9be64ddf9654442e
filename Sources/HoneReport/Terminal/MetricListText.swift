package import HoneMetrics

/// The metrics by family, a line each; those that can be measured here come first and are marked.
package struct MetricListText {
    let definitions: [MetricDefinition]
    /// Ids; nil where nobody knows, as outside of a product.
    let measurable: Set<String>?

    package init(_ definitions: [MetricDefinition], measurable: Set<String>?) {
        (self.definitions, self.measurable) = (definitions, measurable)
    }

    package func text(width: Int) -> String {
        let families = MetricFamily.allCases.compactMap { family -> String? in
            let all = definitions.filter { $0.family == family }
            let known = all.filter(isMeasurable)
            let rows = (known + all.filter { !isMeasurable($0) }).map { [isMeasurable($0) ? "  +" : "   ", padded($0.id), $0.name] }
            guard !rows.isEmpty else { return nil }
            let name = family.rawValue.uppercased().replacing("-", with: " ")
            return name + "\n" + TextTable(headers: [], rows: rows, width: width).text
        }
        return (families + [TextWrap.sentences(footer, width: width)]).joined(separator: "\n\n")
    }

    private func isMeasurable(_ definition: MetricDefinition) -> Bool { measurable?.contains(definition.id) ?? false }

    /// Names begin in one column over all families.
    private func padded(_ id: String) -> String { TextWrap.padded(id, definitions.map(\.id.count).max() ?? 0) }

    private var footer: String {
        let marks =
            measurable == nil
            ? "After hone sync those that can be measured here are marked."
            : "+ can be measured here; hone doctor says what the others need."
        let more = definitions.first.map { "\nOne in full: hone metric explain \($0.id)" } ?? ""
        return "\(marks)\(more)\nThe question that each answers: hone metric list --format markdown"
    }
}
