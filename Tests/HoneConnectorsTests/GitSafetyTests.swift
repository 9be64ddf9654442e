import Foundation
import HoneFacts
import Testing

@testable import HoneConnectors

/// Reading a stranger's repository.
struct GitSafetyTests {
    @Test func `no program that the repository names is started`() async throws {
        let fixture = try GitFixture()
        try fixture.write(".gitattributes", "*.txt diff=evil filter=evil\n")
        try fixture.commit("First", text: "a\n")
        try fixture.commit("Second", text: "b\n")
        let witness = fixture.path + "-witness"
        let program = fixture.path + "/evil.sh"
        try fixture.write("evil.sh", "#!/bin/sh\necho ran >> \(witness)\ncat\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        for name in [
            "diff.external", "diff.evil.textconv", "diff.evil.command", "filter.evil.clean", "filter.evil.smudge", "core.fsmonitor",
            "core.pager", "pager.log", "core.sshCommand", "core.editor", "gpg.program", "core.askPass", "credential.helper",
            "core.alternateRefsCommand", "interactive.diffFilter",
        ] {
            try fixture.git("config", name, program)
        }
        for hook in ["post-checkout", "reference-transaction", "post-index-change", "pre-auto-gc"] {
            try FileManager.default.copyItem(atPath: program, toPath: fixture.path + "/.git/hooks/" + hook)
        }
        try fixture.git("config", "log.showSignature", "true")
        try fixture.git("config", "log.showRoot", "false")
        try? FileManager.default.removeItem(atPath: witness)
        let sync = try await fixture.sync()
        #expect(sync.rows(.commit).count == 2)
        #expect(sync.rows(.fileChange).count == 3)
        #expect(!FileManager.default.fileExists(atPath: witness))
    }

    @Test func `nothing is written in the repository`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        try fixture.git("tag", "-a", "-m", "One", "v1")
        try fixture.write("loose.txt", "not added")
        try fixture.write("notes.txt", "changed, not committed")
        let before = try fixture.contents()
        let sync = try await fixture.sync()
        try fixture.write("notes.txt", "changed, not committed")
        _ = try await fixture.sync(since: sync.position)
        #expect(try fixture.contents() == before)
    }

    @Test func `a git that ends without reading its input is an error and not the end of this process`() async throws {
        let fixture = try GitFixture()
        let program = try fixture.program("exit 3")
        let git = GitProcess(program: program, directory: fixture.path, inherited: [:])
        for _ in 0..<20 {
            let (_, ending) = try await git.answer(["log"], input: [UInt8](repeating: 65, count: 200_000))
            #expect(!ending.isSuccess)
        }
    }
}
