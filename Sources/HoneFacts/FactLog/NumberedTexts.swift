/// Codes of texts that end with a number, found without a hash of the text or a look at its bytes.
///
/// Numbers are kept by pages of 1,024 codes. A page belongs to all of a text but the last ten bits of its number, so a code
/// under a number means exactly one text. Keys of one tracker stand close together; where they do not, the number of pages is
/// limited and the rest of the texts is left to the table.
struct NumberedTexts: Sendable {
    /// What the texts of a page have in common.
    private struct Page {
        var (head, headEnd): (UInt64, UInt64) = (0, 0)
        /// Form and number without its last ten bits.
        var rest: UInt64 = 0
        /// Position of its codes, less one; 0 is a free slot.
        var position = 0
    }

    /// By the hash of what the texts of a page have in common: open addressing.
    private var pages: [Page] = []
    private var shift: UInt64 = 64
    private var hashedPageCount = 0
    private var pageCount = 0
    /// What the first text has in common with its like, and the positions of their pages by number without its last ten bits, plus one:
    /// most tables hold the keys of one tracker, whose pages need no hash then.
    private var first: (head: UInt64, headEnd: UInt64, form: UInt32)?
    private var firstPages: [Int32] = []
    /// Of numbers without their last ten bits, those from here on stand with the pages of all others.
    private static let mostFirstPages = 1 << 16
    /// Codes plus one, page after page; 0 is none.
    private var codes: [Int32] = []
    /// Whether a text was left out, so that one that is not here may still be in the table.
    private(set) var isPartial = false

    private static let pageBits = 10
    private static var pageSize: Int { 1 << pageBits }
    private static let fewestPages = 1_024

    /// The position of a number for `subscript`; nil where there is no page for it and `textCount` texts do not earn one more.
    @inline(__always)
    mutating func position(adding text: TextNumber, textCount: Int) -> Int? {
        if let known = position(of: text) { return known }
        guard pageCount < Self.fewestPages + textCount / 64 else {
            isPartial = true
            return nil
        }
        return add(text)
    }

    /// The position of a number; nil where there is no page for it.
    @inline(__always)
    func position(of text: TextNumber) -> Int? {
        if isLikeFirst(text) {
            let page = Int(text.number >> UInt32(Self.pageBits))
            guard page < firstPages.count, firstPages[page] > 0 else { return nil }
            return Int(firstPages[page]) &- 1 &+ Int(text.number) & (Self.pageSize - 1)
        }
        guard !pages.isEmpty else { return nil }
        let rest = Self.rest(text)
        return pages.withUnsafeBufferPointer { pages in
            var slot = Int(truncatingIfNeeded: Self.hash(text.head, text.headEnd, rest) >> shift)
            while pages[slot].position != 0 {
                if pages[slot].rest == rest, pages[slot].head == text.head, pages[slot].headEnd == text.headEnd {
                    return pages[slot].position &- 1 &+ Int(text.number) & (Self.pageSize - 1)
                }
                slot = (slot &+ 1) & (pages.count &- 1)
            }
            return nil
        }
    }

    @inline(__always)
    private func isLikeFirst(_ text: TextNumber) -> Bool {
        guard let first else { return false }
        return text.head == first.head && text.form == first.form && text.headEnd == first.headEnd
            && text.number < UInt32(Self.mostFirstPages * Self.pageSize)
    }

    /// The code at a position, or -1.
    subscript(position: Int) -> Int32 {
        @inline(__always) get { codes[position] &- 1 }
        @inline(__always) set { codes[position] = newValue + 1 }
    }

    /// The codes at positions, -1 where one is negative: of many at once, so that they are waited for together.
    func codes(at positions: UnsafeBufferPointer<Int>, into result: UnsafeMutableBufferPointer<Int32>) {
        codes.withUnsafeBufferPointer { codes in
            for (row, position) in positions.enumerated() { result[row] = position < 0 ? -1 : codes[position] &- 1 }
        }
    }

    private mutating func add(_ text: TextNumber) -> Int {
        let position = codes.count
        if first == nil { first = (text.head, text.headEnd, text.form) }
        if isLikeFirst(text) {
            let page = Int(text.number >> UInt32(Self.pageBits))
            if page >= firstPages.count { firstPages.append(contentsOf: repeatElement(0, count: page + 1 - firstPages.count)) }
            firstPages[page] = Int32(position + 1)
        } else {
            hashedPageCount += 1
            if pages.count < hashedPageCount * 2 { grow() }
            put(Page(head: text.head, headEnd: text.headEnd, rest: Self.rest(text), position: position + 1))
        }
        pageCount += 1
        codes.append(contentsOf: repeatElement(0, count: Self.pageSize))
        return position + Int(text.number) & (Self.pageSize - 1)
    }

    private mutating func put(_ page: Page) {
        var slot = Int(truncatingIfNeeded: Self.hash(page.head, page.headEnd, page.rest) >> shift)
        while pages[slot].position != 0 { slot = (slot + 1) & (pages.count - 1) }
        pages[slot] = page
    }

    private mutating func grow() {
        let old = pages
        pages = [Page](repeating: Page(), count: max(8, old.count * 2))
        shift = UInt64(64 - pages.count.trailingZeroBitCount)
        for page in old where page.position != 0 { put(page) }
    }

    @inline(__always)
    private static func rest(_ text: TextNumber) -> UInt64 { UInt64(text.form) << 32 | UInt64(text.number >> UInt32(pageBits)) }

    @inline(__always)
    private static func hash(_ head: UInt64, _ headEnd: UInt64, _ rest: UInt64) -> UInt64 {
        head &* 0xe703_7ed1_a0b4_28db ^ (headEnd ^ rest &* 0xff51_afd7_ed55_8ccd) &* 0x9e37_79b9_7f4a_7c15
    }
}
