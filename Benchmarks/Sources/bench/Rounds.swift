import Measurement

/// What one run of a subject gave: its parts one after the other, such as import and scorecard.
struct Sample {
    var parts: [Usage]
    var bytes = 0

    var whole: Usage { parts.reduce(.none, +) }
}

/// One of the rivals of a work.
struct Subject {
    let name: String
    /// Most rounds it takes part in; a peer that is slower by orders of magnitude needs no second one.
    var mostRounds = Int.max
    /// Of so many runs a round the one in the middle counts: a short run beside long ones is seen in few rounds.
    var runsInRound = 1
    /// Does the work once and checks the answer.
    let run: () throws -> Sample
}

/// What became of a subject over the rounds.
enum Outcome {
    case measured([Sample])
    case wrong(String)
    case missing(Missing)
    /// It was killed after this long.
    case stopped(Usage)

    var samples: [Sample] {
        if case .measured(let samples) = self { return samples }
        return []
    }

    /// Runs the subjects in A B B A order until each has its rounds, or the time is over.
    static func measured(_ subjects: [Subject], budget: Budget) -> [String: Outcome] {
        var outcomes: [String: Outcome] = [:]
        var (round, rounds) = (0, 3)
        var slowest = 0.0
        while round < rounds, subjects.contains(where: { round < $0.mostRounds }) {
            if round > 0, budget.secondsLeft < 15 {
                Progress.say("time is over after \(round) of \(rounds) rounds")
                break
            }
            let begun = budget.secondsLeft
            for position in RoundOrder.positions(of: subjects.count, round: round) where round < subjects[position].mostRounds {
                let subject = subjects[position]
                if outcomes[subject.name] != nil, outcomes[subject.name]?.samples.isEmpty != false { continue }
                let outcome = outcome(of: subject, budget: budget)
                outcomes[subject.name] = merged(outcomes[subject.name], outcome)
                if subject.mostRounds > 1 { slowest = max(slowest, outcome.samples.first?.whole.wallSeconds ?? 0) }
            }
            // The first round makes what all of them begin from.
            if round == 1 { rounds = RoundOrder.rounds(slowestRunSeconds: slowest, roundSeconds: begun - budget.secondsLeft) }
            round += 1
        }
        return outcomes
    }

    private static func outcome(of subject: Subject, budget: Budget) -> Outcome {
        do {
            let samples = try (0..<subject.runsInRound).map { _ in
                try budget.check()
                let sample = try subject.run()
                let whole = sample.whole
                Progress.say(
                    "\(subject.name): CPU \(Scale.exponent.text(whole.cpuSeconds)) s, wall \(Scale.exponent.text(whole.wallSeconds)) s")
                return sample
            }
            return .measured([samples.sorted { $0.whole.cpuSeconds < $1.whole.cpuSeconds }[samples.count / 2]])
        } catch let problem as WrongAnswer {
            Progress.say("\(subject.name): wrong: \(problem.reason)")
            return .wrong(problem.reason)
        } catch let problem as Missing {
            Progress.say("\(subject.name): not measured: \(problem.reason)")
            return .missing(problem)
        } catch let problem as Stopped {
            Progress.say("\(subject.name): stopped: \(problem.words)")
            return .stopped(problem.usage)
        } catch {
            Progress.say("\(subject.name): \(error)")
            return .missing(Missing(reason: "\(error)"))
        }
    }

    /// A round that fails because the time is over leaves the rounds before it standing; a wrong answer leaves none.
    private static func merged(_ earlier: Outcome?, _ now: Outcome) -> Outcome {
        guard case .measured(let samples)? = earlier else { return now }
        switch now {
        case .measured(let new): return .measured(samples + new)
        case .wrong: return now
        case .missing, .stopped: return .measured(samples)
        }
    }
}
