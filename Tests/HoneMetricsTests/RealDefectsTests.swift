import Foundation
import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

/// Recorded defects against scripts/verify/defect-phases and scripts/verify/nasa-mdp, which are written apart from the product.
@Suite(.enabled(if: SharedFiles.haveDefects, "the defects do not lie in ../shared/data/real"))
struct RealDefectsTests {
    /// Fields by name; no field of these files holds a line break.
    static func table(_ path: String) throws -> [[String: String]] {
        let text = String(decoding: try GitLogFile.unpacked(SharedFiles.real.appendingPathComponent(path)), as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline).map { line -> [String] in
            var fields = [""]
            var isQuoted = false
            for character in line {
                if character == "\"" {
                    isQuoted.toggle()
                } else if character == ",", !isQuoted {
                    fields.append("")
                } else {
                    fields[fields.count - 1].append(character)
                }
            }
            return fields
        }
        let header = try #require(lines.first)
        return lines.dropFirst().map { fields in
            Dictionary(uniqueKeysWithValues: header.enumerated().map { ($1, $0 < fields.count ? fields[$0] : "") })
        }
    }

    static func observation(_ metric: any Metric, _ facts: FactTables) throws -> Observation {
        let window = Window(from: try #require(CalendarDay(iso: "1990-01-01")), to: try #require(CalendarDay(iso: "2030-01-01")))
        let now = try #require(Instant(iso: "2030-01-01T00:00:00Z")).seconds
        let histories = fold(facts, Interpretation(), now: now)
        return observe(metric, histories, MeasureContext(interpretation: Interpretation(), window: window, now: now))
    }

    @Test func `phases of fifteen thousand defects find what a second program counts`() throws {
        var items = FactBatch(.item, origin: "cesaw")
        for (number, row) in try Self.table("teams/cesaw/cesaw-defects-open-projects.csv.gz").enumerated() {
            let date = (row["defect_found_date"] ?? "").split(separator: " ")[0].split(separator: "/").compactMap { Int($0) }
            let iso = "\(date[2])-\(date[0] < 10 ? "0" : "")\(date[0])-\(date[1] < 10 ? "0" : "")\(date[1])"
            items.append(
                id: "\(number)", integers: ["requested_at": try #require(Instant(iso: iso)).rawValue],
                texts: [
                    "key": "\(number)", "type": "bug", "shape": "dates", "injected_phase": row["injected_phase_name"] ?? "",
                    "found_phase": row["removed_phase_name"] ?? "",
                ])
        }
        let facts = FactTables([.item: [items]])
        let removal = try Self.observation(DefectRemovalByPhase(), facts)
        #expect(removal.n == 14_902 && removal.excluded == ["phase-not-in-the-order": 241, "found-before-its-phase": 41])
        #expect(removal.numerator == 14_419)
        func told(_ part: Observation.Part) -> String {
            "\(part.name) \(Int(part.observation.numerator ?? -1)) of \(part.observation.n)"
        }
        #expect(
            removal.parts.map(told) == [
                "planning 14 of 335", "requirements 808 of 1173", "high-level design 133 of 513", "design 3574 of 5691",
                "code 7100 of 10227", "test 1647 of 3193", "integration test 629 of 1618", "system test 455 of 995",
                "acceptance test 59 of 540",
            ])
        let contained = try Self.observation(PhaseContainment(), facts)
        #expect(contained.numerator == 10_642 && contained.n == 14_902)
        #expect(
            contained.parts.map(told) == [
                "from planning 14 of 335", "from requirements 802 of 852", "from high-level design 128 of 148",
                "from design 3530 of 5311", "from code 6089 of 8110", "from test 43 of 66", "from integration test 33 of 72",
                "from system test 1 of 6", "from after release 2 of 2",
            ])
    }

    struct Project: Sendable, CustomTestStringConvertible {
        let name: String
        let closed: Int
        let excluded: [String: Int]
        let days: [Double]
        let hours: (n: Int, median: Double, mean: Double)?
        let foundBefore: (count: Double, of: Int)?
        var testDescription: String { name }
    }

    static let projects: [Project] = [
        Project(
            name: "KC3", closed: 64, excluded: [:], days: [86, 210, 280], hours: (64, 19.5, 24.7609375), foundBefore: (35, 92)),
        Project(
            name: "KC4", closed: 93, excluded: [:], days: [75, 155, 449], hours: (93, 4, 12.311827957), foundBefore: (84, 103)),
        Project(name: "PC4", closed: 951, excluded: ["ends-before-start": 2], days: [93, 288, 484], hours: nil, foundBefore: nil),
        Project(
            name: "CM1", closed: 117, excluded: ["ends-before-start": 1], days: [95, 1361, 2011], hours: (24, 1, 6.25625),
            foundBefore: nil),
    ]

