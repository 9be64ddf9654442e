/// One action that a retrospective raised, with days as numbers.
public struct FollowedAction: Sendable, Hashable {
    /// Whether an action is over, and since when.
    public enum State: Sendable, Hashable {
        /// It is still to do.
        case open

        /// It was done on the day of this number.
        case done(on: Int)

        /// It was done on a day that nobody knows, at the latest on the day of this number.
        case doneAtTheLatest(on: Int)

        /// It was given up, with a reason that is kept elsewhere.
        case withdrawn
    }

    /// What measuring showed after an action was done.
    public enum Effect: Sendable, Hashable {
        /// Things became better, as agreed beforehand.
        case better

        /// Things stayed as they were.
        case noChange

        /// Things became worse.
        case worse
    }

    /// The day it was raised.
    public var raisedOn: Int

    /// The day by which it shall be done, or `nil` where nobody named one.
    public var dueOn: Int?

    /// Whether it is planned as work, that is, an item of a backlog.
    public var isScheduled: Bool

    /// Whether it is over.
    public var state: State

    /// What measuring showed, or `nil` where nothing was measured.
    public var effect: Effect?

    /// Describes an action, unchecked.
    ///
    /// - Parameters:
    ///   - raisedOn: number of the day it was raised.
    ///   - dueOn: number of the day by which it shall be done, if anybody named one.
    ///   - isScheduled: whether it is planned as work.
    ///   - state: whether it is over.
    ///   - effect: what measuring showed, if it was measured.
    /// - Complexity: O(1).
    public init(raisedOn: Int, dueOn: Int? = nil, isScheduled: Bool = false, state: State = .open, effect: Effect? = nil) {
        self.raisedOn = raisedOn
        self.dueOn = dueOn
        self.isScheduled = isScheduled
        self.state = state
        self.effect = effect
    }

    /// Days from raised to done, or `nil` while it is not done.
    ///
    /// - Complexity: O(1).
    public var daysToDone: Int? {
        if case .done(let day) = state { day - raisedOn } else { nil }
    }

    /// Whether it was done on a day or before; `nil` where it was done and nobody knows whether by then.
    ///
    /// - Parameter day: number of the day.
    /// - Complexity: O(1).
    public func wasDone(by day: Int) -> Bool? {
        switch state {
        case .open, .withdrawn: false
        case .done(let doneOn): doneOn <= day
        case .doneAtTheLatest(let latest): latest <= day ? true : nil
        }
    }

    func isDone(by day: Int) -> Bool { wasDone(by: day) == true }
}
