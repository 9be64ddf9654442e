package import HoneFacts

/// A decision in the chain of its writer: it holds the hash of the entry before, so nothing in front of it can change unseen.
///
/// A writer is a store, not a person: its id is random.
package struct DecisionEntry: Sendable, Equatable {
    package let writer: String
    /// 1 is the first of its writer.
    package let number: Int
    /// Hash of the entry before; empty for the first.
    package let previous: String
    package let decision: Decision
    package let hash: String

    /// Chains a decision to the last entry of its writer.
    package init(_ decision: Decision, writer: String, after last: DecisionEntry?, digest: Digest) {
        let (number, previous) = ((last?.number ?? 0) + 1, last?.hash ?? "")
        let bytes = Self.bytes(of: decision, writer: writer, number: number, previous: previous)
        self.init(decision, writer: writer, number: number, previous: previous, hash: digest.fingerprint(bytes))
    }

    /// An entry as somebody wrote it down; whether it is right is for `fits` to say.
    package init(_ decision: Decision, writer: String, number: Int, previous: String, hash: String) {
        self.writer = writer
        self.number = number
        self.previous = previous
        self.hash = hash
        var decision = decision
        decision.id = Self.id(writer: writer, number: number)
        self.decision = decision
    }

    package static func id(writer: String, number: Int) -> String { "\(writer):\(number)" }
    package var id: String { decision.id }

    /// Whether its hash is that of what it says.
    package func fits(_ digest: Digest) -> Bool {
        hash == digest.fingerprint(Self.bytes(of: decision, writer: writer, number: number, previous: previous))
    }

    /// Every field with its length in front, so that no two entries have the same bytes. Never to be changed: hashes stand on it.
    private static func bytes(of decision: Decision, writer: String, number: Int, previous: String) -> [UInt8] {
        var fields = [
            "hone decision 1", writer, String(number), previous, decision.verb.rawValue, String(decision.decidedAt), decision.role,
            decision.subject, decision.text, decision.reason, decision.until?.description ?? "",
        ]
        for (name, value) in decision.details.sorted(by: { $0.key < $1.key }) { fields += [name, value] }
        var bytes: [UInt8] = []
        for field in fields {
            bytes += Array("\(field.utf8.count):".utf8)
            bytes += Array(field.utf8)
        }
        return bytes
    }
}
