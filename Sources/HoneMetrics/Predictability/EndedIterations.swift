import HoneFacts

/// Iterations that are over and of which it is known what they began with.
struct EndedIterations {
    struct Ended {
        let iteration: Int
        /// Seconds since 1970.
        let start: Int64
        let end: Int64
        let day: CalendarDay
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
                    iteration: iteration, start: context.seconds(startedAt), end: context.seconds(endedAt), day: context.day(endedAt)))
        }
        return .success(EndedIterations(all: all))
    }
}

extension EndedIterations.Ended {
    func standing(of member: IterationHistories.Member, _ context: MeasureContext) -> EndedIterations.Standing {
        if member.removedAt != Instant.missing, context.seconds(member.removedAt) <= start { return .outside }
        guard member.addedAt != Instant.missing else { return .fromTheStart }
        let addedAt = context.seconds(member.addedAt)
        return addedAt <= start ? .fromTheStart : addedAt < end ? .later : .outside
    }

    /// Whether it went out while the iteration ran. At the end, trackers take out what was left over.
    func isTakenOut(_ member: IterationHistories.Member, _ context: MeasureContext) -> Bool {
        guard member.removedAt != Instant.missing else { return false }
        let removedAt = context.seconds(member.removedAt)
        return removedAt > start && removedAt < end
    }
}
