import HoneFacts
import Testing

@testable import HoneConnectors

/// Names out of texts.
struct MaskTests {
    private var mask: NameMask {
        var people = KnownPeople()
        people.add(name: "Mary Doe")
        people.add(name: "José Núñez")
        people.add(name: "Søren Łuk")
        people.add(name: "王小明")
        people.add(name: "Иван Петров")
        people.add(mail: "12345+quickfox7@users.noreply.github.com")
        people.add(name: "The Test Team")
        people.add(mail: "admin@example.org")
        return NameMask(people)
    }

    @Test(arguments: [
        ("Thanks to Mary for the test", "Thanks to ‹person› for the test"), ("MARY's cart, by mary doe.", "‹person›'s cart, by ‹person›."),
        ("jose and NUÑEZ and Soren", "‹person› and ‹person› and ‹person›"), ("感谢王小明的帮助", "感谢‹person›的帮助"),
        ("Спасибо, петров!", "Спасибо, ‹person›!"), ("See quickfox7/cart and quickfox", "See ‹person›/cart and ‹person›"),
        ("marydoe_fix", "‹person›_fix"), ("fixMaryBug", "fix‹person›Bug"), ("Summary of the doer", "Summary of the doer"),
        ("Mail someone.else@example.org now.", "Mail ‹person› now."), ("ping @octo-cat, please", "ping ‹person›, please"),
        ("cost @ 5", "cost @ 5"), ("Merge pull request #7 from octocat/fix-x", "Merge pull request #7 from ‹person›/fix-x"),
        ("Merge branch 'feature/x' of github.com:octocat/shop", "Merge branch 'feature/x' of github.com:‹person›/shop"),
        ("Merge remote-tracking branch 'octocat/main'", "Merge remote-tracking branch '‹person›/main'"),
        ("Read it from src/cart", "Read it from src/cart"), ("Cart. Signed-off-by: Nobody Known", "Cart. Signed-off-by: ‹person›"),
        ("Unmasked admin of the test team", "Unmasked admin of the test team"), ("", ""), ("@", "@"), ("a@", "a@"),
        ("shop@1.0.0", "shop@1.0.0"), ("Bump cart@v2.1 to cart@2.2.0-rc1", "Bump cart@v2.1 to cart@2.2.0-rc1"),
        ("mary@1.0.0", "‹person›@1.0.0"), ("x@1.2.example", "‹person›"), ("x@1and1.com", "‹person›"),
        ("ping @v8, @1e", "ping ‹person›, ‹person›"),
    ])
    func `a text loses the names and keeps the rest`(text: String, masked: String) {
        #expect(mask.masked(text) == masked)
    }

    @Test func `masking a masked text changes nothing`() {
        var people = KnownPeople()
        people.add(name: "Person Mary")
        let mask = NameMask(people)
        let once = mask.masked("Mary and a person: mary@example.org @mary")
        #expect(once == "‹person› and a ‹person›: ‹person›")
        #expect(mask.masked(once) == once)
    }

    @Test(arguments: [
        ("李Weixin", "ask 李Weixin or weixin", "ask 李‹person› or ‹person›"),
        ("Anna Grün", "fixGrünBug and Grün2", "fix‹person›Bug and ‹person›2"),
        ("Anna Grün", "as Gruen said, GRÜN too", "as ‹person› said, ‹person› too"), ("Νίκος Παππάς", "ΝΙΚΟΣ ΠΑΠΠΆΣ", "‹person›"),
        ("Пётр Кузнецов", "спроси Петр", "спроси ‹person›"), ("Jörg Müller", "jorg, JOERG and mueller", "‹person›, ‹person› and ‹person›"),
        ("José", "Müller's José", "Müller's ‹person›"),
    ]) func `a name is found in other spellings, and inside of words`(name: String, text: String, expected: String) {
        var people = KnownPeople()
        people.add(name: name)
        #expect(NameMask(people).masked(text) == expected)
    }

    @Test(arguments: [
        ("Merged in jdoe77/cart (pull request #3)", "Merged in ‹person›/cart (pull request #3)"),
        ("Merged in feature/cart (pull request #3)", "Merged in feature/cart (pull request #3)"),
        ("Merge branches 'jdoe77/a' and 'b'", "Merge branches '‹person›/a' and 'b'"),
    ]) func `the login of a branch that is merged is nobody's name to know`(text: String, expected: String) {
        #expect(NameMask(KnownPeople()).masked(text) == expected)
    }

    @Test func `an employer after a name is no person, a nickname is`() {
        var people = KnownPeople()
        people.add(name: "Mary Doe (Acme)")
        people.add(name: "Robert (Bobby) Roe")
        people.add(mail: "mary@acme.example")
        people.add(mail: "robert@acme.example")
        #expect(NameMask(people).masked("Acme cart from Bobby Roe") == "Acme cart from ‹person›")
    }

    /// A history whose every text holds a name: authors, committers, co-authors, taggers, branch, tags.
    private func talkativeFixture() throws -> GitFixture {
        let fixture = try GitFixture()
        try fixture.write(".mailmap", "Zebedee Quux <zeb@quux.example> <old-zeb@quux.example>\n")
        try fixture.commit("Cart by Zebedee", as: "zeboldname <old-zeb@quux.example>")
        try fixture.commit("Mary asked zeboldname (#3)\n\nCo-authored-by: Wilhelmina Vance <wv@vance.example>")
        try fixture.commit("With Wilhelmina, mail mary.doe@example.org")
        try fixture.commit("Merge pull request #4 from quuxlogin/doe-branch", as: "Quux <77+quuxlogin@users.noreply.github.com>")
        try fixture.git("tag", "-a", "-m", "By Tagg", "tagg-wilhelmina-1", as: "Tagg Person <tagg@example.org>")
        try fixture.git("checkout", "-q", "-b", "mary/cart")
        return fixture
    }

    private static let names = ["mary", "doe", "zeb", "quux", "wilhelmina", "vance", "tagg", "example.org"]

    private func found(in sync: GitSync, _ fixture: GitFixture) -> [String] {
        let text = sync.allText.replacing(fixture.path, with: "").replacing("tagged", with: "").lowercased()
        return Self.names.filter { text.contains($0) }
    }

    @Test func `no name is found in anything that is handed over`() async throws {
        let fixture = try talkativeFixture()
        #expect(found(in: try await fixture.sync(), fixture) == [])
    }

    @Test func `without the mask the same search finds names`() async throws {
        let fixture = try talkativeFixture()
        let open = try await fixture.sync(fixture.source(mask: .off))
        #expect(Set(found(in: open, fixture)).isSuperset(of: ["mary", "doe", "zeb", "wilhelmina", "quux", "tagg"]))
    }

    @Test func `a later title that names the author of an old commit is masked too`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First", as: "Zebedee Quux <zeb@quux.example>")
        let first = try await fixture.sync()
        let sha = try fixture.commit("Undo what Zebedee did")
        #expect(try await fixture.sync(since: first.position).commit(sha)["subject"] == "Undo what ‹person› did")
    }
}
