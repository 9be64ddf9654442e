import HoneFacts
import HoneStatistics

/// Days that items spend in progress, added up over a window: what Little's law speaks of. An item is in progress on the day it
/// begins, on the day it ends, and between.
struct FlowOverDays {
    enum Exit: String {
        case finished
        /// Cancelled, or back before the commitment.
        case unfinished = "left-unfinished"
        case open = "still-open"
    }

    private let window: Window
    private(set) var inProgressDays = 0
    private(set) var finishedCount = 0
    private(set) var cycleDays = 0
    /// Days in the window of items that have no cycle time yet, or never get one.
    private(set) var openDays = 0
    private(set) var unfinishedDays = 0
    /// Days before the window of items that finished in it.
    private(set) var daysBefore = 0
    private(set) var arrivals: CadenceCounts?
    private(set) var departures: CadenceCounts?
    /// Items more than on the day before, and the numbers of the days they began on, by day of the window.
    private var counts: [Int]
    private var starts: [Int]

    init(_ window: Window, _ interpretation: Interpretation) {
        self.window = window
        (arrivals, departures) = (CadenceCounts(window, interpretation), CadenceCounts(window, interpretation))
        counts = [Int](repeating: 0, count: max(0, window.length) + 1)
        starts = counts
    }

    /// - Parameters:
    ///   - last: the day it left on; not looked at where it is open.
    /// - Returns: its days in the window less its cycle time, where it finished in it: what it adds to the residual.
    mutating func add(from first: CalendarDay, _ last: CalendarDay, _ exit: Exit) -> Int {
        let end = exit == .open ? window.to : last + 1
        let (from, to) = (max(first, window.from), min(end, window.to))
        guard from < to else { return 0 }
        let days = to - from
        inProgressDays += days
        arrivals?.add(first)
        if exit != .open { departures?.add(last) }
        // What ends on a day is no longer in progress at the end of it.
        let offset = from - window.from
        let until = exit == .open ? window.length : min(last, window.to) - window.from
        if offset < until {
            counts[offset] += 1
            counts[until] -= 1
            starts[offset] += first - window.from
            starts[until] -= first - window.from
        }
        switch exit {
        case .open: openDays += days
        case .unfinished: unfinishedDays += days
        case .finished:
            finishedCount += 1
            cycleDays += end - first
            daysBefore += max(0, window.from - first)
            return days - (end - first)
        }
        return days
    }

    func overDays(_ number: Int) -> Double? { window.length > 0 ? Double(number) / Double(window.length) : nil }

    var averageInProgress: Double? { overDays(inProgressDays) }
    var throughputPerWeek: Double? { overDays(finishedCount).map { $0 * 7 } }
    var averageCycleTime: Double? { finishedCount > 0 ? Double(cycleDays) / Double(finishedCount) : nil }

    /// Throughput times average cycle time is all cycle time over the days. Nil where nothing has finished: there is no average.
    var residual: Double? { finishedCount > 0 ? overDays(inProgressDays - cycleDays) : nil }

    /// Nil where too little happened to tell.
    var isStable: Bool? {
        guard window.length >= 7,
            let arrivals, let departures, let balance = arrivals.ratioInterval(over: departures, level: Observation.intervalLevel)
        else { return nil }
        guard balance.lower <= 1, 1 <= balance.upper else { return false }
        guard let trend = MannKendall(weeklyAges) else { return nil }
        return !(trend.score > 0 && trend.probability <= 0.05)
    }

    /// Average age at the end of every seventh day, where anything was in progress.
    private var weeklyAges: [Double] {
        var (count, start, ages) = (0, 0, [Double]())
        for day in 0..<max(0, window.length) {
            count += counts[day]
            start += starts[day]
            if day % 7 == 6, count > 0 { ages.append(Double(day + 1) - Double(start) / Double(count)) }
        }
        return ages
    }
}
