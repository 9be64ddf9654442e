import Testing

@testable import hone

/// What goes to a terminal cannot steer it, and tells no secret.
@Suite struct PrintedTextTests {
    @Test(arguments: [
        ("plain, ünïcode ✓ “quoted”\n\tnext", "plain, ünïcode ✓ “quoted”\n\tnext"), ("\u{1b}[1mbold\u{1b}[0m", "\u{1b}[1mbold\u{1b}[0m"),
        ("\u{1b}[2Jgone", "\u{fffd}[2Jgone"), ("\u{1b}]0;title\u{7}", "\u{fffd}]0;title\u{fffd}"), ("a\rb", "a\u{fffd}b"),
        ("\u{1b}", "\u{fffd}"),
        ("\u{1b}[31", "\u{fffd}[31"), ("\u{9b}31m", "\u{fffd}31m"), ("x\u{202e}y", "x\u{fffd}y"), ("caf\u{c2}\u{e9}", "caf\u{c2}\u{e9}"),
    ]) func `signs that steer a terminal are replaced, colours and letters are not`(text: String, expected: String) {
        #expect(PrintedText.safe(text) == expected)
    }

    @Test(arguments: [
        ("git: https://user:ghp_X@github.com/a/b", "git: https://…@github.com/a/b"),
        ("see https://a.example/x?y=1", "see https://a.example/x?y=1"),
        ("'ssh://tok@h:22/p' and http://b.example, mail me@x.example", "'ssh://…@h:22/p' and http://b.example, mail me@x.example"),
        ("a@b :// c@d", "a@b :// c@d"),
    ]) func `what stands before the host of an address is not told`(text: String, expected: String) {
        #expect(PrintedText.safe(text) == expected)
    }
}
