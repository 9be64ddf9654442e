#if canImport(Glibc)
    internal import Glibc
#endif

/// Memory of some megabytes that is about to be filled.
enum LargePages {
    /// Asks the system for it in large pieces, so that it has to be asked less often. A wish: what is in it stays the same.
    static func wish(_ memory: UnsafeMutableRawBufferPointer) {
        #if canImport(Glibc)
            guard let start = memory.baseAddress else { return }
            let page = 4_096
            let before = (page - Int(bitPattern: start) % page) % page
            guard memory.count > before + page else { return }
            madvise(start + before, (memory.count - before) / page * page, MADV_HUGEPAGE)
        #endif
    }
}
