internal import HoneFacts

/// The order in which phases follow each other, and where the source's own names stand in it.
package struct PhaseOrder {
    /// Names of the phases, in order of time.
    package let names: [String]
    /// Phases from this one on are after the release.
    package let firstAfterRelease: Int
    private let places: [String: Int]

    /// The usual phases with the words that trackers and the Team Software Process have for them.
    static let usual: [(name: String, words: [String])] = [
        ("planning", ["plan", "before development", "management and miscellaneous", "launch and strategy", "strategy"]),
        ("requirements", ["reqts", "requirement", "system requirements", "reqts review", "reqts inspect", "requirements inspection"]),
        ("high-level design", ["hld", "architecture", "high level design", "hld review", "hld inspect"]),
        (
            "design",
            [
                "dld", "detailed design", "dld review", "dld inspect", "design review", "design inspect", "design inspection", "test devel",
                "unit test devel",
            ]
        ),
        ("code", ["coding", "implementation", "construction", "code review", "code inspect", "code inspection", "compile"]),
        ("unit test", ["ut", "developer test", "component test"]),
        ("test", ["testing", "qa"]),
        ("integration test", ["int test", "integration", "build and integration test", "build and integration"]),
        ("system test", ["sys test", "verification"]),
        ("acceptance test", ["uat", "accept test", "acceptance", "validation"]),
        (
            "after release",
            [
                "field", "production", "operation", "operations", "maintenance", "product life", "after development", "post-release",
                "release", "user", "customer",
            ]
        ),
    ]

    /// - Parameter phases: as somebody ordered them; those whose usual name stands for after the release are so. Empty is the usual order.
    package init(_ phases: [String]) {
        let after = Self.usual.last.map { Set($0.words + [$0.name]) } ?? []
        let ordered = phases.isEmpty ? Self.usual : phases.map { ($0, []) }
        names = ordered.map(\.name)
        firstAfterRelease = names.firstIndex { after.contains(Self.spelled($0)) } ?? names.count
        var places: [String: Int] = [:]
        for (place, phase) in ordered.enumerated() {
            for word in [phase.name] + phase.words where places[Self.spelled(word)] == nil { places[Self.spelled(word)] = place }
        }
        self.places = places
    }

    /// Whether any phase is after the release; without one no phase can tell that a defect was found there.
    package var hasAfterRelease: Bool { firstAfterRelease < names.count }

    /// The place of a source's own name; nil where the order does not have it.
    package func place(of phase: String) -> Int? { places[Self.spelled(phase)] }

    private static func spelled(_ phase: String) -> String {
        phase.lowercased().split { $0 == " " || $0 == "_" }.joined(separator: " ")
    }
}
