extension TextTable {
    /// Whether other bytes can be an equal text: with signs beyond ASCII, but not with the marks ‹ and › alone, which stand in many
    /// masked texts and are written in one way.
    static func hasOtherSpellings(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 0
        while place < text.count {
            if text[place] < 0x80 {
                place += 1
            } else if place + 2 < text.count, text[place] == 0xE2, text[place + 1] == 0x80, text[place + 2] | 3 == 0xBB {
                place += 3
            } else {
                return true
            }
        }
        return false
    }
}
