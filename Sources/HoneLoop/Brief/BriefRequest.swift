package import HoneFacts

/// What was asked of the person who decides, and what they answered.
package struct BriefRequest: Sendable, Equatable {
    /// Id of the improvement.
    package let improvement: String
    /// What is asked for: how much of the team's time, from when.
    package let ask: String
    /// What could go wrong, in the team's words; may be empty.
    package let risk: String
    /// What a day of delay costs, by the figure of the person who decides; nil where nobody gave one. Money is never made up.
    package let costOfDelay: Money?
    /// Seconds since 1970.
    package let askedAt: Int64
    package private(set) var answer: Answer?

    package struct Money: Sendable, Equatable {
        package let amount: Double
        package let currency: String

        package init(amount: Double, currency: String) { (self.amount, self.currency) = (amount, currency) }
    }

    package struct Answer: Sendable, Equatable {
        package enum Kind: String, Sendable, CaseIterable {
            case yes
            case notNow = "not-now"
            case no
        }

        package let kind: Kind
        /// Why; empty only for yes.
        package let reason: String
        /// Until when it is put off; nil but for not now.
        package let until: CalendarDay?
        package let role: String
        package let answeredAt: Int64
        /// What the improvement said of itself when it was answered: what was said later is no part of the answer.
        package let shape: ImprovementShape?
        package let terms: ImprovementTerms?
    }

    /// Nil without a sentence that says what is asked.
    init?(_ decision: Decision) {
        guard decision.verb == .askBrief, !decision.text.isEmpty else { return nil }
        improvement = decision.subject
        ask = decision.text
        risk = decision.details["risk"] ?? ""
        let amount = decision.details["cost-of-delay"].flatMap(Double.init).flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
        costOfDelay = amount.map { Money(amount: $0, currency: decision.details["currency"] ?? "") }
        askedAt = decision.decidedAt
    }

    /// - Returns: whether the decision answers it: once, a no with a reason, a not now with a reason and a day.
    fileprivate mutating func take(_ decision: Decision, _ improvement: Improvement?) -> Bool {
        guard answer == nil, let kind = Answer.Kind(rawValue: decision.text), kind == .yes || !decision.reason.isEmpty,
            (kind == .notNow) == (decision.until != nil)
        else { return false }
        answer = Answer(
            kind: kind, reason: decision.reason, until: decision.until, role: decision.role, answeredAt: decision.decidedAt,
            shape: improvement?.shape, terms: improvement?.terms)
        return true
    }
}

/// All that was asked, oldest first.
package struct BriefRecord: Sendable, Equatable {
    package private(set) var requests: [BriefRequest] = []

    package init() {}

    /// - Parameter improvement: the one it is about, as it stands by then.
    /// - Returns: whether the decision fits: one open request an improvement, and an answer to an open one.
    package mutating func take(_ decision: Decision, _ improvement: Improvement?) -> Bool {
        let open = requests.lastIndex { $0.improvement == decision.subject && $0.answer == nil }
        switch (decision.verb, open) {
        case (.askBrief, nil):
            guard let request = BriefRequest(decision) else { return false }
            requests.append(request)
            return true
        case (.answerBrief, let place?): return requests[place].take(decision, improvement)
        default: return false
        }
    }

    /// The last one of an improvement.
    package func request(of improvement: String) -> BriefRequest? { requests.last { $0.improvement == improvement } }

    /// Those that wait for an answer on a day, open or put off until then, about improvements that are neither begun nor over.
    package func waiting(on day: CalendarDay, _ improvements: [Improvement]) -> [(request: BriefRequest, improvement: Improvement)] {
        requests.compactMap { request in
            guard let improvement = improvements.first(where: { $0.id == request.improvement }), improvement.ticked == .open else {
                return nil
            }
            guard let answer = request.answer else { return (request, improvement) }
            guard let until = answer.until, until <= day, request == self.request(of: request.improvement) else { return nil }
            return (request, improvement)
        }
    }

    /// Whether the answer about an improvement is to wait until a day after this one.
    func isPutOff(_ improvement: String, on day: CalendarDay) -> Bool {
        request(of: improvement)?.answer?.until.map { $0 > day } ?? false
    }
}
