/// How comments are written in a kind of file.
struct CommentStyle: Sendable {
    /// What opens a comment that ends with its line.
    let lines: [[UInt8]]
    /// What opens and closes a comment that may go on over lines.
    let blocks: [(open: [UInt8], close: [UInt8])]
    /// What opens and closes a text in which nothing is a comment.
    let quotes: [UInt8]
    /// Whether a quote written three times opens a text that goes on over lines.
    let hasLongTexts: Bool
    /// Whether a line's comment has to stand at its beginning or behind white space, as in a shell, where `$#` is none.
    let isSetApart: Bool

    private init(
        _ lines: [String], _ blocks: [(String, String)] = [], quotes: String = "\"'", hasLongTexts: Bool = false, isSetApart: Bool = false
    ) {
        self.lines = lines.map { Array($0.utf8) }
        self.blocks = blocks.map { (Array($0.0.utf8), Array($0.1.utf8)) }
        self.quotes = Array(quotes.utf8)
        self.hasLongTexts = hasLongTexts
        self.isSetApart = isSetApart
    }

    /// The style of a file, told from its name; nil where it is not known or the kind has no comments.
    init?(path: String) {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        let dot = name.lastIndex(of: ".")
        let ending = dot.map { String(name[name.index(after: $0)...]) } ?? ""
        guard let style = Self.byName[name] ?? Self.byEnding[ending] else { return nil }
        self = style
    }

    private static let slashes = CommentStyle(["//"], [("/*", "*/")], quotes: "\"'`", hasLongTexts: true)
    private static let hashes = CommentStyle(["#"], hasLongTexts: true, isSetApart: true)
    private static let markup = CommentStyle([], [("<!--", "-->")], quotes: "")

    private static let byEnding: [String: CommentStyle] = {
        var styles: [String: CommentStyle] = [:]
        func add(_ style: CommentStyle, _ endings: String) {
            for ending in endings.split(separator: " ") { styles[String(ending)] = style }
        }
        add(
            slashes,
            "c h cc cpp cxx c++ hh hpp hxx h++ inc ino m mm java js jsx mjs cjs ts tsx mts cts cs go swift rs kt kts scala sc groovy gradle dart "
                + "scss less proto sol zig glsl vert frag cu cuh d v sv svh thrift jsonc json5 rc fs fsx hx pde y l")
        add(CommentStyle([], [("/*", "*/")]), "css")
        add(CommentStyle(["//", "#"], [("/*", "*/")], quotes: "\"'`", isSetApart: true), "php tf hcl")
        add(CommentStyle(["//"], [("/*", "*/"), ("<!--", "-->")], quotes: "\"'`"), "vue svelte")
        add(
            hashes,
            "py pyi pyx pxd rb rake gemspec sh bash zsh ksh fish pl pm t r jl yml yaml toml tcl cmake mk mak ex exs nix awk cr conf cfg "
                + "properties coffee bzl bazel gn gni graphql")
        add(CommentStyle(["#"], [("<#", "#>")], isSetApart: true), "ps1 psm1")
        add(CommentStyle(["--"], [("/*", "*/")]), "sql ddl")
        add(CommentStyle(["--"], [("--[[", "]]")]), "lua")
        add(CommentStyle(["--"], [("{-", "-}")], quotes: "\""), "hs lhs elm purs")
        add(CommentStyle(["--"], quotes: "\""), "adb ads vhd vhdl")
        add(CommentStyle([";"], [("#|", "|#")], quotes: "\""), "lisp cl el clj cljs cljc edn scm rkt")
        add(CommentStyle(["//", ";", "#", "@"], [("/*", "*/")], quotes: "\"", isSetApart: true), "s asm")
        add(CommentStyle([";", "#"], isSetApart: true), "ini")
        add(CommentStyle(["%"], quotes: "\"", isSetApart: true), "tex sty cls bib erl hrl")
        add(CommentStyle(["'"], quotes: "\""), "vb bas vbs")
        add(CommentStyle(["!"], quotes: "\"'"), "f90 f95 f03 f08")
        add(CommentStyle(["//"], [("{", "}"), ("(*", "*)")], quotes: "'"), "pas pp dpr")
        add(CommentStyle([], [("(*", "*)")], quotes: "\""), "ml mli")
        add(markup, "html htm xhtml xml xsl xslt svg xaml csproj vcxproj props targets plist jsp")
        return styles
    }()

    private static let byName: [String: CommentStyle] = [
        "makefile": hashes, "gnumakefile": hashes, "dockerfile": hashes, "containerfile": hashes, "rakefile": hashes, "gemfile": hashes,
        "vagrantfile": hashes, "cmakelists.txt": hashes, "build": hashes, "workspace": hashes, "jenkinsfile": slashes,
        "configure.ac": hashes,
    ]
}
