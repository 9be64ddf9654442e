internal import HoneFacts

/// Whether a defect was found before or after the release: what its source says of it, else what its phase says.
struct FoundSide {
    enum Answer: Equatable {
        case before, after
        /// Why it is not known.
        case unknown(String)
    }

    private let items: ItemHistories
    private let order: PhaseOrder
    /// Phases tell the two apart only in an order with one after the release.
    private let hasPhases: Bool

    init(_ items: ItemHistories, _ interpretation: Interpretation) {
        self.items = items
        order = PhaseOrder(interpretation.phases)
        hasPhases = items.foundPhase.isFilled && order.hasAfterRelease
    }

    /// Whether any source says it of any item.
    var isKnown: Bool { items.found.isFilled || hasPhases }

    subscript(item: Int) -> Answer {
        if !items.found[item].isEmpty { return items.found[item] == "after" ? .after : .before }
        guard hasPhases, !items.foundPhase.isEmpty(item) else { return .unknown("no-phase") }
        guard let place = order.place(of: items.foundPhase[item]) else { return .unknown(PhasedDefects.notInTheOrder) }
        return place < order.firstAfterRelease ? .before : .after
    }

    /// Why no defect is known to be found before or after the release; nil where some may be.
    var reasonUnavailable: String? {
        if isKnown { return items.reasonNoDefectIsKnown }
        if items.foundPhase.isFilled {
            return
                "Defects say which phase found them, and no phase of hone.yaml is one after the release: call the one after it field, production, operation or the like, or map the column found."
        }
        return
            "No source says whether a defect was found before or after its release. A CSV source maps it with the columns found or foundPhase."
    }
}
