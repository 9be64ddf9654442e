import Foundation

/// What this process took, with all its threads.
struct Spent {
    var cpuSeconds: Double
    var wallSeconds: Double
    /// The largest resident set so far.
    var peakMebibytes: Double

    private static let start = ContinuousClock.now

    static var sinceStart: Spent {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        let wall = (ContinuousClock.now - start).components
        return Spent(
            cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            wallSeconds: Double(wall.seconds) + Double(wall.attoseconds) / 1e18, peakMebibytes: Double(usage.ru_maxrss) / 1_024)
    }

    /// What came between the two; the peak is that of the whole process up to the later one.
    static func - (later: Spent, earlier: Spent) -> Spent {
        Spent(
            cpuSeconds: later.cpuSeconds - earlier.cpuSeconds, wallSeconds: later.wallSeconds - earlier.wallSeconds,
            peakMebibytes: later.peakMebibytes)
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }
}
