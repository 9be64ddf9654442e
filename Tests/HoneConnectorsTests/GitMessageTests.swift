import HoneFacts
import Testing

@testable import HoneConnectors

/// What is read out of messages and names before they are masked.
struct GitMessageTests {
    private func message(_ subject: String, _ body: String = "") -> CommitMessage {
        CommitMessage(subject: Array(subject.utf8)[...], body: Array("BODY: \(body)".utf8).dropFirst(6))
    }

    @Test(arguments: [
        ("Fix the cart (#123)", "", "123"), ("Merge pull request #77 from mary/cart", "Fix (#5)", "77"),
        ("Merged in cart (pull request #12)", "", "12"),
        ("Merge branch 'cart' into 'main'", "Cart\n\nSee merge request shop/app!456", "456"),
        ("Merge #12: ci: Run on merges", "", "12"), ("Merge shop/app#1234: Fix the cart", "See #7", "1234"), ("Merge #12", "", "12"),
        ("Merge branch 'cart' into 'main'", "See merge request https://forge.example/shop/app!7", "7"),
        ("Merge branch 'fix#12': cart", "", ""), ("Merge #12 of them", "", ""), ("Merge #: nothing", "", ""),
        ("See #9 for more", "", ""), ("Fix (#12) again", "", ""), ("(#)", "", ""), ("#)", "", ""),
    ])
    func `the change number is where the forges write it`(subject: String, body: String, number: String) {
        #expect(message(subject, body).changeNumber == number)
    }

    @Test func `a revert names the commit, or says that there is one`() {
        #expect(message("Revert \"Cart\"", "This reverts commit 0123456789abcdef.").reverts == "0123456789abcdef")
        #expect(message("Back out", "This reverts\ncommit 0123456, for now").reverts == "0123456")
        #expect(message("Two", "This reverts\r\ncommit 0123456. This reverts commit\n7654321, This").reverts == "7654321")
        #expect(message("Two", "This reverts commit 0123456. This reverts commit \n 7654321").reverts == "0123456 7654321")
        #expect(message("Revert \"Cart\"").reverts == "1")
        #expect(message("Reverting is hard", "This reverts commit history").reverts == "")
    }

    @Test func `tracker keys are found once, and names of standards are not keys`() {
        let text = Array("ABC-12: use UTF-8, SHA-256, ISO-8601, RFC-1234, CVE-2024-1 (X2Y-7, abc-3, ABC-12, A-1, ABC-0, FOOABC-4x)".utf8)[
            ...]
        #expect(NamedItems.keys(in: [text, Array("XABC-9\nfeature/DEF-3-cart".utf8)[...]]) == ["ABC-12", "X2Y-7", "XABC-9", "DEF-3"])
    }

    @Test(arguments: [
        ("fixes #12", ["#12"]), ("Closes: #1, #2 and #3, see #4", ["#1", "#2", "#3"]), ("resolved:#7", ["#7"]),
        ("FIX #1\nclose\n#2 (closed #1)", ["#1", "#2"]), ("fixes#12, hotfix #13, fixes shop/app#14, see #15", []),
        ("fixes #1, shop/app#2, #3", ["#1"]), ("fixes #0, fixes #12a, fixes #, fixes #123456789", []),
        ("ABC-2 resolves #5 & #6 for ABC-1", ["ABC-2", "#5", "#6", "ABC-1"]), ("prefixes #1, un_fixed #2, füfixed #3, bug-fix #4", ["#4"]),
    ])
    func `issues that are closed by word are named beside tracker keys`(text: String, keys: [String]) {
        #expect(NamedItems.keys(in: [Array(text.utf8)[...]]) == keys)
    }

    @Test func `keys, numbers and reverts reach the commit fact`() async throws {
        let fixture = try GitFixture()
        let sha = try fixture.commit(
            "MARY-7 cart for Mary (#12)\n\nFixes #3.\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.")
        let commit = try await fixture.sync().commit(sha)
        #expect(commit["keys"] == "MARY-7 #3")
        #expect(commit["change_number"] == "12")
        #expect(commit["reverts"] == "0123456789abcdef0123456789abcdef01234567")
        #expect(commit["subject"] == "‹person›-7 cart for ‹person› (#12)")
    }

    @Test func `authors and co-authors go through the mailmap`() async throws {
        let fixture = try GitFixture()
        try fixture.write(".mailmap", "Mary Doe <mary@new.example> <mary.doe@example.org>\nJohn Roe <john@new.example> <jr@old.example>\n")
        let sha = try fixture.commit(
            "Pair\n\nCo-authored-by: jr <JR@old.example>\nco-authored-by: Mary Doe <mary.doe@example.org>\nCo-Authored-By: broken")
        let commit = try await fixture.sync().commit(sha)
        #expect(commit["author"] == fixture.digest.pseudonym("mary@new.example"))
        #expect(commit["coauthors"] == "\(fixture.digest.pseudonym("john@new.example")) \(fixture.digest.pseudonym("broken"))")
    }

    @Test func `an author's other address is no co-author`() async throws {
        let fixture = try GitFixture()
        let sha = try fixture.commit(
            "Squash\n\nCo-authored-by: MARY DOE <1+other@users.noreply.github.com>\nCo-authored-by: Ann <ann@b.example>")
        let commit = try await fixture.sync().commit(sha)
        #expect(commit["coauthors"] == fixture.digest.pseudonym("ann@b.example"))
        let bob = GitIdentity(name: "Bob Roe", mail: "bob@roe.example")
        #expect(bob.isAlso(GitIdentity(name: "", mail: "12+Bob@users.noreply.github.com")))
        #expect(!bob.isAlso(GitIdentity(name: "Bob Doe", mail: "bob@doe.example")))
        #expect(!GitIdentity(name: "", mail: "").isAlso(GitIdentity(name: "", mail: "")))
    }

    @Test func `a changed mailmap changes authors that were read before`() async throws {
        let fixture = try GitFixture()
        let sha = try fixture.commit("First")
        let first = try await fixture.sync()
        try fixture.write(".mailmap", "<mary@new.example> <mary.doe@example.org>\n")
        let second = try await fixture.sync(since: first.position)
        #expect(second.commit(sha)["author"] == fixture.digest.pseudonym("mary@new.example"))
    }

    @Test func `programs are marked as such, by name or by a pattern that is passed in`() async throws {
        let fixture = try GitFixture()
        let authors = [
            ("dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>", "1"), ("Renovate Bot <bot@renovateapp.com>", "1"),
            ("pre-commit-ci <x@example.org>", "1"), ("Acme Release <release-7@acme.example>", "1"), ("web-flow <x@github.com>", "0"),
            ("Abbot Costa <abbot@example.org>", "0"), ("Claude <noreply@anthropic.com>", "1"), ("Claude Martin <claude@example.org>", "0"),
            ("Copilot <198982749+Copilot@users.noreply.github.com>", "1"), ("Cursor Agent <cursoragent@cursor.com>", "1"),
        ]
        var shas: [String] = []
        for (author, _) in authors { shas.append(try fixture.commit("By a program \(shas.count)", as: author)) }
        let sync = try await fixture.sync(fixture.source(bots: ["release-*@acme.example"]))
        #expect(shas.map { sync.commit($0)["is_bot"] } == authors.map(\.1))
    }
}
