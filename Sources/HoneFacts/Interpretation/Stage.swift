/// A step on the way from idea to working product, left to right, with the tracker's statuses that mean it.
package struct Stage: Sendable, Equatable {
    package enum Kind: String, CaseIterable, Sendable {
        /// Not yet promised.
        case backlog
        /// Promised, and nobody works on it.
        case wait
        /// Being worked on.
        case active
        case done
        case cancelled
    }

    /// Which part of the loop it belongs to.
    package enum Group: String, CaseIterable, Sendable {
        case idea, prototype, product
    }

    package var name: String
    package var kind: Kind
    package var group: Group
    /// The source's own names, compared without case. The stage's own name always counts.
    package var statuses: [String]

    package init(name: String, kind: Kind, group: Group? = nil, statuses: [String] = []) {
        self.name = name
        self.kind = kind
        self.group = group ?? (kind == .backlog ? .idea : kind == .done ? .product : .prototype)
        self.statuses = statuses
    }
}

/// The stages of a product and which of them is the promise to start.
package struct StageMap: Sendable, Equatable {
    package let stages: [Stage]
    /// Index of the commitment stage; everything at or right of it is started work.
    package let commitment: Int
    private let codes: [String: Int]

    /// - Parameter commitment: the stage's name; nil or unknown means the first stage that waits or is active.
    package init(_ stages: [Stage], commitment name: String? = nil) {
        self.stages = stages
        let named = name.flatMap { name in stages.firstIndex { $0.name.lowercased() == name.lowercased() } }
        commitment = named ?? stages.firstIndex { $0.kind == .wait || $0.kind == .active } ?? stages.count
        var codes: [String: Int] = [:]
        for (code, stage) in stages.enumerated() {
            for status in stage.statuses + [stage.name] where codes[status.lowercased()] == nil { codes[status.lowercased()] = code }
        }
        self.codes = codes
    }

    package func code(ofStatus status: String) -> Int? { codes[status.lowercased()] }

    /// Whether a wait stage stands right of the commitment, so that waiting can be told from work.
    package var hasWaitStage: Bool { stages.indices.contains { $0 >= commitment && stages[$0].kind == .wait } }
}
