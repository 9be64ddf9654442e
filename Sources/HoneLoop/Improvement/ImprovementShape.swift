package import HoneFacts

/// What an improvement is about, said before anybody promises it.
package struct ImprovementShape: Sendable, Equatable {
    package enum Scope: String, Sendable, CaseIterable {
        case technical, organisational
    }

    /// Where its time comes from. Inside the reserve the team asks nobody; outside it a brief asks for an answer.
    package enum Funding: String, Sendable, CaseIterable {
        case reserve, brief
        case phaseBudget = "phase-budget"
        case product
    }

    /// Refactoring, legacy bug, process, tool or other; nil for a product experiment.
    package var kind: WorkKind?
    package var scope: Scope
    /// The stage of the product's way from idea to product that it touches; empty for all of them.
    package var stage: String
    /// What hurts now, in a sentence; may be empty.
    package var hurts: String
    /// Id of the decision that added the goal it serves; empty where it serves none.
    package var goal: String
    package var funding: Funding
    /// What it is thought to take, in hours of work.
    package var costHours: Double?
    /// Path globs of the code whose interest it would pay off; empty for anything but technical debt.
    package var area: String

    package init(
        kind: WorkKind?, scope: Scope = .technical, stage: String = "", hurts: String = "", goal: String = "", funding: Funding = .reserve,
        costHours: Double? = nil, area: String = ""
    ) {
        (self.kind, self.scope, self.stage, self.hurts) = (kind, scope, stage, hurts)
        (self.goal, self.funding, self.costHours, self.area) = (goal, funding, costHours, area)
    }

    /// Whether it is a bet on the product: what persevere, pivot and stop are said of.
    package var isExperiment: Bool { kind == nil }

    /// Whether it is in the debt register while nobody has promised it.
    package var isDebt: Bool { kind == .refactoring || kind == .legacyBug }
}

extension ImprovementShape {
    /// How a decision names the kind of a product experiment.
    static let experiment = "product-experiment"

    /// Hours of work that somebody may think or say an improvement takes.
    package static let costs = 0.0...1_000_000

    /// What a decision says of its hours; nil where it says nothing that can be.
    static func cost(_ details: [String: String]) -> Double? {
        details["cost-hours"].flatMap(Double.init).flatMap { costs.contains($0) ? $0 : nil }
    }

    package var details: [String: String] {
        var details = ["kind": kind?.rawValue ?? Self.experiment, "scope": scope.rawValue, "funding": funding.rawValue]
        for (name, text) in [("stage", stage), ("hurts", hurts), ("goal", goal), ("area", area)] where !text.isEmpty {
            details[name] = text
        }
        if let costHours { details["cost-hours"] = "\(costHours)" }
        return details
    }

    /// Nil where a word is none of ours.
    package init?(_ details: [String: String]) {
        guard let named = details["kind"], let scope = details["scope"].flatMap(Scope.init(rawValue:)),
            let funding = details["funding"].flatMap(Funding.init(rawValue:))
        else { return nil }
        let kind = WorkKind(rawValue: named)
        guard kind != nil || named == Self.experiment else { return nil }
        let cost = Self.cost(details)
        guard (cost == nil) == (details["cost-hours"] == nil) else { return nil }
        self.init(
            kind: kind, scope: scope, stage: details["stage"] ?? "", hurts: details["hurts"] ?? "", goal: details["goal"] ?? "",
            funding: funding, costHours: cost, area: details["area"] ?? "")
    }
}
