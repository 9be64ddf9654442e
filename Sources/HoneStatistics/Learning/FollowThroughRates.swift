/// What became of the actions that retrospectives raised, up to a day.
///
/// Days are numbers counted from any day. A withdrawn action leaves every denominator and is counted apart. What happens
/// after the day has not happened yet: an action done later is open, one raised later is left out.
///
/// Source: E. Derby and D. Larsen (2006), Agile Retrospectives, chapter 9 (an action is planned work with a result to
/// look at); intervals by E. B. Wilson (1927), doi:10.1080/01621459.1927.10502953.
public struct FollowThroughRates: Sendable, Hashable {
    /// Actions raised and not withdrawn.
    public let raised: Int

    /// Actions withdrawn.
    public let withdrawn: Int

    /// Actions that are planned as work, of all raised.
    public let scheduled: Share

    /// Actions done, of all raised.
    public let completed: Share

    /// Actions done on the day they were due or before, of those due by now, today included.
    public let onTime: Share

    /// Of those due by now and not counted in ``onTime``, how many were done on a day that nobody knows.
    public let onTimeUnknown: Int

    /// Actions with a day by which they shall be done that is still to come.
    public let notYetDue: Int

    /// Actions for which nobody named such a day.
    public let withoutDueDay: Int

    /// Actions whose effect was measured, of those done.
    public let effectMeasured: Share

    /// Actions that made things better, of those measured.
    public let improved: Share

    /// Days since each open action was raised, ascending.
    public let openAges: [Int]

    /// Days from raised to done of each action whose day of being done is known, ascending.
    public let daysToDone: [Int]

    /// Counts actions as they stand at the end of a day.
    ///
    /// - Parameters:
    ///   - actions: in any order.
    ///   - day: the number of the day.
    /// - Complexity: O(n log n), n actions.
    public init(_ actions: [FollowedAction], asOf day: Int) {
        let known = actions.filter { $0.raisedOn <= day }
        let kept = known.filter { $0.state != .withdrawn }
        let done = kept.filter { $0.isDone(by: day) }
        let measured = done.filter { $0.effect != nil }
        raised = kept.count
        withdrawn = known.count - kept.count
        scheduled = Share(of: kept, where: \.isScheduled)
        completed = Share(of: kept) { $0.isDone(by: day) }
        let dated = kept.compactMap { action in action.dueOn.map { (action: action, dueOn: $0) } }
        let due = dated.filter { $0.dueOn <= day }
        onTime = Share(of: due) { $0.action.isDone(by: $0.dueOn) }
        onTimeUnknown = due.count { $0.action.wasDone(by: $0.dueOn) == nil }
        notYetDue = dated.count - due.count
        withoutDueDay = kept.count - dated.count
        effectMeasured = Share(of: done) { $0.effect != nil }
        improved = Share(of: measured) { $0.effect == .better }
        openAges = kept.filter { !$0.isDone(by: day) }.map { day - $0.raisedOn }.sorted()
        daysToDone = done.compactMap(\.daysToDone).sorted()
    }
}
