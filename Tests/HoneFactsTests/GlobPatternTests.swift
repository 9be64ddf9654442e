import Testing

@testable import HoneFacts

@Suite struct GlobPatternTests {
    @Test(arguments: [
        ("*", "", true), ("v*", "v1.2", true), ("v*", "1.2", false), ("v?.?", "v1.2", true), ("v?.?", "v1.22", false),
        ("*-rc*", "7.0-rc1", true), ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXbYbZ", false), ("", "", true), ("", "x", false),
        ("v[0]", "v0", false),
    ])
    func `stars and question marks`(pattern: String, name: String, isMatch: Bool) {
        #expect(GlobPattern(pattern).matches(name) == isMatch)
    }

    @Test func `many stars end in good time`() {
        let pattern = GlobPattern(String(repeating: "a*", count: 30) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 300)))
    }
}
