import Testing

@Suite(.enabled(if: OracleCase.isPresent, OracleCase.absence))
struct OracleTests {
    @Test(arguments: [
        ("quantiles", 7), ("summary", 6), ("proportion", 15), ("poisson_rate", 7), ("dre", 2), ("labour_per_fix", 3),
        ("capacity_share", 3), ("bootstrap_bca", 8), ("permutation", 2), ("monte_carlo", 6),
    ])
    func `every case of a kind is read`(kind: String, count: Int) {
        #expect(OracleCase.all(kind).count == count)
    }
}
