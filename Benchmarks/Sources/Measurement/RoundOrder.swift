/// The order in which rivals run: A B, then B A, so that a drift of the machine hits both alike.
package enum RoundOrder {
    /// Positions of the subjects in one round, counted from 0: every second round runs backwards.
    package static func positions(of subjects: Int, round: Int) -> [Int] {
        let forwards = Array(0..<subjects)
        return round.isMultiple(of: 2) ? forwards : forwards.reversed()
    }

    /// How many rounds a work deserves: five where its slowest run took less than five seconds, else three; of short ones as many as go
    /// into twelve seconds, but not more than 25.
    /// - Parameter roundSeconds: what one round took, with all that is not timed.
    package static func rounds(slowestRunSeconds: Double, roundSeconds: Double) -> Int {
        guard slowestRunSeconds < 5 else { return 3 }
        return max(5, Int(min(25, 12 / max(0.1, roundSeconds))))
    }
}
