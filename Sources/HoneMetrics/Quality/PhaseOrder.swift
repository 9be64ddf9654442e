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

    /// The place of a source's own name; nil where the order does not have it.
    package func place(of phase: String) -> Int? { places[Self.spelled(phase)] }

    private static func spelled(_ phase: String) -> String {
        phase.lowercased().split { $0 == " " || $0 == "_" }.joined(separator: " ")
    }
}

/// A defect with the phase it came from and the phase that found it.
struct PhasedDefect {
    let item: Int
    let found: CalendarDay
    let foundPhase: Int
    let originPhase: Int
}

/// The defects of a product in the order of its phases, and why the others are not among them.
struct PhasedDefects {
    let order: PhaseOrder
    private(set) var defects: [PhasedDefect] = []
    private(set) var excluded: [(item: Int, day: CalendarDay, reason: String)] = []

    /// A defect that a source calls found after its release is so, whatever the name of the phase.
    init(_ items: ItemHistories, _ context: MeasureContext) {
        order = PhaseOrder(context.interpretation.phases)
        for item in context.selected(items) where items.kind[item].isBug && items.requestedAt[item] != Instant.missing {
            let day = context.day(items.requestedAt[item])
            let (found, origin) = (order.place(of: items.foundPhase[item]), order.place(of: items.injectedPhase[item]))
            if items.cancelledAt[item] != Instant.missing {
                excluded.append((item, day, MeasuredRows.cancelled))
            } else if items.foundPhase.isEmpty(item) || items.injectedPhase.isEmpty(item) {
                excluded.append((item, day, "no-phase"))
            } else if let found, let origin {
                let isAfter = items.found[item] == "after"
                let phase = isAfter ? max(found, min(order.firstAfterRelease, order.names.count - 1)) : found
                defects.append(PhasedDefect(item: item, found: day, foundPhase: phase, originPhase: origin))
            } else {
                excluded.append((item, day, "phase-not-in-the-order"))
            }
        }
    }

    static let unavailable =
        "No defect says which phase it came from and which found it. A CSV source maps them with the columns injectedPhase and foundPhase."
}
