import Testing

@testable import HoneConnectors

/// Comments that own up to a debt.
struct MarkerCommentsTests {
    private func count(_ path: String, _ text: String) -> Int? { MarkerComments(Array(text.utf8)[...], path: path)?.count }

    @Test(arguments: [
        // Whole words in capitals, of comments alone.
        ("a.c", "// TODO: mend\nint x; /* FIXME */ y(); // HACK and XXX\n", 3),
        ("a.c", "// todo, TODOS, _TODO, TODO1, mTODO\n", 0), ("a.c", "// (TODO) -XXX- [FIXME]\n", 1),
        ("a.c", "int TODO = 1;\nchar *s = \"// TODO\";\nchar c = '\\\"'; // TODO\n", 1),
        ("a.c", "char *u = \"http://x\"; // TODO\n", 1), ("a.c", "f(\"a\\\"\", \"// XXX\");\n", 0),
        // A block over lines counts line by line; what follows it is code.
        ("a.c", "/* one\n * TODO two\n * XXX three */ int TODO;\n// HACK", 3), ("a.c", "/* // */ TODO(); /* XXX */\n", 1),
        // An apostrophe hides nothing.
        ("a.rs", "fn f<'a>(x: &'a str) {} // TODO\n", 1), ("a.sh", "echo don't # FIXME\n", 1),
        ("a.sh", "echo $# TODO\necho ${x#TODO}\n\t# TODO\n", 1), ("a.py", "\"\"\"\nTODO\n# TODO\n\"\"\"\n# TODO\n", 1),
        ("a.swift", "let s = \"\"\"\n  // TODO\n  \"\"\"\n// TODO\n", 1), ("Makefile", "# TODO\n", 1), ("CMakeLists.txt", "# XXX\n", 1),
        ("a.lua", "--[[ TODO\nXXX ]] x = 1 -- HACK\n", 3), ("a.sql", "-- TODO\nselect '-- TODO';\n", 1),
        ("a.html", "<p>TODO</p><!-- TODO\nXXX --><b>XXX</b>\n", 2), ("a.hs", "{- TODO -} x -- XXX\n", 2), ("a.el", ";; TODO\n", 1),
        ("a.tex", "50\\% TODO\n% TODO\n", 1), ("a.js", "const a = `// TODO`; // TODO\r\n", 1), ("a.c", "", 0), ("a.c", "// TODO", 1),
        ("deep/A.Java", "// TODO\n", 1),
    ])
    func `a comment counts where it holds one of the words`(path: String, text: String, expected: Int) {
        #expect(count(path, text) == expected)
    }

    @Test(arguments: ["a.txt", "README", "README.md", "data.json", "a.csv", "c", "LICENSE"])
    func `of a kind of file without comments nothing is known`(path: String) {
        #expect(count(path, "// TODO # TODO") == nil)
    }

    @Test func `two comments that say the same are told by what they say, whatever code or space is around`() throws {
        let one = try #require(MarkerComments(Array("x(); // TODO mend\n// XXX\n".utf8)[...], path: "a.c"))
        let other = try #require(MarkerComments(Array("// XXX  \r\n\n\t\t// TODO mend".utf8)[...], path: "a.c"))
        #expect(one != other && Set(one.texts) == Set(other.texts))
    }

    @Test func `broken files are read to their end`() {
        for text in ["/* TODO", "\"\"\"", "'", "\\", "//", "/*", "*/", "\"\\", "// TODO\\", "\u{0}// TODO"] {
            for path in ["a.c", "a.py", "a.lua", "a.html", "a.tex"] { #expect(count(path, text) != nil) }
        }
    }
}
