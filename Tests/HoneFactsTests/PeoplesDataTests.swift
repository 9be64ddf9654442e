import Testing

@testable import HoneFacts

@Suite struct PeoplesDataTests {
    @Test(arguments: [
        "Assigned To", "person_key", "prAuthor", "--author", "authors", "lead-time-by-developer", "PR author", "Owner", "user", "user-name",
        "Reporter (mail)",
    ])
    func `a name that tells people apart`(name: String) { #expect(PeoplesData.isNamed(in: name)) }

    @Test(arguments: [
        "", "Team", "stream", "authority", "User story", "userStories", "mailing", "lead-time", "--by", "component", "ownership",
    ])
    func `a name that does not`(name: String) { #expect(!PeoplesData.isNamed(in: name)) }

    @Test func `who did something is a person, and what was found by a phase is none`() {
        for name in ["Created By", "createdBy", "Closed by", "Angelegt von", "Approver", "Submitter"] {
            #expect(PeoplesData.isNamed(in: name), "\(name)")
        }
        for name in ["Found By", "Due By", "Blocked By", "group-by", "sort-by", "By", "von"] {
            #expect(!PeoplesData.isNamed(in: name), "\(name)")
        }
    }
}
