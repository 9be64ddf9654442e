import Foundation

/// The minutes the whole run may take.
final class Budget {
    private let begun = ContinuousClock.now
    private let mostSeconds: Double

    init(isFull: Bool) {
        mostSeconds = isFull ? 6 * 3_600 : 570
    }

    var secondsLeft: Double {
        let passed = (ContinuousClock.now - begun).components
        return mostSeconds - Double(passed.seconds) - Double(passed.attoseconds) * 1e-18
    }

    /// What one command may take.
    var commandSeconds: Double { max(1, min(secondsLeft, 1_800)) }

    /// Stops work that would begin too late.
    func check() throws {
        if secondsLeft < 15 { throw Missing(reason: "the ten minutes were over; run it alone with --only, or bench --full") }
    }
}
