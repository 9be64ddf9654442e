/// What the loop page adds to the style of the scorecard: one strip for wide screens and paper, one for narrow screens.
enum LoopStyle {
    static let sheet = Stylesheet(
        """
        .strips { display: grid; gap: 1.5rem; margin-top: 1.25rem; }
        .strips figure { max-width: 60rem; }
        .strips .wide { display: block; }
        .strips .narrow { display: none; }
        .block table + table, .block p + table { margin-top: 1rem; }
        .block table + p, .strips + table { margin-top: 1rem; }
        .parts thead th { vertical-align: bottom; white-space: normal; }
        .back { margin-top: .5rem; }
        @media screen and (max-width: 40rem) {
          .strips .wide { display: none; }
          .strips .narrow { display: block; }
        }
        @media print {
          .strips { gap: .75rem; margin-top: .75rem; }
        }
        """)
}
