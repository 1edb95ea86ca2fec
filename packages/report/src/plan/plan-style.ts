/** The look of a plan: read on a phone, and printed on A4 in two columns. */
export const planStyle = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #14212b; --quiet: #50606c; --line: #d5dde1; --accent: #0d5e63; --warn: #87480a;
  --sans: "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root { --paper: #10181d; --ink: #e4ebee; --quiet: #a0b0ba; --line: #2d3b44; --accent: #6ec6c0; --warn: #f0b869; }
}
* { box-sizing: border-box; margin: 0; padding: 0; }
body { max-width: 62rem; margin: 0 auto; padding: 24px 16px 40px; background: var(--paper); color: var(--ink); font: 1rem/1.45 var(--sans); overflow-wrap: anywhere; }
ul { list-style: none; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.6vw, 2rem); line-height: 1.15; letter-spacing: -0.015em; font-weight: 650; color: var(--accent); }
.names { margin-top: 4px; font-size: 1.125rem; font-weight: 600; }
.standing { margin-top: 4px; color: var(--quiet); }
header { padding-bottom: 12px; border-bottom: 2px solid var(--accent); }
.private header::before { content: ""; display: block; height: 6px; margin-bottom: 12px; background: repeating-linear-gradient(-45deg, var(--warn) 0 8px, transparent 8px 16px); }
section { margin-top: 24px; }
h2 { font-size: 1.0625rem; font-weight: 650; border-bottom: 1px solid var(--line); padding-bottom: 4px; margin-bottom: 8px; break-after: avoid; }
.number { display: inline-block; min-width: 1.5em; color: var(--accent); font-variant-numeric: tabular-nums; }
h3 { font-size: 0.875rem; font-weight: 600; color: var(--quiet); margin-top: 8px; break-after: avoid; }
dl > div { display: grid; grid-template-columns: minmax(7rem, 2fr) minmax(0, 3fr); gap: 0 8px; padding: 2px 0; }
dt, .label, .rest { color: var(--quiet); }
li { padding: 3px 0; break-inside: avoid; }
.what { font-weight: 600; }
.fact::before { content: "· "; color: var(--quiet); } .fact { font-size: 0.9375rem; }
#missing h2 { color: var(--warn); }
footer { margin-top: 32px; padding-top: 8px; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.875rem; }
.signatures { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 24px; margin-bottom: 12px; }
.sign { margin-top: 32px; border-top: 1px solid var(--quiet); padding-top: 4px; }
@media (min-width: 48rem), print {
  main { columns: 2; column-gap: 28px; }
  main { margin-top: 12px; } section { break-inside: avoid-column; } section:first-child { margin-top: 0; }
}
@page { size: A4; margin: 12mm 13mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 8.6pt; line-height: 1.32; }
  h1 { font-size: 15pt; } .names { font-size: 10.5pt; } h2 { font-size: 9.6pt; margin-bottom: 3px; padding-bottom: 2px; }
  h3, .fact, footer { font-size: 8.2pt; } h3 { margin-top: 3px; } section { margin-top: 10px; } li { padding: 1px 0; } dl > div { padding: 1px 0; }
  main { column-gap: 7mm; } header { padding-bottom: 6px; } footer { margin-top: 12px; } .sign { margin-top: 22px; }
}
`
