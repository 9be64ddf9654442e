package import HoneFacts
package import HoneMetrics

/// How much of what was done in a window was improvement work, counted in the unit of a reserve.
package struct ReserveUse: Sendable, Equatable {
    package let unit: Reserve.Unit
    package let improvement: Double
    package let unclassified: Double
    package let all: Double
    /// Finished items that are in no sum, as nobody logged time on them.
    package let unlogged: Int
    /// Smallest classified share from which one number is given.
    package let classifiedFloor: Double
    /// Why nothing can be counted; nil where it can, even if it is nothing.
    package let missing: String?

    /// 0...1; nil where nothing can be counted, nothing was done, or too little of it has a known kind.
    package var share: Double? {
        guard missing == nil, all > 0, all - unclassified >= classifiedFloor * all else { return nil }
        return improvement / all
    }

    /// What the share can be, where too little has a known kind for one number.
    package var range: ClosedRange<Double>? {
        guard missing == nil, all > 0, share == nil else { return nil }
        return improvement / all...(improvement + unclassified) / all
    }

    private init(
        _ unit: Reserve.Unit, _ parts: [(kind: WorkKind, amount: Double)], _ classifiedFloor: Double, missing: String?, unlogged: Int
    ) {
        self.unit = unit
        improvement = parts.filter { $0.kind.isImprovement }.reduce(0) { $0 + $1.amount }
        unclassified = parts.filter { $0.kind == .unclassified }.reduce(0) { $0 + $1.amount }
        all = parts.reduce(0) { $0 + $1.amount }
        (self.classifiedFloor, self.missing, self.unlogged) = (classifiedFloor, missing, unlogged)
    }

    /// Complexity: O(items or changes).
    package init(_ unit: Reserve.Unit, _ histories: Histories, _ context: MeasureContext) {
        let floor = context.interpretation.classifiedFloor
        let missing: String?
        var parts: [(kind: WorkKind, amount: Double)] = []
        var unlogged = 0
        switch unit {
        case .items:
            parts = Self.finished(histories, context).map { (histories.items.kind[$0], 1) }
            missing = histories.items.totalCount > 0 ? nil : "no work items have been read"
        case .hours:
            let finished = Self.finished(histories, context)
            let logged = finished.filter { histories.items.loggedSeconds[$0] != Instant.missing }
            parts = logged.map { (histories.items.kind[$0], Double(histories.items.loggedSeconds[$0]) / 3600) }
            unlogged = finished.count - logged.count
            // What few have logged says nothing of all.
            let few = Double(logged.count) < floor * Double(finished.count)
            missing =
                !histories.items.loggedSeconds.isFilled
                ? "no source tells logged time" : few ? "only \(logged.count) of \(finished.count) finished items have logged time" : nil
        case .points: missing = "no source tells story points"
        case .changes:
            parts = Self.changes(histories, context)
            missing = histories.changes.count > 0 ? nil : "no changes have been read"
        }
        let subject: MeasuredRows.Subject = unit == .changes ? .changes : .items
        let unread = UnreadDays(histories, subject, context.window, context.interpretation, now: context.now)
            .flatMap { $0.isMost ? KPIReading.words($0) : nil }
        self.init(unit, parts, floor, missing: missing ?? unread, unlogged: unlogged)
    }

    /// Rows of the items that were finished in the window.
    private static func finished(_ histories: Histories, _ context: MeasureContext) -> [Int] {
        let items = histories.items
        return context.candidates(items).filter {
            items.finishedAt[$0] != Instant.missing && context.window.contains(context.day(items.finishedAt[$0]))
        }
    }

    /// Merged changes of people, each with the kind of the first item that it names.
    private static func changes(_ histories: Histories, _ context: MeasureContext) -> [(kind: WorkKind, amount: Double)] {
        let changes = histories.changes
        return (0..<changes.count).filter { change in
            !changes.isBot[change] && changes.mergedAt[change] != Instant.missing
                && context.window.contains(context.day(changes.mergedAt[change]))
        }.map { change in
            (histories.joins.itemsOfChange[change].first.map { histories.items.kind[Int($0)] } ?? .unclassified, 1)
        }
    }
}
