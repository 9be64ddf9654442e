import HoneFacts
import HoneLoop
package import HoneMetrics

/// The shares of the work kinds, improvement work solid, the unclassified dashed.
package struct KindBars {
    package let node: Node

    /// Nil for an observation whose parts are not work kinds.
    package init?(_ observation: Observation) {
        let kinds = observation.parts.compactMap { part in WorkKind(rawValue: part.name).map { ($0, part.observation) } }
        guard observation.unit == .share, !kinds.isEmpty, kinds.count == observation.parts.count else { return nil }
        let rows = kinds.map { kind, part in
            let style: ShareBars.Row.Style = kind == .unclassified ? .dashed : kind.isImprovement ? .solid : .faint
            return ShareBars.Row(label: kind.rawValue, share: part.value, style: style)
        }
        node =
            ShareBars(
                title: "Finished work by kind; improvement work is solid", rows: rows, whole: "\(ValueText.grouped(observation.n)) finished"
            )
            .node
    }
}
