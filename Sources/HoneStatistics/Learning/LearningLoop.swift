/// One turn of build, measure and learn: from a stated hypothesis to a decision, with days as numbers.
///
/// The whole counts both its first and its last day, so a loop that is stated and decided on one day took 1 day, not 0. The
/// parts are differences and add up to one day less.
///
/// Source: E. Ries (2011), The Lean Startup, chapters 4 and 8.
public struct LearningLoop: Sendable, Hashable {
    /// What was decided at the end.
    public enum Decision: Sendable, Hashable {
        /// Go on as before.
        case persevere

        /// Go on in another direction.
        case pivot

        /// Do not go on.
        case stop
    }

    /// The day the hypothesis was stated.
    public var statedOn: Int

    /// The day it was built, if it was.
    public var builtOn: Int?

    /// The day of the first data, if there is any.
    public var firstDataOn: Int?

    /// The day of the decision; `nil` while the loop is open.
    public var decidedOn: Int?

    /// What was decided, or `nil` where the loop ended without a decision.
    public var decision: Decision?

    /// Whether what would count as success was fixed before the first data.
    public var hasThresholdBeforeData: Bool

    /// Describes a loop, unchecked.
    ///
    /// - Parameters:
    ///   - statedOn: number of the day the hypothesis was stated.
    ///   - builtOn: number of the day it was built.
    ///   - firstDataOn: number of the day of the first data.
    ///   - decidedOn: number of the day of the decision.
    ///   - decision: what was decided.
    ///   - hasThresholdBeforeData: whether success was defined before the first data.
    /// - Complexity: O(1).
    public init(
        statedOn: Int, builtOn: Int? = nil, firstDataOn: Int? = nil, decidedOn: Int? = nil, decision: Decision? = nil,
        hasThresholdBeforeData: Bool = false
    ) {
        self.statedOn = statedOn
        self.builtOn = builtOn
        self.firstDataOn = firstDataOn
        self.decidedOn = decidedOn
        self.decision = decision
        self.hasThresholdBeforeData = hasThresholdBeforeData
    }

    /// Days from stated to decided, both counted; `nil` while open, or for days out of order.
    ///
    /// - Complexity: O(1).
    public var cycleDays: Int? { Self.days(from: statedOn, to: decidedOn).map { $0 + 1 } }

    /// Days from stated to built, or `nil`.
    ///
    /// - Complexity: O(1).
    public var buildDays: Int? { Self.days(from: statedOn, to: builtOn) }

    /// Days from built to the first data, or `nil`.
    ///
    /// - Complexity: O(1).
    public var measureDays: Int? { Self.days(from: builtOn, to: firstDataOn) }

    /// Days from the first data to the decision, or `nil`.
    ///
    /// - Complexity: O(1).
    public var learnDays: Int? { Self.days(from: firstDataOn, to: decidedOn) }

    /// Whether it taught something: decided, by a threshold that was fixed before the data.
    ///
    /// - Complexity: O(1).
    public var isValidated: Bool { decidedOn != nil && decision != nil && hasThresholdBeforeData }

    private static func days(from start: Int?, to end: Int?) -> Int? {
        guard let start, let end, start <= end else { return nil }
        return end - start
    }
}
