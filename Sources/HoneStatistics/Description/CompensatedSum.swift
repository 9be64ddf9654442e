/// A running sum that carries its rounding error along, so that ten million small terms do not fade.
///
/// Source: A. Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen,
/// doi:10.1002/zamm.19740540106.
struct CompensatedSum {
    private var sum = 0.0
    private var lost = 0.0

    var value: Double { sum + lost }

    mutating func add(_ term: Double) {
        let next = sum + term
        lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
        sum = next
    }
}

extension Sequence where Element == Double {
    /// The compensated sum of all elements; 0 for none.
    var compensatedSum: Double {
        reduce(into: CompensatedSum()) { $0.add($1) }.value
    }
}
