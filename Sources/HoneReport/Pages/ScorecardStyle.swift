/// How the page looks: one family, tabular figures, two weights, one accent, light and dark from the same variables.
enum ScorecardStyle {
    static let sheet = Stylesheet(
        """
        :root {
          color-scheme: light dark;
          --paper: #fdfcfa; --ink: #1d1e20; --soft: #5b5f66; --rule: #e0ddd6; --wash: #f3f1ec; --accent: #0a5a87;
        }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #16181b; --ink: #e8e6e2; --soft: #a7abb3; --rule: #34383e; --wash: #202327; --accent: #7fc1ea; }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
        body {
          margin: 0 auto; padding: 2.5rem 1.5rem 3rem; max-width: 70rem; background: var(--paper); color: var(--ink);
          font: 400 1rem/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: break-word;
        }
        h1, h2, h3, p, dl, dd, ul, figure, table { margin: 0; padding: 0; font-weight: 400; }
        h1 { font-size: 2.25rem; line-height: 1.15; font-weight: 600; }
        h2, th[scope="col"], strong, .outcome, .metric h3, dt strong { font-weight: 600; }
        h3 { font-size: 1rem; font-weight: 600; margin-top: .75rem; }
        ul { list-style: none; }
        a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: 1px; }
        a:focus-visible, main:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
        main:focus { outline: none; }
        code { font: inherit; }
        .command { background: var(--wash); border-radius: .25rem; padding: .1rem .45rem; color: var(--ink); display: inline-block; max-width: 100%; }
        .command::before { content: "> " / ""; color: var(--soft); }
        .hint { color: var(--soft); }
        .soft { color: var(--soft); }
        .age { color: var(--soft); white-space: nowrap; }
        .skip { position: absolute; left: -100vw; }
        .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .25rem .5rem; }

        .title { padding-bottom: 1.75rem; }
        .subtitle { font-size: 1.125rem; margin-top: .25rem; }
        .remark { margin-top: .75rem; padding-left: .75rem; border-left: 3px solid var(--accent); }
        .block { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0 1.5rem; border-top: 1px solid var(--rule); padding: 1.25rem 0 1.5rem; }
        h2 { font-size: .8125rem; line-height: 1.5rem; letter-spacing: .06em; text-transform: uppercase; color: var(--soft); }
        .lead { font-size: 1.25rem; line-height: 1.4; }
        .beside { display: grid; grid-template-columns: minmax(0, 1fr) 22.5rem; gap: 1rem 2.5rem; align-items: start; }
        .sentences > p + p { margin-top: .25rem; }
        svg { display: block; width: 100%; height: auto; color: var(--ink); }
        svg .note { fill: var(--soft); }
        svg .accent, svg .last { fill: var(--accent); }
        svg .band { fill: var(--accent); fill-opacity: .1; }
        svg text { font-family: inherit; paint-order: stroke; stroke: var(--paper); stroke-width: 2.5px; stroke-linejoin: round; }
        .spark { width: 8.5rem; height: 1.875rem; }

        .lane, .pairs > div { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: 0 1.5rem; padding: .3rem 0; }
        .lane dd { grid-column: 2; }
        .lane dd + dd { margin-top: .6rem; }

        table { width: 100%; border-collapse: collapse; }
        caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        th, td { text-align: left; padding: .22rem 1.25rem .22rem 0; vertical-align: middle; font-weight: 400; }
        tbody tr { border-top: 1px solid var(--rule); }
        th:last-child, td:last-child { padding-right: 0; }
        thead th { color: var(--soft); font-size: .875rem; padding-top: 0; }
        .number { text-align: right; white-space: nowrap; }
        td.number strong { white-space: normal; overflow-wrap: normal; }
        .whole { white-space: nowrap; }
        th[scope="row"] { min-width: 8rem; overflow-wrap: anywhere; }
        .flow, .patterns { margin-top: 1rem; }
        .patterns li { font-size: .9375rem; }
        .patterns li:last-child { color: var(--soft); }
        .measure .spark { width: 8.5rem; }
        .flow li + li, .notes li + li { margin-top: .25rem; }
        .notes li { padding-left: 1rem; text-indent: -1rem; }
        .notes li::before { content: "– "; color: var(--soft); }

        .behind { border-top: 1px solid var(--rule); padding-top: 1.25rem; }
        .index { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .5rem 0 1.5rem; }
        .metric { border-top: 1px solid var(--rule); padding: 1.5rem 0 2rem; }
        .metric h3 { font-size: 1.375rem; line-height: 1.3; margin: 0; }
        .question { color: var(--soft); }
        .answer { font-size: 1.125rem; margin-top: .5rem; }
        .pictures { display: flex; flex-wrap: wrap; gap: 1.5rem 2.5rem; margin-top: 1.25rem; }
        .pictures figure { flex: 0 1 22.5rem; min-width: 0; }
        figcaption { font-size: .875rem; color: var(--soft); margin-bottom: .4rem; }
        .metric table { margin-top: 1.25rem; max-width: 46rem; font-size: .9375rem; }
        .facts { margin-top: 1.25rem; columns: 2; column-gap: 2.5rem; font-size: .9375rem; }
        .facts > div { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0 1rem; padding: .2rem 0; break-inside: avoid; }
        .facts dt { color: var(--soft); }
        .again { margin-top: 1rem; font-size: .9375rem; }
        footer { border-top: 1px solid var(--rule); padding-top: 1rem; color: var(--soft); font-size: .875rem; }

        @media screen and (max-width: 56rem) {
          .block { grid-template-columns: minmax(0, 1fr); gap: .5rem; }
          .beside { grid-template-columns: minmax(0, 1fr); }
          .beside figure { max-width: 26rem; }
          .facts { columns: 1; }
        }
        @media screen and (max-width: 40rem) {
          body { padding: 1.25rem 1rem 2rem; }
          h1 { font-size: 1.75rem; }
          .lane, .pairs > div { grid-template-columns: minmax(0, 1fr); padding: .4rem 0; }
          .lane dd { grid-column: 1; }
          table, tbody, tr, th, td { display: block; }
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          tbody tr { padding: .6rem 0; }
          th, td { padding: .1rem 0; }
          td { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: 0 1rem; }
          td::before { content: attr(data-label); color: var(--soft); }
          td:empty, td:has(> span:empty) { display: none; }
          .number { text-align: left; white-space: normal; }
          .process tr { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr) 3.5rem; gap: .15rem 1rem; }
          .process th { grid-column: 1 / -1; }
          .process td { display: block; line-height: 1.35; }
          .process td::before { display: block; font-size: .8125rem; }
          .process td:nth-of-type(3) { grid-column: 1 / 3; }
          .process td:nth-of-type(4) { grid-column: 3; grid-row: 2; }
          .facts > div { grid-template-columns: 5.5rem minmax(0, 1fr); gap: 0 .75rem; }
        }
        @media print {
          :root { --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --wash: #fff; --accent: #0a4a70; }
          @page { margin: 14mm; }
          html { font-size: 8pt; }
          body { padding: 0; max-width: none; line-height: 1.38; }
          .skip, .index { display: none; }
          .metric, .lane, .pairs > div, .notes li, figure, tr { break-inside: avoid; }
          .block { padding: .55rem 0 .6rem; grid-template-columns: 10rem minmax(0, 1fr); }
          h2 { letter-spacing: 0; }
          .title { padding-bottom: 1rem; }
          .behind { break-before: page; border: 0; padding: 0; }
          .lane, .pairs > div { padding: .12rem 0; }
          .command { padding: 0; }
          a { color: inherit; }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }
        """)
}
