/// How long turns of build, measure and learn take, and how many of them teach something.
///
/// Source: E. Ries (2011), The Lean Startup, chapters 4 and 8; intervals by E. B. Wilson (1927),
/// doi:10.1080/01621459.1927.10502953.
public struct LearningRates: Sendable, Hashable {
    /// Days of each closed loop, ascending.
    public let cycleDays: [Int]

    /// Loops not yet decided.
    public let open: Int

    /// Loops that taught something, of those closed.
    public let validated: Share

    /// Loops that ended in another direction or in stopping, of those closed.
    public let changedCourse: Share

    /// Whether every closed loop ended in going on as before: nobody then learned to stop, which is a warning.
    public let alwaysPersevered: Bool

    /// Counts loops.
    ///
    /// - Parameter loops: in any order.
    /// - Complexity: O(n log n), n loops.
    public init(_ loops: [LearningLoop]) {
        let closed = loops.filter { $0.decidedOn != nil }
        cycleDays = closed.compactMap(\.cycleDays).sorted()
        open = loops.count - closed.count
        validated = Share(of: closed, where: \.isValidated)
        changedCourse = Share(of: closed) { $0.decision == .pivot || $0.decision == .stop }
        alwaysPersevered = !closed.isEmpty && closed.allSatisfy { $0.decision == .persevere }
    }

    /// What a survival curve needs: days of each loop, of an open one up to a day, and whether its end was seen.
    ///
    /// - Parameters:
    ///   - loops: in any order; one stated after the day, or decided before it was stated, is left out.
    ///   - day: the number of the day.
    /// - Returns: durations and ends for ``KaplanMeier``.
    /// - Complexity: O(n).
    public static func lives(of loops: [LearningLoop], asOf day: Int) -> (durations: [Double], isObserved: [Bool]) {
        var (durations, isObserved) = ([Double](), [Bool]())
        for loop in loops where loop.statedOn <= day && (loop.decidedOn ?? day) >= loop.statedOn {
            let isClosed = loop.decidedOn.map { $0 <= day } ?? false
            let end = isClosed ? loop.decidedOn ?? day : day
            durations.append(Double(end - loop.statedOn + 1))
            isObserved.append(isClosed)
        }
        return (durations, isObserved)
    }
}
