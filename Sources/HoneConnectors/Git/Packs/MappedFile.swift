#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A file seen as memory: what nobody looks at is not read. Git writes a pack once, under another name, and changes it never; one that
/// is deleted stays whole as long as it is mapped.
final class MappedFile {
    let bytes: UnsafeRawBufferPointer

    /// Nil where there is no such file, where it is empty, and where it cannot be read.
    init?(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var info = stat()
        guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_size > 0, let size = Int(exactly: info.st_size),
            let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
        else { return nil }
        bytes = UnsafeRawBufferPointer(start: start, count: size)
    }

    deinit {
        munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }
}
