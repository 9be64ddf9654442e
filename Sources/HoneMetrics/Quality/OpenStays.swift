internal import HoneFacts

extension ItemHistories {
    /// The stretches in which an item was open: seconds since 1970, `to` nil while it lasts.
    func forEachOpenStay(of item: Int, _ context: MeasureContext, _ body: ((from: Int64, to: Int64?)) -> Void) {
        var from = context.seconds(requestedAt[item])
        var isOpen = true
        for position in visits.range(of: item) {
            let kind = stages[Int(visits.stage[position])].kind
            let isClosed = kind == .done || kind == .cancelled
            let enteredAt = visits.enteredAt[position]
            if isClosed, isOpen {
                body((from, max(enteredAt, from)))
                isOpen = false
            } else if !isClosed, !isOpen {
                from = enteredAt
                isOpen = true
            }
        }
        if isOpen { body((from, nil)) }
    }

    /// Why it cannot be told which items are bugs; nil where it can. No bug at all is a count of zero, as long as every kind is known.
    var reasonBugsAreUnknown: String? {
        hasAny(\.isBug) || !hasAny({ $0 == .unclassified })
            ? nil : "No item is known to be a bug: say in hone.yaml, under work_kinds, which types or labels are bugs."
    }
}
