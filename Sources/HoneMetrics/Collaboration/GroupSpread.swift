internal import HoneFacts
internal import HoneStatistics

/// How unequally work is spread over a group of people.
///
/// It cannot be made for fewer people than the smallest group, and it keeps no more of them than how many they are.
struct GroupSpread {
    let size: Int
    /// Gini's coefficient corrected for the number of people: 0 when all hold the same, 1 when one holds everything.
    let gini: Double
    let giniInterval: Interval?
    /// Of the one who holds most.
    let shareOfLargest: Double
    /// How few hold half of everything.
    let fewestWithHalf: Int

    /// Nil for fewer than the smallest group, and where nothing is held.
    ///
    /// - Parameters:
    ///   - pieces: the holders of each piece of work, as codes; a person may hold one twice.
    ///   - group: all that could have held some.
    /// - Complexity: O(pieces + people x kinds of pieces).
    init?(_ pieces: [ArraySlice<Int>], of group: Set<Int>, _ interpretation: Interpretation) {
        guard group.count >= max(Interpretation.fewestPeople, interpretation.smallestGroup) else { return nil }
        let place = Dictionary(uniqueKeysWithValues: group.sorted().enumerated().map { ($1, $0) })
        var held = [Double](repeating: 0, count: group.count)
        for piece in pieces { for person in piece { if let place = place[person] { held[place] += 1 } } }
        guard let spread = Gini(held), let gini = spread.unbiased, let largest = held.max(), largest > 0 else { return nil }
        size = group.count
        self.gini = gini
        let total = held.reduce(0, +)
        shareOfLargest = largest / total
        fewestWithHalf = Int(CodeHotspots.filesWithHalf(of: held) ?? 0)
        giniInterval = Self.interval(gini, pieces.map { $0.compactMap { place[$0] } }, held)
    }

    /// Leaves out one piece at a time. Pieces whose holders hold as much leave the same behind.
    private static func interval(_ gini: Double, _ pieces: [[Int]], _ held: [Double]) -> Interval? {
        var kinds: [[Double]: (holders: [Int], count: Int)] = [:]
        for piece in pieces where !piece.isEmpty {
            let kind = Set(piece).sorted().map { held[$0] }.sorted() + [Double(piece.count)]
            kinds[kind, default: (piece, 0)].count += 1
        }
        let ordered = kinds.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
        let replicates = ordered.map { kind -> Double in
            var rest = held
            for person in kind.holders { rest[person] -= 1 }
            return Gini(rest)?.unbiased ?? .nan
        }
        guard
            var interval = Jackknife.interval(
                estimate: gini, replicates: replicates, counts: ordered.map(\.count), level: Observation.intervalLevel)
        else { return nil }
        interval.lower = max(0, interval.lower)
        interval.upper = min(1, interval.upper)
        return interval
    }
}
