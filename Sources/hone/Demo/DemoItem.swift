/// A made-up work item of the sample product. Instants are seconds since 1970.
struct DemoItem {
    enum Kind: String, CaseIterable {
        case story = "Story"
        case bug = "Bug"
        case task = "Task"
        case technical = "Technical task"
        case tooling = "Tooling"
    }

    var number: Int
    var kind: Kind
    var title: String
    var createdAt: Int64
    /// Index of the sprint it was planned for.
    var sprint: Int
    /// Whether it came into the sprint after the start.
    var isAddedLater: Bool
    /// Statuses in the order entered.
    var entered: [(status: String, at: Int64)] = []
    /// When it was flagged as blocked, and until when.
    var flagged: Range<Int64>?
    var workedSeconds: Int64 = 0
    /// Why it was closed without being done.
    var reason = ""

    var key: String { "SHOP-\(number)" }
    var closedAt: Int64? { entered.last.flatMap { $0.status == "Done" ? $0.at : nil } }
    /// When its first stay in a status began.
    func at(_ status: String) -> Int64? { entered.first { $0.status == status }?.at }
}
