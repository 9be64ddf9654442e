extension Int64 {
    /// The sum, or as much as still leaves room for many more sums: a number of an export can be of any size, and must end no program.
    package func addingOrMost(_ other: Int64) -> Int64 {
        let (sum, isTooMuch) = addingReportingOverflow(other)
        guard !isTooMuch else { return other < 0 ? -Self.most : Self.most }
        return Swift.min(Self.most, Swift.max(-Self.most, sum))
    }

    private static let most: Int64 = 1 << 50
}
