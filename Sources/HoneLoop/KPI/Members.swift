/// The two sides that a KPI needs: those who say what the product is for, and those who build it.
package enum Side: String, CaseIterable, Sendable, Comparable {
    case product, engineering

    /// The side of a role, in the words of a product; nil for a role on neither, such as a manager or a coach.
    package init?(role: String, of product: Product? = nil) {
        guard let side = Role.side(role, of: product) else { return nil }
        self = side
    }

    package static func < (left: Side, right: Side) -> Bool { left.rawValue < right.rawValue }
}

/// Who may agree: holders of tokens, of whom only a mark and a side are known. Nobody has a name here.
package struct Members: Sendable, Equatable {
    package struct Member: Sendable, Equatable {
        /// The hash of a token.
        package let mark: String
        package let role: String
        package let side: Side
        package let joinedAt: Int64
    }

    package private(set) var all: [Member] = []

    package init() {}

    /// - Returns: whether the decision fits: a token joins once, and leaves once.
    mutating func take(_ decision: Decision) -> Bool {
        let place = all.firstIndex { $0.mark == decision.subject }
        if decision.verb == .leave, let place {
            all.remove(at: place)
            return true
        }
        guard decision.verb == .join, place == nil, !decision.subject.isEmpty,
            let side = decision.details["side"].flatMap(Side.init(rawValue:))
        else { return false }
        all.append(Member(mark: decision.subject, role: decision.role, side: side, joinedAt: decision.decidedAt))
        return true
    }

    package func member(_ mark: String) -> Member? { all.first { $0.mark == mark } }
    package func count(_ side: Side) -> Int { all.count { $0.side == side } }
    /// What gives out a token, but for the role of who gets it.
    package static let tokenCommand = "hone kpi token --role"

    /// How tokens are given out, in a sentence.
    /// - Parameter side: that of somebody who lacks one; nil where nobody said.
    package static func howToGiveOut(_ side: Side? = nil) -> String {
        let commands = (side.map { [$0] } ?? Side.allCases).map { "\(tokenCommand) \($0.rawValue)" }.joined(separator: " or ")
        return "A token for each member of the product and the engineering side comes from \(commands)"
    }

    package var sides: [Side] { Side.allCases.filter { count($0) > 0 } }
    package var isSolo: Bool { all.count == 1 }
    package var lastJoinedAt: Int64? { all.map(\.joinedAt).max() }
}
