import Testing

@testable import HoneReport

@Suite struct NodeTests {
    @Test func `text and attributes are escaped`() {
        let node = Tag.p([.title: "a \"b\" <c> & 'd'"], "<script>&\"'")
        #expect(node.rendered == "<p title=\"a &quot;b&quot; &lt;c&gt; &amp; &#39;d&#39;\">&lt;script&gt;&amp;&quot;&#39;</p>")
    }

    @Test func `control characters are replaced`() {
        #expect(Tag.p("a\u{1b}[31m\u{0}b").rendered == "<p>a\u{fffd}[31m\u{fffd}b</p>")
    }

    @Test func `void elements have no end tag`() {
        #expect(Tag.head(Tag.meta([.charset: "utf-8"])).rendered == "<head>\n<meta charset=\"utf-8\">\n</head>")
    }

    @Test func `no white space comes between words and their markup`() {
        #expect(Tag.p("one", Tag.strong("two"), .nothing, "three").rendered == "<p>one<strong>two</strong>three</p>")
    }

    @Test func `a group renders as its nodes`() {
        #expect(Tag.ul([.group([Tag.li("a"), Tag.li("b")])]).rendered == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>")
    }

    @Test(arguments: ["<p>", "</p>", "<p></q>", "<p title=\"x></p>"])
    func `the checker of these tests finds what is not balanced`(html: String) {
        #expect(!TagBalance(html).problems.isEmpty)
    }
}
