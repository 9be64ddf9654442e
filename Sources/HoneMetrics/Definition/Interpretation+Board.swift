package import HoneFacts

extension Interpretation {
    /// The board that worked examples are written for.
    package static let board = Interpretation(
        stages: StageMap(
            [
                Stage(name: "Backlog", kind: .backlog), Stage(name: "Ready", kind: .wait), Stage(name: "Doing", kind: .active),
                Stage(name: "Review queue", kind: .wait), Stage(name: "Review", kind: .active), Stage(name: "Done", kind: .done),
                Stage(name: "Cancelled", kind: .cancelled),
            ], commitment: "Ready"))
}
