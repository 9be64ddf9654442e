import HoneFacts
package import HoneLoop

/// Releases on a terminal, a few lines each.
package struct ReleasesText {
    let picture: ReleasesPicture
    let width: Int
    let isStyled: Bool

    package init(_ picture: ReleasesPicture, width: Int, isStyled: Bool) {
        (self.picture, self.width, self.isStyled) = (picture, width, isStyled)
    }

    package var text: String {
        let words = ReleaseWords(picture)
        var page = TerminalPage(width: width, isStyled: isStyled)
        page.paragraph("\(picture.product) · \(ReleaseWords.title)", weight: .bold)
        page.gap()
        guard !picture.rows.isEmpty else {
            page.paragraph(ReleaseWords.none)
            page.paragraph(ReleaseWords.noneNext)
            return page.text
        }
        for row in picture.rows {
            page.paragraph(words.names(row), weight: .bold)
            page.labelled("days", words.days(row), at: 14, indent: 2, weight: .dim)
            let brought = [words.changes(row), words.items(row)].compactMap(\.self).joined(separator: "; ")
            if !brought.isEmpty { page.labelled("brought", brought, at: 14, indent: 2, weight: .dim) }
            if !row.capability.isEmpty { page.labelled("capability", words.capability(row), at: 14, indent: 2, weight: .dim) }
        }
        page.gap()
        for note in words.notes + [words.leftOut].compactMap(\.self) { page.paragraph(note) }
        if let inherited = picture.inherited { append(InheritedWords(inherited), to: &page) }
        if !words.gaps.isEmpty {
            page.gap()
            page.paragraph("CANNOT SAY", weight: .bold)
            for gap in words.gaps { page.paragraph(gap, indent: 2) }
        }
        page.gap()
        page.paragraph("> hone release show --format markdown", weight: .dim)
        return page.text
    }

    private func append(_ words: InheritedWords, to page: inout TerminalPage) {
        page.gap()
        page.paragraph("INHERITED", weight: .bold)
        page.paragraph(words.sentence, indent: 2)
        guard let table = words.table else { return }
        page.gap()
        page.append(
            TextTable(headers: table.headers, rows: table.rows, width: page.width - 2, numeric: Set(1..<table.headers.count)).text,
            indent: 2)
        page.gap()
        page.paragraph(InheritedWords.note, indent: 2)
    }
}
