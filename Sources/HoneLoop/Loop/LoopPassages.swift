import HoneFacts

/// Counts what entered, left and stays in each stage over a window.
struct LoopPassages {
    let paths: LoopPaths
    /// Seconds the window begins at and ends before, and the last second that is looked at.
    let (start, end, last): (Int64, Int64, Int64)
    let weeks: Double

    init(_ paths: LoopPaths, window: Window, zone: ZoneTable, now: Int64) {
        self.paths = paths
        start = zone.startOfDay(window.from)
        end = zone.startOfDay(window.to)
        last = min(end - 1, now)
        weeks = Double(window.length) / 7
    }

    /// By stage code. Complexity: O(visits x stages of a way).
    var passages: [Passage] {
        var fates = [Passage.Fate](repeating: .init(), count: paths.kinds.count)
        var left = [Int](repeating: 0, count: paths.kinds.count)
        var inIt = left
        for way in 0..<paths.count {
            let visits = paths.visits(of: way).filter { $0.enteredAt <= last }
            for visit in visits where visit.leftAt.map({ start <= $0 && $0 <= last }) ?? false { left[visit.stage] += 1 }
            if let current = visits.last { inIt[current.stage] += 1 }
            for stage in Set(visits.lazy.filter { $0.enteredAt >= start }.map(\.stage)) { count(stage, visits, way, &fates[stage]) }
        }
        return paths.kinds.indices.map { stage in
            Passage(
                fate: fates[stage], leftCount: left[stage], leftPerWeek: weeks > 0 ? Double(left[stage]) / weeks : 0, inIt: inIt[stage])
        }
    }

    /// The fate of one way that entered a stage in the window, once, however often it entered.
    private func count(_ stage: Int, _ visits: [LoopPaths.Visit], _ way: Int, _ fate: inout Passage.Fate) {
        guard let newest = visits.lastIndex(where: { $0.stage == stage }) else { return }
        if newest == visits.count - 1 {
            fate.stillHere += 1
        } else if visits[(newest + 1)...].contains(where: { $0.stage > stage && paths.isOnward($0, of: way) }) {
            fate.wentOn += 1
        } else {
            fate.droppedHere += 1
        }
    }
}
