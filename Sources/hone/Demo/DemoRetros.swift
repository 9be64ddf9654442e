import HoneFacts

/// The sample product's retrospectives as a team would write them down.
struct DemoRetros {
    let simulation: DemoSimulation

    private static let actions = [
        "Pair on the first review of the day", "Write down who answers sellers' questions", "Split the login module before it grows",
        "Ask for a second test environment", "Agree what ready means", "Delete tests nobody trusts", "One goal a sprint",
    ]

    private static let parts = ["checkout", "basket", "search", "invoices", "seller page"]

    var text: String {
        var lines = ["# Retrospectives of the sample shop (made up)", ""]
        for (index, start) in simulation.sprints.enumerated() where index % 5 != 3 {
            let heldAt = start + 11 * DemoSimulation.day
            guard heldAt <= simulation.now else { continue }
            lines += ["## Retro \(ZoneTable.utc.day(Instant(seconds: heldAt)))", "", "Sprint \(index + 1). We spoke about reviews.", ""]
            lines += ["### Actions", ""]
            for place in 0..<1 + index % 2 {
                let isDone = (index * 7 + place * 3) % 3 != 0 && index < simulation.sprints.count - 3
                lines.append(
                    "- [\(isDone ? "x" : " ")] \(Self.actions[(index + place) % Self.actions.count]), first in the \(Self.parts[index % Self.parts.count])"
                )
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }
}