    static func facts(of name: String) throws -> FactTables {
        let months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
        var opened: [String: Int64] = [:]
        var closed: [String: Int64] = [:]
        for row in try table("defects/nasa-mdp/\(name)_dynamic_defect_data.csv") {
            let parts = (row["ENTRY_DATE"] ?? "").split { $0 == "-" || $0 == " " }
            guard parts.count > 2, let month = months.firstIndex(of: String(parts[1]).uppercased()) else { continue }
            let iso = "\(parts[2])-\(month < 9 ? "0" : "")\(month + 1)-\(parts[0])"
            let at = try #require(Instant(iso: iso)).rawValue
            if row["ENTRY_TYPE"] == "OPENED" { opened[row["DEFECT_ID"] ?? ""] = at }
            if row["ENTRY_TYPE"] == "CLOSED" { closed[row["DEFECT_ID"] ?? ""] = at }
        }
        var items = FactBatch(.item, origin: name)
        for row in try table("defects/nasa-mdp/\(name)_static_defect_data.csv") {
            let id = row["DEFECT_ID"] ?? ""
            let how = row["HOW_FOUND"] ?? ""
            var integers = ["requested_at": opened[id] ?? Instant.missing, "finished_at": closed[id] ?? Instant.missing]
            if let hours = Double(row["FIX_HOURS"] ?? "") { integers["logged_seconds"] = Int64((hours * 3600).rounded()) }
            items.append(
                id: id, integers: integers,
                texts: [
                    "key": id, "type": "bug", "shape": "dates",
                    "found": how.isEmpty ? "" : how == "Customer Use" ? "after" : "before",
                ])
        }
        return FactTables([.item: [items]])
    }

    @Test(arguments: projects)
    func `defects of a project find what a second program counts`(project: Project) throws {
        let facts = try Self.facts(of: project.name)
        let span = try Self.observation(BugFixTime(), facts)
        #expect(span.eligible == project.closed && span.excluded == project.excluded)
        #expect([span.percentiles?.p50, span.percentiles?.p85, span.percentiles?.p95] == project.days)
        let labour = try Self.observation(LabourPerBugFix(), facts)
        if let hours = project.hours {
            #expect(labour.n == hours.n && labour.value == hours.median && abs((labour.mean ?? .nan) - hours.mean) < 1e-4)
        } else {
            #expect(!labour.isAvailable)
        }
        let removal = try Self.observation(DefectRemovalEffectiveness(), facts)
        if let found = project.foundBefore {
            #expect(removal.numerator == found.count && removal.n == found.of)
        } else {
            #expect(!removal.isAvailable)
        }
        #expect(try !Self.observation(EscapedDefectsPerRelease(), facts).isAvailable)
    }
}

/// Recorded histories against scripts/verify/rework.
@Suite(.enabled(if: GitLogFile.arePresent, "the git logs do not lie in ../shared/data/real/projects"))
struct ReworkRealFilesTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let project: String
        let reworked: Double
        let changed: Double
        let n: Int
        let excluded: [String: Int]
        var testDescription: String { project }
    }

    static let cases = [
        Case(
            project: "secp256k1", reworked: 64_011, changed: 335_256, n: 5135,
            excluded: ["by-a-program-or-nobody-known": 5, "generated-or-vendored": 8]),
        Case(
            project: "titanium-aloy", reworked: 170_539, changed: 782_234, n: 18_349,
            excluded: ["by-a-program-or-nobody-known": 45, "generated-or-vendored": 439, "lines-not-counted": 3676]),
        Case(
            project: "titanium-daemon", reworked: 46_823, changed: 278_364, n: 11_474,
            excluded: ["generated-or-vendored": 1230, "lines-not-counted": 32]),
        Case(project: "ietf-mls-protocol", reworked: 13_089, changed: 63_460, n: 947, excluded: ["generated-or-vendored": 4]),
    ]

    @Test(arguments: cases)
    func `lines reworked are those that a second program ages one by one`(expected: Case) throws {
        let log = try GitLogFile(GitLogFile.folder.appendingPathComponent("\(expected.project)/git-log-numstat.tsv.gz"))
        let window = Window(from: try #require(CalendarDay(iso: "1990-01-01")), to: try #require(CalendarDay(iso: "2027-01-01")))
        let now = try #require(Instant(iso: "2027-06-01T00:00:00Z")).seconds
        let histories = fold(log.tables, Interpretation(), now: now)
        let context = MeasureContext(interpretation: Interpretation(), window: window, now: now)
        let shown = observe(Rework(), histories, context)
        #expect(shown.numerator == expected.reworked)
        #expect(shown.denominator == expected.changed)
        #expect(shown.n == expected.n)
        #expect(shown.excluded == expected.excluded)
        let interval = try #require(shown.interval)
        #expect(interval.lower < interval.upper)
    }
}
