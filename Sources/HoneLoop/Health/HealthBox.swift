/// Where tokens and sheets of a health check lie until it is closed.
///
/// What it promises: a token puts one sheet in, both or neither; nothing that is kept joins a sheet to a token, also not the order in
/// which anything is stored; and after closing there are neither tokens nor sheets.
package protocol HealthBox: Sendable {
    /// Lets tokens in, known by their marks.
    func admit(_ marks: [String], to check: String) async throws
    /// Uses a token and takes a sealed sheet.
    /// - Throws: `Refusal` for a token that is not known or was used; then nothing is taken.
    func cast(_ sheet: [UInt8], mark: String, in check: String) async throws
    /// How many tokens were given out, and how many were used.
    func counts(of check: String) async throws -> HealthCounts
    /// Hands out all sheets, in an order of their bytes, takes the decision that `closing` makes of them, and empties the box: all of it or
    /// nothing. A sheet is either among them or refused.
    func close(_ check: String, _ closing: @escaping @Sendable (HealthBallot) throws -> HealthClosing) async throws
    /// What a closed check left for the team alone.
    func remains(of check: String) async throws -> HealthRemains
}

package struct HealthCounts: Sendable, Equatable {
    package let given: Int
    package let used: Int

    package init(given: Int, used: Int) { (self.given, self.used) = (given, used) }
}

/// What lies in the box when it is opened.
package struct HealthBallot: Sendable, Equatable {
    package let given: Int
    /// Sealed.
    package let sheets: [[UInt8]]

    package init(given: Int, sheets: [[UInt8]]) { (self.given, self.sheets) = (given, sheets) }
}

/// The end of a check: what everybody may know as a decision, and what stays with the team.
package struct HealthClosing: Sendable, Equatable {
    package let decision: Decision
    package let remains: HealthRemains

    package init(decision: Decision, remains: HealthRemains) { (self.decision, self.remains) = (decision, remains) }
}

/// What stays in one store, for the team alone: it is in no export, no page and no decision.
package struct HealthRemains: Sendable, Equatable {
    /// In an order that has nothing to do with that of the sheets.
    package let comments: [String]
    /// Of a team that is smaller than k.
    package let medians: HealthMedians?

    package init(comments: [String] = [], medians: HealthMedians? = nil) { (self.comments, self.medians) = (comments, medians) }
}

/// Seals sheets so that nobody reads them before the check is closed, and opens them then. Passed in, as pure targets know no cryptography.
package struct HealthSeal: Sendable {
    package let seal: @Sendable ([UInt8]) throws -> [UInt8]
    /// Nil for bytes that were not sealed for this check.
    package let unseal: @Sendable ([UInt8]) -> [UInt8]?

    package init(seal: @escaping @Sendable ([UInt8]) throws -> [UInt8], unseal: @escaping @Sendable ([UInt8]) -> [UInt8]?) {
        (self.seal, self.unseal) = (seal, unseal)
    }
}
