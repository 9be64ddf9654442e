/// What a piece of work is for. `refactoring`, `legacyBug`, `process` and `tool` are improvement work.
package enum WorkKind: String, CaseIterable, Sendable, Comparable {
    case feature
    case bug
    case refactoring
    case legacyBug = "legacy-bug"
    case process
    case tool
    case other
    /// No rule fits. Always shown, never spread over the others.
    case unclassified

    package var isImprovement: Bool {
        switch self {
        case .refactoring, .legacyBug, .process, .tool: true
        case .feature, .bug, .other, .unclassified: false
        }
    }

    package var isBug: Bool { self == .bug || self == .legacyBug }

    package static func < (left: WorkKind, right: WorkKind) -> Bool { left.place < right.place }

    /// Its place in `allCases`.
    package var place: Int {
        switch self {
        case .feature: 0
        case .bug: 1
        case .refactoring: 2
        case .legacyBug: 3
        case .process: 4
        case .tool: 5
        case .other: 6
        case .unclassified: 7
        }
    }
}

/// One rule that gives a work item its kind. Every condition that is set must hold; the first rule that fits wins.
package struct WorkKindRule: Sendable, Equatable {
    package let kind: WorkKind
    /// The source's own types, in lower case.
    package let types: Set<String>
    /// In lower case.
    package let labels: Set<String>
    /// Patterns over the whole title, in lower case.
    package let titles: [GlobPattern]
    /// Patterns over paths: every file that the item's commits changed must fit one of them.
    package let paths: [GlobPattern]

    package init(kind: WorkKind, types: [String] = [], labels: [String] = [], titles: [String] = [], paths: [String] = []) {
        self.kind = kind
        self.types = Set(types.map { $0.lowercased() })
        self.labels = Set(labels.map { $0.lowercased() })
        self.titles = titles.map { GlobPattern($0.lowercased()) }
        self.paths = paths.map(GlobPattern.init)
    }

    /// - Parameter changed: files changed by the commits that name the item's key; empty where none does.
    package func fits(type: String, labels itemLabels: [String], title: String, changed: [String] = []) -> Bool {
        if !types.isEmpty, !types.contains(type.lowercased()) { return false }
        if !labels.isEmpty, !itemLabels.contains(where: { labels.contains($0.lowercased()) }) { return false }
        if !titles.isEmpty {
            let title = title.lowercased()
            if !titles.contains(where: { $0.matches(title) }) { return false }
        }
        if !paths.isEmpty {
            if changed.isEmpty { return false }
            if !changed.allSatisfy({ path in paths.contains { $0.matches(path) } }) { return false }
        }
        return !(types.isEmpty && labels.isEmpty && titles.isEmpty && paths.isEmpty)
    }
}
