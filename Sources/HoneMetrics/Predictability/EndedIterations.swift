import HoneFacts

/// Iterations that are over and of which it is known what they began with.
struct EndedIterations {
    struct Ended {
        let iteration: Int
        /// Seconds since 1970.
        let start: Int64
        let end: Int64
        /// The day it counts on. One that is closed in the morning on which the next one begins counts on the day before.
        let day: CalendarDay
    }

    /// An item that was in an iteration while it ran, however often it was moved.
    struct Content {
        /// Row of its first membership.
        let member: Int
        let item: Int
        let isFromTheStart: Bool
        /// Whether it went out and was not in it at the end.
        let isTakenOut: Bool
    }

    /// Whether an item belongs to what an iteration began with. Fixed at the start: nothing later changes it.
    enum Standing {
        case fromTheStart, later
        /// Taken out before the start, or put in after the end.
        case outside
    }

    /// Why nothing can be said.
    struct Missing: Error {
        let reason: String
    }

    let all: [Ended]

    static func of(_ histories: Histories, _ context: MeasureContext) -> Result<EndedIterations, Missing> {
        let iterations = histories.iterations
        guard iterations.count > 0 else {
            return .failure(Missing(reason: "No source names iterations and the items in them."))
        }
        // Without a record of additions, what is in a sprint now is what was left in it, not what it began with.
        let recorded = Set(
            (0..<iterations.count).filter { iterations.members(of: $0).contains { $0.addedAt != Instant.missing } }.map {
                iterations.origin[$0]
            })
        guard !recorded.isEmpty else {
            return .failure(
                Missing(
                    reason: "No source says when items were put into an iteration, so what it began with is not known."))
        }
        var all: [Ended] = []
        for iteration in 0..<iterations.count where recorded.contains(iterations.origin[iteration]) {
            let (startedAt, completedAt) = (iterations.startedAt[iteration], iterations.completedAt[iteration])
            let endedAt = completedAt != Instant.missing ? completedAt : iterations.dueAt[iteration]
            guard startedAt != Instant.missing, endedAt != Instant.missing, context.seconds(endedAt) <= context.now else { continue }
            all.append(
                Ended(
                    iteration: iteration, start: context.seconds(startedAt), end: context.seconds(endedAt),
                    day: lastDay(context.day(endedAt), from: context.day(startedAt), context.interpretation)))
        }
        return .success(EndedIterations(all: all))
    }

    private static func lastDay(_ day: CalendarDay, from first: CalendarDay, _ interpretation: Interpretation) -> CalendarDay {
        let isFirstOfNext = interpretation.firstDay(ofIteration: interpretation.iteration(of: day)) == day
        return isFirstOfNext && first < day ? day + -1 : day
    }
}

extension EndedIterations.Ended {
    func standing(of member: IterationHistories.Member, _ context: MeasureContext) -> EndedIterations.Standing {
        if member.removedAt != Instant.missing, context.seconds(member.removedAt) <= start { return .outside }
        guard member.addedAt != Instant.missing else { return .fromTheStart }
        let addedAt = context.seconds(member.addedAt)
        return addedAt <= start ? .fromTheStart : addedAt < end ? .later : .outside
    }

    /// The items that were in it while it ran, each once. Complexity: O(members).
    func contents(_ iterations: IterationHistories, _ context: MeasureContext) -> [EndedIterations.Content] {
        let first = iterations.memberOffsets[iteration]
        var stays: [(member: Int, item: Int, isFromTheStart: Bool, isTakenOut: Bool)] = []
        var place: [Int: Int] = [:]
        for (offset, member) in iterations.members(of: iteration).enumerated() {
            let standing = standing(of: member, context)
            guard standing != .outside else { continue }
            let isOut = isTakenOut(member, context)
            guard let known = place[member.item] else {
                place[member.item] = stays.count
                stays.append((first + offset, member.item, standing == .fromTheStart, isOut))
                continue
            }
            stays[known].isFromTheStart = stays[known].isFromTheStart || standing == .fromTheStart
            // One that came back is in it.
            stays[known].isTakenOut = stays[known].isTakenOut && isOut
        }
        return stays.map { EndedIterations.Content(member: $0, item: $1, isFromTheStart: $2, isTakenOut: $3) }
    }

    /// Whether it went out while the iteration ran. At the end, trackers take out what was left over.
    private func isTakenOut(_ member: IterationHistories.Member, _ context: MeasureContext) -> Bool {
        guard member.removedAt != Instant.missing else { return false }
        let removedAt = context.seconds(member.removedAt)
        return removedAt > start && removedAt < end
    }
}
