/// How a deployment or a build ended, from the word of its source.
package enum RunOutcome: Sendable, Equatable {
    case succeeded
    /// It was there, and was taken back.
    case rolledBack
    case failed
    /// It runs, was called off, or left out.
    case unfinished
    /// A word that is on no list.
    case unknown

    /// Words of the services and pipelines that we have met. A source that has no column for it lists what happened.
    package init(_ word: String) {
        let plain = word.lowercased().map { $0 == "_" || $0 == "-" ? " " : $0 }
        switch String(plain) {
        case "", "success", "successful", "succeeded", "succeed", "passed", "pass", "ok", "done", "finished", "complete", "completed",
            "deployed", "live", "active", "inactive":
            self = .succeeded
        case "rolled back", "rolledback", "rollback", "reverted": self = .rolledBack
        case "failure", "failed", "fail", "error", "errored", "broken", "unstable", "timed out", "timedout", "startup failure":
            self = .failed
        case "running", "in progress", "pending", "queued", "waiting", "created", "started", "requested", "action required", "building",
            "canceled", "cancelled", "aborted", "skipped", "neutral", "stale", "other", "not executed", "not built", "paused":
            self = .unfinished
        default: self = .unknown
        }
    }
}
