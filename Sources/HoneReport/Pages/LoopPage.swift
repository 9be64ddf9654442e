import HoneFacts
package import HoneLoop

/// The loop from idea to working product as one self-contained web page: a pure function of the picture.
package struct LoopPage: Sendable {
    package let picture: LoopPicture

    package init(_ picture: LoopPicture) {
        self.picture = picture
    }

    /// Whether nothing went through any stage, and nobody said of an improvement or a phase where it lies.
    package var isEmpty: Bool {
        picture.now.stages.allSatisfy { stage in
            stage.median == nil && (stage.passage?.fate?.entered ?? 0) == 0 && (stage.passage?.leftCount ?? 0) == 0
        } && picture.improvements == nil && picture.phased == nil
    }

    package var html: String {
        let document = Tag.html(
            [.lang: "en"],
            PageFrame.head("\(picture.product): from idea to working product, \(DayText.window(picture.now.window))", [LoopStyle.sheet]),
            Tag.body(
                Tag.a([.class: "skip", .href: "#content"], "Skip to the stages"), heading,
                Tag.main([.id: "content", .tabindex: "-1"], [time, passages, improvements, phases, joins, again]),
                PageFrame.footing(today: picture.today, zone: picture.zone)))
        return "<!DOCTYPE html>\n\(document.rendered)\n"
    }

    var words: LoopWords { LoopWords(picture) }

    /// The answer stands before the evidence.
    private var heading: Node {
        Tag.header(
            [.class: "title"], Tag.h1(.text(picture.product)), Tag.p([.class: "subtitle"], .text("\(LoopWords.title) · \(words.subtitle)")),
            Tag.p([.class: "remark lead"], .text(words.sentences.bottleneck)),
            words.evidenceEnds.map { Tag.p([.class: "soft"], .text($0)) } ?? .nothing,
            Tag.p([.class: "back"], Tag.a([.href: "index.html"], "the scorecard")))
    }
}
