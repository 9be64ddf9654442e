/// So many of so many: a share that keeps what it is made of.
public struct Share: Sendable, Hashable {
    /// How many are so, in 0...``of``.
    public let count: Int

    /// Of how many, zero or more.
    public let of: Int

    /// Puts a share together.
    ///
    /// Refuses (answers `nil` for) counts that are negative or out of order.
    ///
    /// - Parameters:
    ///   - count: how many are so.
    ///   - of: of how many.
    /// - Complexity: O(1).
    public init?(_ count: Int, of: Int) {
        guard count >= 0, count <= of else { return nil }
        self.count = count
        self.of = of
    }

    /// Counts the members that are so.
    init<Members: Collection>(of members: Members, where isSo: (Members.Element) -> Bool) {
        count = members.count(where: isSo)
        of = members.count
    }

    /// The quotient in 0...1, or `nil` of none.
    ///
    /// - Complexity: O(1).
    public var value: Double? { of > 0 ? Double(count) / Double(of) : nil }

    /// Wilson's interval for ``value``.
    ///
    /// - Parameter level: strictly between 0 and 1.
    /// - Returns: an interval of method `wilson`, or `nil` of none or for a level out of range.
    /// - Complexity: O(1).
    public func wilson(level: Double) -> Interval? {
        Proportion.wilson(successes: count, of: of, level: level)
    }
}
