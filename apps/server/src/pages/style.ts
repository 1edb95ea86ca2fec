/** The look of every page of the service: one accent colour, contrast AA in both schemes, nothing from elsewhere. */
export const style = `
:root { color-scheme: light dark; --ink: #14212b; --quiet: #50606c; --paper: #fff; --card: #f3f6f6; --line: #d5dde1; --edge: #6d7f8a; --accent: #0d5e63; --on-accent: #fff; --soft: #e3efee; --bad: #a02c2c }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eef0; --quiet: #a3b1b9; --paper: #10181d; --card: #19242a; --line: #2f3d45; --edge: #8496a0; --accent: #7cc7c4; --on-accent: #0d1a1d; --soft: #17302f; --bad: #f2a0a0 } }
* { box-sizing: border-box } [hidden] { display: none !important }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.55 "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", sans-serif; overflow-wrap: break-word }
main, header, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem }
header { padding-top: 3.5rem } footer { padding-top: 2rem; padding-bottom: 3rem; color: var(--quiet); font-size: .9rem }
h1 { font-size: clamp(1.8rem, 1.3rem + 2.2vw, 2.6rem); line-height: 1.12; margin: 0 0 .75rem; letter-spacing: -.02em; text-wrap: balance } h2 { margin: 3rem 0 .75rem; font-size: 1.35rem; line-height: 1.25 } h3 { margin: 0 0 .35rem; font-size: 1.05rem }
p { margin: 0 0 1rem; max-width: 44rem } .lead { font-size: 1.2rem } .block { display: block } .quiet { color: var(--quiet) } .small { font-size: .92rem }
a { color: var(--accent); text-underline-offset: .15em } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px }
code { font: .9em ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; background: var(--card); border: 1px solid var(--line); border-radius: .25rem; padding: .05rem .3rem; overflow-wrap: anywhere }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: 1rem; padding: 0; margin: 0; list-style: none }
.card { display: block; height: 100%; padding: 1.1rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; color: inherit; text-decoration: none }
a.card:hover { border-color: var(--accent) } .card b { display: block; color: var(--accent) } .card span { display: block; color: var(--quiet); font-size: .92rem }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th { text-align: start; font-size: .85rem; color: var(--quiet); font-weight: 600 } th, td { padding: .55rem .9rem .55rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
.below { margin-top: 1rem } .stacks td:last-child { white-space: nowrap }
meter { width: 5.5rem; height: .6rem; vertical-align: middle; border: 0; border-radius: 3px; background: var(--line) } meter::-webkit-meter-bar { height: .6rem; border: 0; border-radius: 3px; background: var(--line) } meter::-webkit-meter-optimum-value { border-radius: 3px; background: var(--accent) } meter::-moz-meter-bar { background: var(--accent) }
img { vertical-align: middle; max-width: 100%; height: auto }

.form { max-width: 46rem } .bar { display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between; align-items: baseline; color: var(--quiet); font-size: .92rem; padding-top: 1.5rem; margin-bottom: 1.75rem }
.kicker { color: var(--accent); font-weight: 600; font-size: .92rem; margin: 0 0 .25rem }
progress { appearance: none; display: block; width: 100%; height: 6px; margin-top: .4rem; border: 0; border-radius: 3px; background: var(--line); overflow: hidden } progress::-webkit-progress-bar { background: var(--line) } progress::-webkit-progress-value { background: var(--accent) } progress::-moz-progress-bar { background: var(--accent) }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0 } legend { padding: 0 }
.statement { border-top: 1px solid var(--line); padding: 1.5rem 0 1.25rem } .statement legend { float: left; width: 100%; font-weight: 600; font-size: 1.06rem; line-height: 1.4; margin-bottom: .75rem } .statement legend ~ * { clear: both }
.tag { display: inline-block; font-size: .8rem; font-weight: 600; color: var(--accent); background: var(--soft); border-radius: 1rem; padding: 0 .6rem; margin-inline-end: .5rem }
.options { display: flex; flex-wrap: wrap; gap: .5rem }
.option { display: flex; align-items: center; gap: .55rem; min-height: 2.75rem; padding: .35rem .9rem .35rem .7rem; border: 1px solid var(--edge); border-radius: .5rem; cursor: pointer; background: var(--paper) } .option:hover { border-color: var(--accent) } .option:has(:checked) { border-color: var(--accent); background: var(--soft); box-shadow: inset 0 0 0 1px var(--accent) }
.option:focus-within { outline: 3px solid var(--accent); outline-offset: 2px } .option input:focus-visible { outline: none }
.stacked { display: grid; gap: .5rem } .stacked .option { align-items: start; padding-block: .6rem } .stacked .option input { margin-top: .3rem }
input[type=radio], input[type=checkbox] { width: 1.15rem; height: 1.15rem; margin: 0; flex: none; accent-color: var(--accent) }
.field { margin: 1rem 0 } label.name, .name { display: block; font-weight: 600; margin-bottom: .2rem } .hint { display: block; color: var(--quiet); font-size: .92rem; margin: 0 0 .35rem }
input:is([type=text], [type=date], [type=url], [type=email], [type=number], [type=password]), select, textarea { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: .5rem; padding: .55rem .7rem; width: 100%; max-width: 32rem; min-height: 2.75rem } select { text-overflow: ellipsis } input.short { max-width: 12rem } textarea { min-height: 6rem; display: block; max-width: 100% }
input[type=color] { width: 4rem; height: 2.75rem; padding: .2rem; border: 1px solid var(--edge); border-radius: .5rem; background: var(--paper) }
[aria-invalid=true] { border-color: var(--bad); box-shadow: inset 0 0 0 1px var(--bad) } .wrong { border-inline-start: 4px solid var(--bad); padding-inline-start: 1rem } .why { color: var(--bad); font-weight: 600; margin: 0 0 .4rem }
@supports selector(:has(a)) { .statement:not(:has([value=notApplicable]:checked)) .reason { display: none } }
details { margin: .5rem 0 } summary { display: block; position: relative; width: fit-content; min-height: 2.75rem; padding: .65rem 0; padding-inline-start: 1.4rem; color: var(--accent); font-weight: 600; cursor: pointer } summary::-webkit-details-marker { display: none }
summary::before { content: ''; position: absolute; inset-inline-start: .2rem; top: 1.15rem; width: .45rem; height: .45rem; border: solid currentColor; border-width: 0 2px 2px 0; transform: translateY(-2px) rotate(45deg) } details[open] > summary::before { transform: translateY(2px) rotate(-135deg) } details.facts { border-top: 1px solid var(--line); padding-top: .5rem; margin-top: 1rem }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; margin: 2rem 0; align-items: center }
button, .button { font: inherit; font-weight: 600; display: inline-block; min-height: 2.9rem; padding: .6rem 1.4rem; border-radius: .5rem; border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent); cursor: pointer; text-decoration: none } button:hover, .button:hover { filter: brightness(1.08) } .plain { background: transparent; color: var(--accent) }
#choices:not(:has([name=keeping][value=service]:checked)) .for-service { display: none }
.summary { border: 3px solid var(--bad); border-radius: .5rem; padding: 1rem 1.25rem; margin: 0 0 2rem } .summary h2 { margin: 0 0 .5rem; font-size: 1.15rem } .summary ul { margin: 0; padding-inline-start: 1.2rem } .summary a { color: var(--bad); font-weight: 600 }
.note { background: var(--soft); border-radius: .6rem; padding: 1rem 1.25rem; margin: 1.5rem 0 } .note p:last-child { margin-bottom: 0 }
.rows { list-style: none; margin: 1.5rem 0; padding: 0 } .rows > li { display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between; padding: .75rem 0; border-top: 1px solid var(--line) } .rows.checked > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; padding-block: .35rem } .checked a { padding-block: .6rem } .checked .small { display: block }
.framed main { max-width: none; padding: 0 } .framed .fallback { padding: 1.25rem }

dl.facts { margin: 0 0 .75rem } dl.facts > div { padding: .3rem 0 } dl.facts dt { color: var(--quiet); font-size: .92rem } dl.facts dd { margin: 0 } ul.facts { margin: 0 0 .75rem; padding-inline-start: 1.2rem } ul.facts dl, ul.facts dl > div { margin: 0; padding: 0 } ul.facts dt, ul.facts dd { display: inline } ul.facts dt::after { content: ': ' }
.fact { border-top: 1px solid var(--line); margin: 0 } .fact > summary { width: auto } .fact .statement { border: 0; padding-top: .25rem } .fact legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.rating { display: grid; grid-template-columns: repeat(5, minmax(0, 4.5rem)); gap: .4rem } .rating .option { padding-inline: .5rem; gap: .35rem; justify-content: center }
@supports selector(:has(a)) { .partner .statement:not(:has([value=no]:checked)) .correction { display: none } }
.code { background: #fff; width: fit-content; border-radius: .5rem; overflow: hidden }
.tongues { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin: 1.5rem 0 2.5rem; border-top: 1px solid var(--line); padding-top: .5rem } .tongues a { padding-block: .65rem } .bar a { padding-block: .55rem; margin-block: -.55rem } .code svg { display: block; width: 16rem; max-width: 100%; height: auto }

.builder { display: grid; gap: 2rem; margin-top: 2rem } .builder h2 { margin: 2.25rem 0 .75rem } .builder > * > h2:first-child { margin-top: 0 } .swatches { display: flex; flex-wrap: wrap; gap: 1rem 1.5rem }
.builder section { min-width: 0 } .shown { border: 1px solid var(--line); border-radius: .75rem; overflow: clip; background: var(--paper) } .shown iframe { display: block; width: 100%; height: 50rem; border: 0 }
pre { margin: 0 0 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font: .86rem/1.55 ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace } pre code { all: unset; font: inherit }
@media (min-width: 68rem) { .wide { max-width: 84rem } .builder { grid-template-columns: minmax(0, 24rem) minmax(0, 1fr); align-items: start } }
@media (max-width: 30rem) { header { padding-top: 2rem } .statement .options { display: grid } .stacks thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) } .stacks tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; padding: .75rem 0; border-bottom: 1px solid var(--line) } .stacks td { padding: 0; border: 0 } .stacks td:nth-child(-n + 2) { grid-column: 1 / -1 } .stacks td:nth-child(2) { color: var(--quiet) } .stacks a { font-weight: 600 } .buttons > * { width: 100%; text-align: center } }
@media (forced-colors: active) { .option:has(:checked) { outline: 2px solid Highlight } button, .button { border: 1px solid ButtonText } progress, meter::-webkit-meter-bar { border: 1px solid } progress::-webkit-progress-value { background: CanvasText } }
@media print { .buttons, .bar { display: none } }
`
