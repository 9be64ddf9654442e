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

    /// By stage code. Complexity: O(ways + stays that the window meets).
    var passages: [Passage] {
        let enteredAt = paths.visits.enteredAt
        return enteredAt.narrow.isEmpty ? passages(enteredAt.wide) : passages(enteredAt.narrow)
    }

    private func passages<Number: FixedWidthInteger>(_ enteredAt: [Number]) -> [Passage] {
        let stages = paths.visits.stage
        var fates = [Passage.Fate](repeating: .init(), count: paths.kinds.count)
        var left = [Int](repeating: 0, count: paths.kinds.count)
        var inIt = left
        /// By stage: the way whose fate was counted last.
        var counted = [Int](repeating: -1, count: paths.kinds.count)
        for way in paths.ways {
            let all = paths.visits.range(of: way)
            var behind = all.upperBound
            while behind > all.lowerBound, Int64(enteredAt[behind - 1]) > last { behind -= 1 }
            guard behind > all.lowerBound else { continue }
            inIt[Int(stages[behind - 1])] += 1
            // From the newest stay back to the one that the window began in.
            var furthest = -1
            for position in (all.lowerBound..<behind).reversed() {
                let (stage, entered) = (Int(stages[position]), Int64(enteredAt[position]))
                if position + 1 < all.upperBound, case let leftAt = Int64(enteredAt[position + 1]), start <= leftAt, leftAt <= last {
                    left[stage] += 1
                }
                if entered < start { break }
                // A way has one fate in a stage, however often it entered: that of its newest stay.
                if counted[stage] != way {
                    counted[stage] = way
                    if position == behind - 1 {
                        fates[stage].stillHere += 1
                    } else if furthest > stage {
                        fates[stage].wentOn += 1
                    } else {
                        fates[stage].droppedHere += 1
                    }
                }
                if stage > furthest, paths.isOnward(stage, enteredAt: entered, of: way) { furthest = stage }
            }
        }
        return paths.kinds.indices.map { stage in
            Passage(
                fate: fates[stage], leftCount: left[stage], leftPerWeek: weeks > 0 ? Double(left[stage]) / weeks : 0, inIt: inIt[stage])
        }
    }
}
