import HoneStatistics
import Testing

struct MultipleTestingTests {
    /// Y. Benjamini and Y. Hochberg (1995), section 3.2: fifteen p-values, of which their procedure rejects 4 at 0.05,
    /// Bonferroni's 3.
    let published = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.000,
    ]

    @Test func `Benjamini and Hochberg's own example`() throws {
        #expect(try #require(MultipleTesting.benjaminiHochberg(published)).count { $0 <= 0.05 } == 4)
        #expect(try #require(MultipleTesting.holm(published)).count { $0 <= 0.05 } == 3)
        #expect(try #require(MultipleTesting.bonferroni(published)).count { $0 <= 0.05 } == 3)
    }

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("multiple_testing"))
    func `oracle adjusted values`(golden: OracleCase) throws {
        let values = try #require(golden.fields["input"]?.numbers)
        for (name, adjust) in Self.methods {
            let adjusted = try #require(adjust(values))
            let expected = try #require(golden.expected(name).list)
            #expect(adjusted.count == expected.count)
            #expect(zip(adjusted, expected).allSatisfy { golden.agrees($0, with: $1) }, "\(golden.id) \(name)")
        }
        #expect(golden.fields["expected"]?.object?.count == Self.methods.count)
    }

    static let methods: [(name: String, adjust: @Sendable ([Double]) -> [Double]?)] = [
        ("bonferroni", { MultipleTesting.bonferroni($0) }), ("holm", { MultipleTesting.holm($0) }),
        ("fdr_bh", { MultipleTesting.benjaminiHochberg($0) }),
    ]

    @Test(arguments: UInt64(1)...20)
    func `the order of the tests does not matter and is kept`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let values = (0..<12).map { _ in generator.unit() * generator.unit() * generator.unit() }
        let shuffle = values.indices.shuffled(using: &generator)
        for (name, adjust) in Self.methods {
            let adjusted = try #require(adjust(values))
            let shuffled = try #require(adjust(shuffle.map { values[$0] }))
            #expect(shuffled == shuffle.map { adjusted[$0] }, "\(name)")
            for (i, value) in values.enumerated() {
                #expect(value <= adjusted[i] && adjusted[i] <= 1)
                for (j, other) in values.enumerated() where value <= other { #expect(adjusted[i] <= adjusted[j], "\(name)") }
            }
        }
    }

    /// Holm's steps said in words: the smallest that fails stops all that follow.
    @Test(arguments: UInt64(1)...20)
    func `the adjusted values decide as the step procedures do`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let values = (0..<8).map { _ in generator.unit() * 0.1 }.sorted()
        let holm = try #require(MultipleTesting.holm(values))
        let hochberg = try #require(MultipleTesting.benjaminiHochberg(values))
        let rejected = values.enumerated().prefix { $0.element * Double(8 - $0.offset) <= 0.05 }.count
        #expect(holm.count { $0 <= 0.05 } == rejected)
        let last = values.indices.last { values[$0] * 8 / Double($0 + 1) <= 0.05 }
        #expect(hochberg.count { $0 <= 0.05 } == (last.map { $0 + 1 } ?? 0))
    }

    @Test func `one test is not adjusted, none stays none`() {
        for (_, adjust) in Self.methods {
            #expect(adjust([0.03]) == [0.03])
            #expect(adjust([]) == [])
            #expect(adjust([0.1, 1.1]) == nil)
            #expect(adjust([-0.1]) == nil)
            #expect(adjust([.nan]) == nil)
        }
    }
}
