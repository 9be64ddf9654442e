/// What a Kalman filter for a ``LocalLevel`` does at each time, which depends on where values are and not on what they are.
struct LocalLevelGains: Sendable {
    /// The variance of the level at each time; `nil` before the first value.
    private(set) var variances: [Double?] = []

    /// The variance of what is new in a value; `nil` for a time without one and for the first value.
    private(set) var innovationVariances: [Double?] = []

    /// How much of what is new goes into the level.
    private var gains: [Double] = []

    /// What is known of the level at the first time.
    private let start: LevelStart

    init(_ isObserved: [Bool], model: LocalLevel, start: LevelStart = .unknown) {
        self.start = start
        var variance: Double?
        for (time, isObserved) in isObserved.enumerated() {
            let ahead = time == 0 ? start.variance : variance.map { $0 + model.levelVariance }
            guard isObserved else {
                variance = ahead
                append(nil, 0, variance)
                continue
            }
            guard let ahead else {
                // Nothing was known: the level is the value, as uncertain as its noise.
                variance = model.irregularVariance
                append(nil, 1, variance)
                continue
            }
            let total = ahead + model.irregularVariance
            variance = ahead * model.irregularVariance / total
            append(total, ahead / total, variance)
        }
    }

    private mutating func append(_ innovationVariance: Double?, _ gain: Double, _ variance: Double?) {
        innovationVariances.append(innovationVariance)
        gains.append(gain)
        variances.append(variance)
    }

    /// The filtered levels of a column seen at the same times, and what is new in each value; after an unknown start the first
    /// has nothing new.
    func levels(of column: [Double?]) -> (filtered: [Double?], innovations: [Double?]) {
        var level: Double? = start.variance == nil ? nil : 0
        var (filtered, innovations): ([Double?], [Double?]) = ([], [])
        for (value, gain) in zip(column, gains) {
            var innovation: Double?
            if let value, let known = level {
                innovation = value - known
                level = known + gain * (value - known)
            } else if let value {
                level = value
            }
            filtered.append(level)
            innovations.append(innovation)
        }
        return (filtered, innovations)
    }
}
