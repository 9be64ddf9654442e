/// What the forecasts of past weeks would have said, and what came: "85 % forecasts came true in x of y weeks".
///
/// Every seven days, counted back from the end of the history, the exact forecast is made from the days before and compared
/// with the days after. A forecast at q that is right about how sure it is comes true in q of the weeks or, as counts are whole
/// numbers, somewhat more often. Weeks whose outcomes overlap (more than seven days ahead) are not independent: their intervals
/// are too narrow.
public struct ForecastBacktest: Sendable, Hashable {
    /// One past forecast, and what came.
    public struct Week: Sendable, Hashable {
        /// Days of the history that were known then.
        public let knownDays: Int
        /// What was said at each confidence: at least so many items, or within so many days.
        public let said: [Int]
        /// What came: items done, or days taken.
        public let came: Int
    }

    /// How the forecasts at one confidence did.
    public struct Score: Sendable, Hashable {
        /// How sure they were, strictly between 0 and 1.
        public let confidence: Double
        /// In how many weeks what was said came true.
        public let cameTrue: Int
        /// Of so many weeks, at least 1.
        public let weeks: Int
        /// The mean pinball loss of the quantile, in items or days; the smaller the better, among forecasts of the same weeks.
        ///
        /// Source: R. Koenker and G. Bassett (1978), Regression Quantiles, doi:10.2307/1913643; T. Gneiting and A. E. Raftery
        /// (2007), doi:10.1198/016214506000001437.
        public let pinballLoss: Double

        /// Wilson's interval of the share that came true.
        ///
        /// - Parameter level: strictly between 0 and 1, else `nil`.
        /// - Complexity: O(1).
        public func interval(level: Double) -> Interval? {
            Proportion.wilson(successes: cameTrue, of: weeks, level: level)
        }
    }

    /// The confidences that are scored unless told otherwise.
    public static let usualConfidences = [0.5, 0.7, 0.85, 0.95]

    /// The weeks that could be scored, the earliest first; at least one.
    public let weeks: [Week]
    /// Past weeks without a forecast, because too little had happened by then.
    public let refusedWeeks: Int
    /// One for each confidence, in the given order.
    public let scores: [Score]

    /// - Parameter isFloor: whether "at least so many" is said, else "within so many".
    init(weeks: [Week], refusedWeeks: Int, confidences: [Double], isFloor: Bool) {
        self.weeks = weeks
        self.refusedWeeks = refusedWeeks
        scores = confidences.indices.map { position in
            // "At least" with 85 % is the quantile at 15 %.
            let probability = isFloor ? 1 - confidences[position] : confidences[position]
            let losses = weeks.map { week in
                let beyond = Double(week.came - week.said[position])
                return max(probability * beyond, (probability - 1) * beyond)
            }
            return Score(
                confidence: confidences[position],
                cameTrue: weeks.count { isFloor ? $0.came >= $0.said[position] : $0.came <= $0.said[position] },
                weeks: weeks.count, pinballLoss: losses.compensatedSum / Double(weeks.count))
        }
    }
}
