package import HoneFacts
package import HoneLoop

/// The steps of a health check: open it, give out tokens, answer, close it. Each reads what is there and asks whether it is possible.
///
/// Who gives a token and what its sheet says meet nowhere but in `answer`, which keeps neither.
package struct HoldHealthCheck: Sendable {
    let log: any DecisionLog
    let box: any HealthBox
    let product: Product
    let zone: ZoneTable
    let digest: Digest
    /// Seconds since 1970.
    let now: Int64

    package init(log: any DecisionLog, box: any HealthBox, product: Product, zone: ZoneTable, digest: Digest, now: Int64) {
        (self.log, self.box, self.product, self.zone, self.digest, self.now) = (log, box, product, zone, digest, now)
    }

    package func record() async throws -> HealthRecord { Agreements(try await log.decisions()).healthRecord }

    /// - Parameters:
    ///   - id: random.
    ///   - ownQuestions: a team's own statements behind those of the pack, as `HealthPack.adding` makes them; nil for the pack alone.
    ///   - acceptsTeamOnly: whether a team that is too small to be anonymous is asked all the same.
    package func open(
        id: String, sealingKey: String, teamSize: Int, ownQuestions: [HealthQuestion]? = nil, allowsComments: Bool = true,
        acceptsTeamOnly: Bool = false, role: String = "team"
    ) async throws -> HealthCheck {
        let terms = HealthTerms(
            packVersion: HealthPack.current.version, questions: ownQuestions ?? HealthPack.current.questions, k: product.smallestGroup,
            teamSize: teamSize, allowsComments: allowsComments && teamSize >= product.smallestGroup, sealingKey: sealingKey)
        guard teamSize >= HealthMedians.least else {
            throw Refusal(
                "A health check asks \(HealthMedians.least) people or more: --team says how many. One alone needs no check.")
        }
        let day = zone.day(atSeconds: now)
        try await record().allowOpening(terms, on: day)
        guard !terms.isTeamOnly || acceptsTeamOnly else {
            throw Refusal(
                "\(teamSize) people are too few to be anonymous: \(terms.k) are needed here. With --team-only you can ask all the same. Then it is private to the team and not anonymous; only a median of each statement is kept, and only here."
            )
        }
        let decision = Decision(.openHealthCheck, decidedAt: now, role: role, subject: id, details: terms.details)
        try await log.take([decision]) { try $0.healthRecord.allowOpening(terms, on: day) }
        guard let check = try await record().checks.last(where: { $0.id == id }) else {
            throw Refusal("The health check was not opened.")
        }
        return check
    }

    /// Lets tokens in. They are printed by whoever made them, and kept nowhere.
    package func give(_ tokens: [String], in check: HealthCheck) async throws {
        try await box.admit(tokens.map { mark($0, check) }.sorted(), to: check.id)
    }

    /// Puts an answer in, sealed. When this returns, it is kept.
    package func answer(_ answers: [HealthAnswer], comment: String, token: String, in check: HealthCheck, _ seal: HealthSeal) async throws {
        guard comment.isEmpty || check.terms.allowsComments else {
            throw Refusal("This health check takes no comments. Answer without one; nothing was taken.")
        }
        let sheet = try HealthSheet(answers: answers, comment: comment, to: check.terms.questions)
        try await box.cast(seal.seal(sheet.bytes), mark: mark(token, check), in: check.id)
    }

    package func counts(of check: HealthCheck) async throws -> HealthCounts { try await box.counts(of: check.id) }

    package func remains(of check: HealthCheck) async throws -> HealthRemains { try await box.remains(of: check.id) }

    /// Counts what was answered and forgets the sheets.
    /// - Parameters:
    ///   - seal: nil where the key is lost. Then it is only given up: how many answered is kept, what they said is gone.
    ///   - discards: whether it may be closed where so few answered, or no sheet can be opened, so that nothing can be shown.
    package func close(_ check: HealthCheck, _ seal: HealthSeal?, discards: Bool = false) async throws -> HealthCheck {
        let (now, day, digest) = (now, zone.day(atSeconds: now), digest)
        try await box.close(check.id) { ballot in
            let sheets = ballot.sheets.compactMap { sealed in
                seal?.unseal(sealed).flatMap { HealthSheet(bytes: $0, questionCount: check.terms.questions.count) }
            }
            guard seal != nil, sheets.count == ballot.sheets.count else {
                guard discards else {
                    throw Refusal(
                        "A sheet of health check \(check.number) cannot be opened with the key of this folder: it was changed, or the key is another one. Nothing was closed. Put back .hone as it was, or give all answers up: hone health close --discard"
                    )
                }
                // All of them: some without the others would be a result of people whom the damage chose.
                return HealthClosing(decision: check.givingUp(ballot, at: now, on: day), remains: HealthRemains())
            }
            let least = check.terms.isTeamOnly ? HealthMedians.least : check.terms.k
            guard sheets.count >= least || discards else {
                throw Refusal(
                    "\(sheets.count) of \(ballot.given) have answered, and results need \(least). Wait for more, or give them up: hone health close --discard"
                )
            }
            let questions = check.terms.questions
            if check.terms.isTeamOnly {
                let medians = HealthMedians(sheets, questionCount: questions.count)
                return HealthClosing(decision: check.closing(nil, at: now, on: day), remains: HealthRemains(medians: medians))
            }
            let result = HealthResult(sheets, to: questions, asked: ballot.given, k: check.terms.k)
            // By a hash of their text: an order that nobody chose, and that says nothing of the sheets'.
            let comments = sheets.count < check.terms.k ? [] : sheets.map(\.comment).filter { !$0.isEmpty }
            let shuffled = comments.map { (digest.fingerprint(Array("hone comment \($0)".utf8)), $0) }.sorted { $0 < $1 }.map(\.1)
            return HealthClosing(decision: check.closing(result, at: now, on: day), remains: HealthRemains(comments: shuffled))
        }
        return try await record().checks.first { $0.id == check.id } ?? check
    }

    /// What is kept of a token. It differs from check to check.
    private func mark(_ token: String, _ check: HealthCheck) -> String {
        digest.fingerprint(Array("hone health \(check.id) \(token)".utf8))
    }
}
