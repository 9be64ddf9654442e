/// What the page of releases adds: what a number stands on is small and below it.
enum ReleasesStyle {
    static let sheet = Stylesheet(
        """
        .releases { margin: .5rem 0 1rem; }
        .releases th, .releases td { vertical-align: top; padding-right: .8rem; font-size: .9375rem; }
        .releases th[scope="row"] { min-width: 4rem; }
        .releases td:nth-of-type(1) { min-width: 8rem; }
        .releases thead th { vertical-align: bottom; }
        .under { display: block; font-size: .8125rem; color: var(--soft); }
        .chart-group > .soft + .soft { margin-top: .25rem; }
        .inherited table { margin: .75rem 0; max-width: 32rem; }
        @media screen and (min-width: 40.0625rem) and (max-width: 74rem) {
          .releases, .releases tbody, .releases th, .releases td { display: block; }
          .releases thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .releases tr { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .4rem 1rem; padding: .6rem 0; }
          .releases th[scope="row"] { grid-column: 1 / -1; font-weight: 600; }
          .releases td { padding: 0; }
          .releases td::before { display: block; content: attr(data-label); color: var(--soft); font-size: .8125rem; }
          .releases td:empty, .releases td:has(> span:empty) { display: none; }
        }
        @media screen and (max-width: 40rem) { td { grid-template-columns: 8rem minmax(0, 1fr); } }
        """)
}
