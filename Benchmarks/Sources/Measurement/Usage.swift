/// What a command took: its own and that of the children it waited for.
package struct Usage: Sendable, Equatable {
    /// User and system time.
    package var cpuSeconds: Double
    package var wallSeconds: Double
    /// The largest resident set of any one process.
    package var peakMebibytes: Double

    package init(cpuSeconds: Double, wallSeconds: Double, peakMebibytes: Double) {
        self.cpuSeconds = cpuSeconds
        self.wallSeconds = wallSeconds
        self.peakMebibytes = peakMebibytes
    }

    package static let none = Usage(cpuSeconds: 0, wallSeconds: 0, peakMebibytes: 0)

    /// One after the other: times add up, the peak is the higher one.
    package static func + (left: Usage, right: Usage) -> Usage {
        Usage(
            cpuSeconds: left.cpuSeconds + right.cpuSeconds, wallSeconds: left.wallSeconds + right.wallSeconds,
            peakMebibytes: max(left.peakMebibytes, right.peakMebibytes))
    }

    /// The median of each figure; nothing for no runs.
    package static func median(of runs: [Usage]) -> Usage? {
        guard let cpu = medianValue(of: runs.map(\.cpuSeconds)), let wall = medianValue(of: runs.map(\.wallSeconds)),
            let peak = medianValue(of: runs.map(\.peakMebibytes))
        else { return nil }
        return Usage(cpuSeconds: cpu, wallSeconds: wall, peakMebibytes: peak)
    }
}

/// The middle value, or the mean of the two middle ones; nothing for no values.
package func medianValue(of values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}
