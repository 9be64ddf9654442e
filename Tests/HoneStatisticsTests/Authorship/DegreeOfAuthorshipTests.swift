import Testing

@testable import HoneStatistics

@Suite struct DegreeOfAuthorshipTests {
    @Test func `the degree is the published linear model`() {
        #expect(abs(DegreeOfAuthorship.degree(isFirst: true, own: 0, others: 0) - 4.391) < 1e-12)
        #expect(abs(DegreeOfAuthorship.degree(isFirst: false, own: 5, others: 0) - 4.113) < 1e-12)
        // ln 6 = 1.791759469228055
        #expect(abs(DegreeOfAuthorship.degree(isFirst: true, own: 2, others: 5) - (4.719 - 0.321 * 1.791759469228055)) < 1e-12)
    }

    @Test func `an author has more than three quarters of the highest degree, and enough of it or the first line`() {
        #expect(DegreeOfAuthorship.isAuthor(3.293, highest: 4.3, isFirst: false))
        #expect(!DegreeOfAuthorship.isAuthor(3.292, highest: 4.3, isFirst: false))
        #expect(DegreeOfAuthorship.isAuthor(3.0, highest: 3.5, isFirst: true))
        #expect(!DegreeOfAuthorship.isAuthor(3.3, highest: 4.4, isFirst: true))
        #expect(!DegreeOfAuthorship.isAuthor(-1, highest: -1, isFirst: true))
    }
}
