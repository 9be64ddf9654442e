#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Lets one program at a time open a store: switching to the write-ahead log and migrating are not safe for two at once.
///
/// The lock is the operating system's, on a file beside the store; it is gone with the program, however that ends.
struct OpeningLock {
    private let descriptor: Int32

    /// Waits until no other program is opening the store.
    init(path: String) throws {
        descriptor = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StoreError(
                .unreadable, "\(path) cannot be opened for writing.",
                advice: "Look at the permissions of the folder and at the space on the disk.")
        }
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    }

    /// Lets the next program in.
    func unlock() { _ = close(descriptor) }
}
