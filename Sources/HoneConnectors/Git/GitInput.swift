#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// What git reads on its input: a file without a name.
///
/// Not a pipe: a git that ends before it has read everything would end this process as well, with SIGPIPE.
enum GitInput {
    /// A descriptor at the beginning of the bytes; whoever takes it closes it.
    static func descriptor(of bytes: [UInt8]) throws -> FileDescriptor {
        if bytes.isEmpty { return try FileDescriptor.open("/dev/null", .readOnly, options: .closeOnExec) }
        let file = try ScratchFile.open()
        do {
            try file.writeAll(bytes)
            try file.seek(offset: 0, from: .start)
            return file
        } catch {
            try file.close()
            throw error
        }
    }
}
