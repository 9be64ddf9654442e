/// The memory twin of a health box, with the decision log that its closing goes into.
package actor MemoryHealthBox: HealthBox {
    private struct Box {
        var marks: [String: Bool] = [:]
        var sheets: Set<[UInt8]> = []
        var remains = HealthRemains()
    }

    private var boxes: [String: Box] = [:]
    private let log: any DecisionLog

    package init(log: any DecisionLog) { self.log = log }

    package func admit(_ marks: [String], to check: String) {
        for mark in marks where boxes[check]?.marks[mark] == nil { boxes[check, default: Box()].marks[mark] = false }
    }

    package func cast(_ sheet: [UInt8], mark: String, in check: String) throws {
        guard let isUsed = boxes[check]?.marks[mark] else { throw Refusal.unknownToken }
        guard !isUsed else { throw Refusal.usedToken }
        boxes[check]?.marks[mark] = true
        boxes[check]?.sheets.insert(sheet)
    }

    package func counts(of check: String) -> HealthCounts {
        HealthCounts(given: boxes[check]?.marks.count ?? 0, used: boxes[check]?.sheets.count ?? 0)
    }

    package func close(_ check: String, _ closing: @escaping @Sendable (HealthBallot) throws -> HealthClosing) async throws {
        let sheets = (boxes[check]?.sheets ?? []).sorted { $0.lexicographicallyPrecedes($1) }
        let closing = try closing(HealthBallot(given: boxes[check]?.marks.count ?? 0, sheets: sheets))
        try await log.take(closing.decision)
        boxes[check] = Box(remains: closing.remains)
    }

    package func remains(of check: String) -> HealthRemains { boxes[check]?.remains ?? HealthRemains() }
}

extension Refusal {
    package static let unknownToken = Refusal(
        "This token is not one of this health check. Look at it again; hone health tokens gives out more. Nothing was taken.")
    package static let usedToken = Refusal("This token was used: it has answered. Nothing was taken.")
}
