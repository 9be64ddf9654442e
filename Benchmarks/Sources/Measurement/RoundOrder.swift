/// The order in which rivals run: A B, then B A, so that a drift of the machine hits both alike.
package enum RoundOrder {
    /// Positions of the subjects in one round, counted from 0: every second round runs backwards.
    package static func positions(of subjects: Int, round: Int) -> [Int] {
        let forwards = Array(0..<subjects)
        return round.isMultiple(of: 2) ? forwards : forwards.reversed()
    }

    /// How many rounds a work deserves whose slowest run took this long.
    package static func rounds(slowestRunSeconds: Double) -> Int {
        slowestRunSeconds < 5 ? 5 : 3
    }
}
