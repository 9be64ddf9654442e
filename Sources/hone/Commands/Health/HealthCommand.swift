import ArgumentParser
import HoneConfig
import HoneFacts
import HoneLoop
import HoneReport
import HoneStore
import HoneWorkflows

struct HealthCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health",
        abstract: "Health checks: a team says how it is, and nobody can tell who said what.",
        discussion: """
            A check is opened, everybody gets a token, answers once, and the results are
            there when it is closed. Nothing that is kept joins an answer to a token, a
            person or a time. Numbers of fewer people than hone.yaml says
            (privacy.smallest_group, 5 if it says nothing, never under 3) are not kept.

            From beginning to end:
              hone health open --team 7
              hone health tokens                     one for each, best drawn from a hat
              hone health answer                     asks for the token and the answers
              hone health close
              hone health show
            """,
        subcommands: [
            HealthOpen.self, HealthTokens.self, HealthAnswerCommand.self, HealthClose.self, HealthShow.self, HealthList.self,
            HealthPrint.self,
        ])

    /// What changes health checks here.
    static func change() throws -> (workspace: Workspace, change: HoldHealthCheck) {
        let workspace = try Workspace.current()
        let store = try workspace.openOrMakeStore()
        let change = HoldHealthCheck(
            log: store, box: store, product: workspace.configuration.product, zone: workspace.interpretation.zone, digest: .unkeyed,
            now: workspace.now)
        return (workspace, change)
    }

    /// All checks. Keys of those that are closed go on the way, should a program have ended between closing and deleting.
    static func record(_ workspace: Workspace, _ change: HoldHealthCheck) async throws -> HealthRecord {
        let record = try await change.record()
        for check in record.checks where !check.isOpen { HealthKey.destroy(check.id, in: workspace.dataFolder) }
        return record
    }

    /// The check that is open, of several the one whose key is here.
    static func open(_ workspace: Workspace, _ change: HoldHealthCheck) async throws -> HealthCheck {
        let record = try await record(workspace, change)
        let here = record.open.first { HealthKey.exists($0.id, in: workspace.dataFolder) }
        guard let check = here ?? record.open.first else {
            throw Refusal("No health check is open: hone health open --team 7 opens one for seven people.")
        }
        return check
    }

    /// A closed check by its number, or the last one.
    static func closed(_ number: Int?, _ record: HealthRecord) throws -> HealthCheck {
        if let number {
            guard let check = record.checks.first(where: { $0.number == number }) else {
                throw Refusal("There is no health check \(number); hone health list shows them all.")
            }
            guard !check.isOpen else {
                throw Refusal("Health check \(number) is open. What was answered is seen when it is closed, by nobody before.")
            }
            return check
        }
        guard let check = record.checks.last(where: { !$0.isOpen }) else {
            throw Refusal("No health check is closed yet, so there is nothing to show. hone health --help says how one goes.")
        }
        return check
    }

    static func picture(_ check: HealthCheck, _ record: HealthRecord, _ workspace: Workspace) -> HealthPicture? {
        let zone = workspace.interpretation.zone
        return HealthPicture(
            check, record, product: workspace.configuration.product.name, today: zone.day(atSeconds: workspace.now), zone: zone.name)
    }
}
