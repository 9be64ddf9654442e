import HoneFacts

/// How an item stood at an instant. What happened later does not rewrite it.
enum ItemStanding: Equatable {
    /// It did not exist, or nothing is known of it.
    case unknown
    /// Open, and never begun or back before the commitment.
    case idle
    /// In a stage since an instant, in seconds since 1970.
    case inProgress(stage: Int, since: Int64)
    /// In a done stage without a break since an instant, in seconds since 1970.
    case finished(at: Int64)
    /// It had left without being finished.
    case cancelled(at: Int64)
}

extension ItemHistories {
    /// Complexity: O(visits of the item).
    func standing(of item: Int, atSeconds instant: Int64, _ context: MeasureContext) -> ItemStanding {
        let range = visits.range(of: item)
        guard var position = range.reversed().first(where: { visits.enteredAt[$0] <= instant }) else { return .unknown }
        let code = Int(visits.stage[position])
        switch stages[code].kind {
        case .backlog, .wait, .active:
            return isInProgress(code) ? .inProgress(stage: code, since: visits.enteredAt[position]) : .idle
        case .cancelled: return .cancelled(at: visits.enteredAt[position])
        case .done:
            while position > range.lowerBound, stages[Int(visits.stage[position - 1])].kind == .done { position -= 1 }
            // Closed with a reason that means "not done".
            if finishedAt[item] == Instant.missing, cancelledAt[item] != Instant.missing,
                context.seconds(cancelledAt[item]) == visits.enteredAt[position]
            {
                return .cancelled(at: visits.enteredAt[position])
            }
            return .finished(at: visits.enteredAt[position])
        }
    }

    /// Instants at which a begun item went back before the commitment, in seconds since 1970. Complexity: O(visits of the item).
    func returns(of item: Int) -> [Int64] {
        let range = visits.range(of: item)
        return range.dropFirst().filter { position in
            let (before, after) = (Int(visits.stage[position - 1]), Int(visits.stage[position]))
            let kind = stages[after].kind
            return stages[before].kind != .cancelled && before >= commitment && after < commitment && after < mappedStageCount
                && kind != .cancelled && kind != .done
        }.map { visits.enteredAt[$0] }
    }
}
