/// What stands under a heading: agreed actions, or what was said in the room.
enum RetroSection {
    case actions, room, other

    init(heading: String) {
        let words = NameWord.words(in: heading)
        let text = " " + words.joined(separator: " ") + " "
        func has(_ phrases: [String]) -> Bool { phrases.contains { text.contains(" \($0) ") } }
        if has(Self.actionPhrases) {
            self = .actions
        } else if words.count <= 6, has(Self.roomPhrases) {
            self = .room
        } else {
            self = has(Self.improvementWords) ? .actions : .other
        }
    }

    private static let actionPhrases = [
        "action", "actions", "actionable", "actionables", "to do", "to dos", "todo", "todos", "next step", "next steps", "follow up",
        "follow ups", "commitments", "experiments", "massnahmen", "massnahme", "aktionen", "aufgaben", "nachste schritte", "acties",
        "acciones", "prochaines etapes",
    ]
    private static let roomPhrases = [
        "well", "good", "bad", "badly", "wrong", "not well", "better", "improve", "needs improvement", "for improvement", "start", "stop",
        "continue", "keep", "more", "less", "drop", "add", "mad", "sad", "glad", "liked", "learned", "learnt", "lacked", "longed", "kudos",
        "thanks", "appreciation", "appreciations", "feelings", "mood", "happiness", "puzzles", "questions", "plus", "pluses", "delta",
        "deltas", "positive", "positives", "negative", "negatives", "problems", "wind", "anchors", "rocks", "feedback", "highlights",
        "lowlights", "gut", "schlecht", "lief", "besser", "verbessern", "beibehalten", "stimmung", "danke",
    ]
    private static let improvementWords = ["improvement", "improvements", "measures", "verbesserungen", "verbesserung"]

    /// Whether a heading names a retrospective, with or without a day.
    static func isCeremony(_ heading: String) -> Bool {
        NameWord.words(in: heading).contains {
            $0.hasPrefix("retro") || ["kaizen", "retrospektive", "sprint", "iteration"].contains($0)
        }
    }
}
