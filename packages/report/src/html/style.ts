/** The look of the page. Spacing in steps of 4 pixels, type in five sizes, one accent colour; contrast AA in both schemes. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --raised: #f3f6f6; --ink: #14212b; --quiet: #50606c; --line: #d5dde1;
  --accent: #0d5e63; --accent-soft: #d3e6e5; --on-accent: #ffffff;
  --warn: #87480a; --warn-soft: #fdf2e2; --bad: #a02c2c; --good: #1b6b3c;
  --sans: "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", "Noto Sans", "Noto Sans Arabic", "DejaVu Sans", sans-serif;
  --mono: ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #10181d; --raised: #18232a; --ink: #e4ebee; --quiet: #a0b0ba; --line: #2d3b44;
    --accent: #6ec6c0; --accent-soft: #21484b; --on-accent: #0d1a1d;
    --warn: #f0b869; --warn-soft: #2d2415; --bad: #f09a9a; --good: #7fd0a0;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 60rem; padding: 24px 16px 48px;
  background: var(--paper); color: var(--ink);
  font: 400 1rem/1.5 var(--sans); overflow-wrap: anywhere;
}
h1, h2, h3, h4, h5, h6, p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1 { font-size: clamp(1.625rem, 1.2rem + 2.2vw, 2.375rem); line-height: 1.15; letter-spacing: -0.015em; font-weight: 650; text-wrap: balance; }
h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 650; margin-bottom: 12px; }
h3, h4, h5, h6 { font-size: 1rem; line-height: 1.4; font-weight: 650; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip:not(:focus), #headline > h2 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:focus { position: absolute; inset-inline-start: 16px; top: 8px; background: var(--paper); padding: 4px 8px; }
:lang(ar), :lang(fa), :lang(ur), :lang(he) { letter-spacing: normal; }
.patterns { position: absolute; }

.links { display: flex; flex-wrap: wrap; gap: 8px 24px; margin-bottom: 24px; font-size: 0.9375rem; } .links a { padding: 6px 0; }
header { padding-bottom: 24px; }
.brand { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-bottom: 20px; font-size: 0.875rem; color: var(--quiet); font-weight: 600; }
.tag { border: 1px solid var(--accent); color: var(--accent); border-radius: 999px; padding: 0 10px; line-height: 1.6; }
.logo-tail { fill: var(--accent); } .logo-socket { fill: var(--accent-soft); }
.subtitle { margin-top: 8px; font-size: 1.0625rem; }
.day, .notice { color: var(--quiet); }
.notice { margin-top: 8px; font-size: 0.875rem; max-width: 46rem; }

.section { margin-top: 48px; }
main > .section:first-child { margin-top: 0; }
.text { margin-bottom: 12px; max-width: 46rem; } .quiet { color: var(--quiet); } .warning { color: var(--warn); }

.hero { background: var(--raised); border-radius: 8px; border-top: 4px solid var(--accent); padding: 20px 16px 8px; }
.kicker { display: block; color: var(--quiet); font-size: 0.875rem; font-weight: 600; }
.lead strong { display: block; font-size: clamp(2rem, 1.5rem + 2.5vw, 3rem); line-height: 1.1; font-weight: 650; letter-spacing: -0.02em; color: var(--accent); }
.meaning { margin-top: 4px; font-size: 1.0625rem; } .range { margin-top: 12px; }
.ruler { display: block; margin-top: 12px; overflow: visible; font: 0.8125rem var(--sans); }
.mark { fill: var(--quiet); } .mark.here { fill: var(--ink); font-weight: 650; } .mark-name { display: none; }
.target { stroke: var(--ink); stroke-width: 2; } .target-name { fill: var(--ink); font-weight: 600; font-size: 0.75rem; }
.held { margin: 4px 0 12px; font-size: 0.875rem; color: var(--quiet); }
.figures { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 16px; margin-top: 16px; }
.figures > div { border-inline-start: 3px solid var(--line); padding-inline-start: 12px; }
.figures dt { font-size: 0.875rem; color: var(--quiet); font-weight: 600; }
.figures .value { display: block; font-size: 1.25rem; font-weight: 650; font-variant-numeric: tabular-nums; line-height: 1.3; }
.figures .note { display: block; font-size: 0.875rem; color: var(--quiet); }

.strip { display: block; overflow: visible; }
.track { fill: var(--line); } .filled { fill: var(--accent); } .possible { fill: url(#hatch); }
.hatch-ground { fill: var(--accent-soft); } .hatch-line { fill: var(--accent); opacity: 0.55; }
[dir="rtl"] .strip, [dir="rtl"] .ruler { transform: scaleX(-1); } [dir="rtl"] .ruler text { transform: scaleX(-1); transform-box: fill-box; transform-origin: center; direction: ltr; unicode-bidi: plaintext; } [dir="rtl"] .course svg { direction: ltr; }
.notch { stroke: var(--paper); stroke-width: 2; } .tick { stroke: var(--quiet); }

table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: start; color: var(--quiet); font-size: 0.875rem; padding-bottom: 8px; }
.caption::after { content: "."; }
th, td { text-align: start; vertical-align: baseline; font-weight: 400; }
thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
tbody, tr { display: block; }
tr { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; column-gap: 8px; row-gap: 2px; align-items: baseline; padding: 10px 0; border-top: 1px solid var(--line); }
td.id { grid-column: 1; grid-row: 1; color: var(--quiet); min-width: 2.25rem; white-space: nowrap; } td.id:empty { display: none; }
th.name { grid-column: 2; grid-row: 1; font-weight: 600; } th.name:first-child { grid-column: 1 / 3; }
td.figure { grid-column: 3; grid-row: 1; white-space: nowrap; text-align: end; }
td.bar { grid-column: 1 / 4; grid-row: 2; padding: 4px 0; } td.bar:empty { display: none; }
td.level { grid-column: 1 / 3; grid-row: 3; color: var(--quiet); font-size: 0.875rem; }
td.words { grid-column: 3; grid-row: 3; color: var(--quiet); font-size: 0.875rem; text-align: end; white-space: nowrap; }

.items > li { position: relative; break-inside: avoid; }
.title { font-weight: 600; } .items .note { font-size: 0.9375rem; }
.facts { display: flex; flex-wrap: wrap; gap: 0 16px; color: var(--quiet); font-size: 0.875rem; }
.cards { display: grid; gap: 12px; }
.cards > li { background: var(--raised); border-radius: 8px; padding: 12px 16px 16px; }
.cards .note { margin-top: 8px; }
.steps { counter-reset: step; }
.steps > li { counter-increment: step; padding: 12px 0; padding-inline-start: 44px; border-top: 1px solid var(--line); }
.steps > li::before { content: counter(step); position: absolute; inset-inline-start: 0; top: 12px; width: 28px; height: 28px; border-radius: 50%; background: var(--accent); color: var(--on-accent); font: 650 0.875rem/28px var(--sans); text-align: center; }
.list > li { padding: 10px 0; border-top: 1px solid var(--line); }
.warnings > li { background: var(--warn-soft); border-inline-start: 4px solid var(--warn); border-radius: 4px; padding: 10px 16px; margin-bottom: 8px; }
.list > li.judged { padding-inline-start: 32px; }
.judged .title { font-weight: 400; } .sign { position: absolute; inset-inline-start: 4px; font-weight: 700; color: var(--quiet); }
.met > .sign { color: var(--good); } .partly > .sign, .unknown > .sign { color: var(--warn); } .unmet > .sign, .error > .sign { color: var(--bad); }
.judged .facts > li:first-child { font-weight: 600; }

.course { margin: 0 0 16px; } .course svg { display: block; width: 100%; height: auto; } .course figcaption { color: var(--quiet); font-size: 0.875rem; margin-top: 4px; }
.course .grid { stroke: var(--line); } .course .line { fill: none; stroke: var(--accent); stroke-width: 3; } .course .point { fill: var(--accent); stroke: var(--paper); stroke-width: 2; } .course .outlined { fill: none; stroke: var(--quiet); stroke-width: 1.5; } .course .mark { fill: var(--quiet); font-size: 13px; }

summary { cursor: pointer; border-radius: 4px; }
.more { font-size: 0.875rem; color: var(--quiet); } .more li { padding-inline-start: 16px; position: relative; }
.more li::before { content: "–"; position: absolute; inset-inline-start: 0; }
.fold { border-top: 1px solid var(--line); }
.fold > summary { display: grid; grid-template-columns: 1.25rem minmax(0, 1fr); column-gap: 8px; row-gap: 4px; padding: 12px 0; list-style: none; }
.fold > summary::-webkit-details-marker { display: none; }
.fold > summary::before { content: "+"; color: var(--accent); font-weight: 700; text-align: center; }
.fold[open] > summary::before { content: "−"; }
.glance { grid-column: 2; display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; color: var(--quiet); font-size: 0.875rem; }
.glance .strip { flex: 1 1 6rem; min-width: 0; max-width: 14rem; }
.inside { padding-bottom: 16px; }
.group + .group { margin-top: 32px; } .group > .strip { margin: 8px 0; max-width: 24rem; } .group > .text { font-size: 0.9375rem; margin: 8px 0; }
footer .section { border-top: 1px solid var(--line); padding-top: 24px; }
.origin { display: grid; gap: 8px 24px; font-size: 0.875rem; }
.origin dt { color: var(--quiet); font-weight: 600; } .hash { display: block; color: var(--quiet); font: 0.75rem var(--mono); }

@media (min-width: 40rem), print {
  .mark-name { display: inline; } .tag { margin-inline-start: auto; }
  .figures { grid-template-columns: repeat(4, minmax(0, 1fr)); }
  .cards { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  #lenses { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 32px; align-items: start; } #lenses > h2 { grid-column: 1 / 3; } #lenses > .group { display: grid; grid-template-rows: subgrid; grid-row: span 3; margin: 0; }
  .origin { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .hero { padding: 24px 28px 12px; }
  table { display: table; } thead { position: static; width: auto; height: auto; overflow: visible; clip-path: none; display: table-header-group; } tbody { display: table-row-group; } tr { display: table-row; }
  th, td, td.bar { padding: 7px 8px; border-top: 1px solid var(--line); vertical-align: middle; } thead th { border: 0; color: var(--quiet); font-size: 0.875rem; font-weight: 600; }
  th:first-child, td:first-child { padding-inline-start: 0; } th:last-child, td:last-child { padding-inline-end: 0; }
  th.figure { text-align: end; } td.bar { width: 30%; } td.bar:empty, td.id:empty { display: table-cell; }
  td.level { font-size: 1rem; color: inherit; white-space: nowrap; } td.words { font-size: 1rem; } th.words { text-align: end; } thead th { white-space: nowrap; }
  .label { display: none; }
  .fold > summary { grid-template-columns: 1.25rem minmax(0, 1fr) minmax(0, 1fr); } .glance { grid-column: 3; justify-content: flex-end; }
  .inside { padding-inline-start: 28px; }
}
@page { size: A4; margin: 14mm 15mm; }
@media print {
  :root { font-size: 10pt; }
  body { padding: 0; max-width: none; }
  .skip, .links { display: none; } .section { margin-top: 24px; } h2, h3, h4, caption { break-after: avoid; }
  tr, .cards > li, .hero, .figures, .origin, .fold > summary { break-inside: avoid; }
  th, td { padding-block: 4px; } .steps > li, .list > li, .fold > summary { padding-block: 6px; } .steps > li::before { top: 6px; }
  .fold:not([open]), #details:not(:has(.fold[open])) { display: none; } .fold > summary::before, .more:not([open]) { display: none; }
  .fold > summary { grid-template-columns: repeat(2, minmax(0, 1fr)); } .glance { grid-column: 2; } .inside { padding-inline-start: 0; }
  .steps > li::before { print-color-adjust: exact; } .hero, .cards > li, .warnings > li { border: 1px solid var(--line); background: none; }
  .hero { border-top: 4px solid var(--accent); }
}
`
