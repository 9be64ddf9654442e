import HoneFacts
import HoneMetrics

/// The loop in sentences, the same in every form: what takes the time, what cannot be told, and why.
package struct LoopSentences {
    let picture: LoopPicture
    let strip: LoopStrip

    package init(_ picture: LoopPicture) {
        self.picture = picture
        strip = picture.now
    }

    /// The largest part of the team's time, whatever it is: there is no size from which it would count.
    package var bottleneck: String {
        guard let leading = strip.bottleneck else { return "The bottleneck cannot be told: \(reasonForNoBottleneck)." }
        let items = counted(strip.n, of: strip.of)
        if !leading.standsOut {
            let others = leading.rivals.count == 1 ? "the other stage is" : "\(leading.rivals.count) others are"
            return
                "No bottleneck stands out. The largest part of the time \(span) passes in \(leading.first.name), \(percent(leading.first.share)), and \(others) too near to tell from it (\(items))."
        }
        if !leading.isClear {
            return
                "Bottleneck: \(leading.names), too near to tell which. \(leading.shares) of the time \(span) passes there (\(items))."
        }
        let stage = strip.stages.first { $0.name == leading.first.name && !$0.isDefault }
        let kind = stage.map { $0.isWaiting ? "waiting, " : "work, " } ?? ""
        return "Bottleneck: \(leading.names). \(leading.shares) of the time \(span) passes there (\(kind)\(items))."
    }

    package var beforeStart: String {
        if let before = strip.beforeStart {
            return "\(percent(before.share)) of the lead time passes before work starts (\(counted(before.n, of: before.of)))."
        }
        let reason =
            picture.source == .git
            ? "git alone does not say when something was asked for"
            : "no finished item of these \(DayText.length(strip.window)) says both when it was requested and when work on it began"
        return "How much of the lead time passes before work starts cannot be told: \(reason)."
    }

    package var waiting: String {
        if let share = strip.waitingShare { return "\(percent(share)) of the time \(span) is waiting." }
        switch picture.source {
        case .stages where strip.teamHours > 0:
            return "Waiting cannot be told from work: no stage of kind wait stands right of the commitment."
        case .stages, .nothing: return ""
        case .dates, .git: return "Waiting cannot be told from work: that takes transitions and a stage map."
        }
    }

    /// Items that came back to a stage or skipped one; empty where visits are not known.
    package var oddVisits: String {
        guard let reentered = strip.reentered, let skipped = strip.skipped, strip.n > 0 else { return "" }
        return "\(items(reentered)) came back to a stage, \(items(skipped)) skipped one; each visit is counted."
    }

    /// What the stages are read from, where it is not the stages of hone.yaml.
    package var source: String {
        switch picture.source {
        case .stages: ""
        case .dates: "No stages are mapped, so idea, prototype and product are told from dates."
        case .git: "There are no dated work items, so prototype and product are told from git alone; the idea stage is not available."
        case .nothing(let reason): reason
        }
    }

    package var yearAgo: String {
        let window = "\(DayText.window(picture.yearAgoWindow))"
        if let strip = picture.yearAgo {
            guard let leading = strip.bottleneck else { return "A year ago (\(window)): no bottleneck can be told." }
            if !leading.standsOut { return "A year ago (\(window)): no bottleneck stood out." }
            let doubt = leading.isClear ? "" : ", too near to tell which"
            return "A year ago (\(window)): the bottleneck was \(leading.names)\(doubt); \(leading.shares) of the time \(span)."
        }
        let count = picture.yearAgoCount
        let known = count == 0 ? "nothing finished is known" : "only \(count) finished \(count == 1 ? "is" : "are") known"
        return "A year ago (\(window)): \(known), too few for a picture."
    }

    /// How much work has no story behind it.
    package var withoutStory: String {
        guard let joined = picture.coverage.first(where: { $0.id == "commit-item" }) else {
            return "Work without a story cannot be told: that takes commits and work items."
        }
        let without = joined.of - joined.joined
        let share = percent(Double(without) / Double(max(1, joined.of)))
        return
            "Work without a story: \(share) of all commits that were read (\(ValueText.grouped(without)) of \(ValueText.grouped(joined.of))) lead to no work item."
    }

    /// All sentences that have something to say, the answer first.
    package var all: [String] { [bottleneck, beforeStart, waiting, oddVisits, source].filter { !$0.isEmpty } }

    /// What the team's time runs between.
    package var span: String {
        switch picture.source {
        // Time that a reopened item had spent in done is in none of them.
        case .stages, .nothing: "in the stages from start to done"
        case .dates:
            strip.stages.contains { $0.group == .product && $0.n > 0 } ? "from the first sign of work to release" : "from start to done"
        case .git: "from first commit to release"
        }
    }

    private var reasonForNoBottleneck: String {
        if case .nothing = picture.source { return "the stages are not known" }
        let known = strip.stages.filter { $0.side == .team && $0.n > 0 }
        if let only = known.first, known.count == 1, only.isDefault {
            return "of the time after the start only one part is known, \(only.name.lowercased()) (\(only.meaning))"
        }
        if strip.n > 0, strip.isHardlyKnown {
            return "the times are \(counted(strip.n, of: strip.of)) only, which may be unlike the others"
        }
        return strip.n == 0
            ? "nothing that finished in these \(DayText.length(strip.window)) has all its dates"
            : "no time passed from start to done"
    }

    private func percent(_ share: Double) -> String { "\(ValueText.percent(share)) %" }

    private func counted(_ n: Int, of total: Int) -> String {
        let noun = picture.source == .git ? "released changes" : "finished items"
        return n == total ? "\(ValueText.grouped(n)) \(noun)" : "known for \(ValueText.grouped(n)) of \(ValueText.grouped(total)) \(noun)"
    }

    private func items(_ count: Int) -> String { "\(ValueText.grouped(count)) item\(count == 1 ? "" : "s")" }
}
