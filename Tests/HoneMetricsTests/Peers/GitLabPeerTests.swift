import Foundation
import HoneFacts
import Testing

@testable import HoneMetrics

/// GitLab's worked example of a value stream: the two stages that lie between a change and its deployment.
@Suite(.enabled(if: PeerFiles.has("gitlab-vsa"), "gitlab-vsa does not lie in ../shared/data/peers"))
struct GitLabPeerTests {
    struct File: Decodable {
        struct Day: Decodable {
            struct Events: Decodable {
                let mrCreated: String
                let mrMerged: String
                let productionDeployFinished: String
            }
            let events: Events
            let expectedMinutes: [String: Double]
        }
        let oneDay: Day
    }

    @Test func `review is open to merged, staging is merged to deployed`() throws {
        let day = try PeerFiles.decoded(File.self, "gitlab-vsa/worked_example.json").oneDay
        func seconds(_ clock: String) throws -> Int64 { try #require(Instant(iso: "2026-03-02T\(clock):00Z")).seconds }
        var facts = PeerFacts()
        facts.merge("!1", opened: try seconds(day.events.mrCreated), at: try seconds(day.events.mrMerged), sha: "m")
        facts.deploy("d", at: try seconds(day.events.productionDeployFinished), commits: "m")
        let (histories, context) = facts.histories()
        #expect(closeOrNil(observe(ChangeOpenTime(), histories, context).value.map { $0 * 60 }, day.expectedMinutes["review"]))
        let staging = observe(ChangeLeadTimeToDeployment(), histories, context).parts.first?.observation
        #expect(closeOrNil(staging?.value.map { $0 * 60 }, day.expectedMinutes["staging"]))
    }
}
