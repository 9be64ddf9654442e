import HoneStatistics
import Testing

struct DefectRemovalTests {
    /// L. Westfall, Defect Removal Effectiveness: 63, 60, 55 and 60 %, overall 88 %.
    @Test func `Westfall's matrix`() throws {
        let westfall = try #require(
            DefectRemoval(
                foundByOrigin: [[10, 0, 0], [3, 18, 0], [0, 4, 26], [2, 5, 8], [1, 2, 7]], firstPostReleasePhase: 4))
        let removed: [Double?] = [10 / 16.0, 21 / 35.0, 30 / 55.0, 15 / 25.0]
        #expect(westfall.byPhase == removed)
        #expect(westfall.overall == 38 / 43.0)
        #expect(westfall.escapeRate == 5 / 43.0)
        let contained: [Double?] = [10 / 16.0, 18 / 29.0, 26 / 41.0]
        #expect(westfall.phaseContainment == contained)
        #expect(isClose(westfall.overallInterval(level: 0.95)?.lower, 0.799, 0.5e-3))
        #expect(isClose(westfall.overallInterval(level: 0.95)?.upper, 0.936, 0.5e-3))
    }

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("dre"))
    func `oracle defect removal`(golden: OracleCase) throws {
        let rows = try golden.input("found_by_origin").list
        let matrix = try #require(rows).map { row in try #require(row.numbers).map { Int($0) } }
        let first = try golden.integer("first_post_release_phase")
        let removal = try #require(DefectRemoval(foundByOrigin: matrix, firstPostReleasePhase: first))
        let names = try golden.input("phases").list?.compactMap(\.text) ?? []
        for (field, values) in [("dre_by_phase", removal.byPhase), ("phase_containment", removal.phaseContainment)] {
            let phases = try golden.expected(field).object
            #expect(phases?.count == values.count)
            for (name, value) in zip(names, values) {
                let phase = try #require(phases?[name])
                #expect(golden.agrees(value, with: phase), "\(golden.id) \(field) \(name)")
            }
        }
        #expect(golden.agrees(removal.overall, with: try golden.expected("overall_dre")))
        #expect(golden.agrees(removal.escapeRate, with: try golden.expected("escape_rate")))
        let wilson = removal.overallInterval(level: 0.95)
        #expect(golden.agrees(wilson?.lower, wilson?.upper, with: try golden.expected("overall_wilson95")))
    }

    @Test func `nothing found is undefined, not perfect`() throws {
        let nothing = try #require(DefectRemoval(foundByOrigin: [[0], [0]], firstPostReleasePhase: 1))
        #expect(nothing.byPhase == [nil])
        #expect(nothing.phaseContainment == [nil])
        #expect(nothing.overall == nil)
        #expect(nothing.escapeRate == nil)
        #expect(nothing.overallInterval(level: 0.95) == nil)
        #expect(try #require(DefectRemoval(foundByOrigin: [], firstPostReleasePhase: 0)).overall == nil)
    }

    @Test func `one defect found by a user is an escape of everything`() throws {
        let escaped = try #require(DefectRemoval(foundByOrigin: [[0], [1]], firstPostReleasePhase: 1))
        #expect(escaped.byPhase == [0])
        #expect(escaped.overall == 0)
        #expect(escaped.escapeRate == 1)
    }

    @Test func `a matrix out of shape is refused`() {
        #expect(DefectRemoval(foundByOrigin: [[1], [1, 2]], firstPostReleasePhase: 1) == nil)
        #expect(DefectRemoval(foundByOrigin: [[1, 2]], firstPostReleasePhase: 1) == nil)
        #expect(DefectRemoval(foundByOrigin: [[-1]], firstPostReleasePhase: 1) == nil)
        #expect(DefectRemoval(foundByOrigin: [[1]], firstPostReleasePhase: 2) == nil)
        #expect(DefectRemoval(foundByOrigin: [[1]], firstPostReleasePhase: -1) == nil)
    }
}
