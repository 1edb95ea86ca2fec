/** What the desk needs beside the look of every page of the service. A constructed sheet: no policy has to let it in. */
export function styleSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  return sheet
}

const style = `
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.skip { position: absolute; inset-inline-start: -99rem; padding: .5rem 1rem; background: var(--paper); z-index: 2 } .skip:focus { inset-inline-start: 0 }
.top { max-width: none; margin: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; padding: .6rem 1.25rem; border-bottom: 1px solid var(--line); background: var(--card) }
.top .firm { margin-inline-end: auto } .top nav, .parts { display: flex; flex-wrap: wrap; gap: .25rem }
.top nav a, .parts a { display: block; padding: .5rem .8rem; border-radius: .5rem; text-decoration: none; color: var(--ink); min-height: 2.75rem } .top nav a:hover, .parts a:hover { background: var(--soft) }
.top nav a[aria-current], .parts a[aria-current] { background: var(--soft); color: var(--accent); font-weight: 600 }
.desk > .kicker { margin: -.75rem 0 0 } .desk > .kicker a { display: inline-block; padding-block: .6rem }
.parts { margin: 0 0 1.5rem; border-bottom: 1px solid var(--line); padding-bottom: .5rem }
main.form > h1:first-child { padding-top: 2.5rem }
.desk { max-width: 62rem; padding-top: 2rem; padding-bottom: 5rem; outline: none } .desk h1:focus { outline: none }
.desk section { margin-top: 2.5rem } .desk section > h2:first-child { margin-top: 0 } .said p { margin: 0 0 1.5rem }
.trouble { border: 2px solid var(--bad); border-radius: .5rem; padding: .8rem 1.1rem; color: var(--bad); max-width: none }
.quietly { min-height: 2.75rem; padding: .35rem .8rem; border-color: transparent; font-weight: 400 } .quietly:hover { border-color: var(--accent) }
button:disabled { opacity: .55; cursor: default; filter: none } .inline { display: inline } .late { color: var(--bad); font-weight: 600 }
input[type=number].short { max-width: 8rem }
.drop { display: grid; justify-items: center; gap: .2rem; padding: 2.25rem 1rem; border: 2px dashed var(--edge); border-radius: .75rem; background: var(--card); cursor: pointer; text-align: center } .drop b { color: var(--accent); font-size: 1.15rem } .drop span { color: var(--quiet) } .drop:hover, .drop.over { border-color: var(--accent); background: var(--soft) } .drop:focus-within { outline: 3px solid var(--accent); outline-offset: 2px }
.files { list-style: none; margin: 1.5rem 0 0; padding: 0; display: grid; gap: 1rem } .files > li { border: 1px solid var(--line); border-radius: .6rem; padding: .5rem 1.1rem } .files .bar { padding: 0; margin: 0; align-items: center } .files .bar b { color: var(--ink) } .files .bar button { margin-inline-start: auto } .files .summary { margin: .75rem 0; padding: .75rem 1rem } .files .summary ul { max-height: 15rem; overflow: auto } .files .hint { margin: .25rem 0 }
.ask { background: var(--soft); border-radius: .5rem; padding: .75rem 1rem }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(12rem, 100%), 1fr)); gap: .25rem 1rem; align-items: end } .grid .field { margin: .5rem 0; min-width: 0 } .grid .wide { grid-column: 1 / -1 }
.found { margin-top: 1.5rem } .found legend { margin-bottom: .25rem } .found h3 { display: inline } .kept { border-inline-start: 3px solid var(--line); padding-inline-start: .9rem; color: var(--quiet); margin: 0 }
.inline-form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin-top: 1rem } .inline-form .field { margin: 0; flex: 1 1 14rem; max-width: 26rem }
.judged { border: 1px solid var(--line); border-radius: .75rem; padding: 1.1rem 1.25rem } .desk section.judged { margin-top: 1.25rem } .judged h2 { margin: 0 0 .5rem }
.criteria { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(25rem, 100%), 1fr)); gap: .75rem 1.5rem } .criteria .options { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .35rem } .criteria .option { justify-content: center; padding-inline: .4rem; gap: .4rem }
.decision { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .5rem 1.5rem; align-items: center; margin-top: 1rem; border-top: 1px solid var(--line); padding-top: 1rem } .decision p { margin: 0 } .decision .field { margin: 0; grid-column: 1 / -1 }
.chosen { counter-reset: place } .chosen li { display: grid } .hand-on { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 1.25rem; align-items: start } .hand-on .buttons { margin: 1rem 0 0 } .hand-on .code { padding: 0 } .hand-on .code svg { width: 11rem }
.gap { margin-top: 1rem } .gap .buttons { margin: .75rem 0 0 } .sheet { display: block; width: 100%; height: 48rem; border: 1px solid var(--line); border-radius: .6rem; background: #fff }
.own { border-inline-start: 4px solid var(--accent); padding-inline-start: 1.1rem } .own > h3 { margin-top: 2rem } .missing li { display: grid } desk-facts { display: block; margin-block: 1rem; --joinery-paper: var(--paper); --joinery-ink: var(--ink); --joinery-accent: var(--accent) }
.link:not(:has([name=statements]:checked)) .statements-choice { display: none }
.languages { display: flex; flex-wrap: wrap; gap: .25rem; border-top: 1px solid var(--line); padding-top: 1rem } .languages [aria-current] { background: var(--soft); font-weight: 600 }
caption { text-align: start; font-weight: 600; padding: 1rem 0 .25rem } h4 { margin: 0 0 .35rem; font-size: 1.05rem }
.changes ul { margin: .25rem 0 1rem; padding-inline-start: 1.2rem }
.action { border-top: 1px solid var(--line); padding-top: .5rem; margin-top: .75rem }
td > div + div { margin-top: .35rem }
@media (max-width: 26rem) { .criteria .option { flex-direction: column; gap: .1rem; padding-inline: .2rem; text-align: center; line-height: 1.3 } }
@media (max-width: 40rem) { .hand-on, .decision { grid-template-columns: minmax(0, 1fr) } .top nav { order: 3; width: 100% } .top { padding-block: .25rem } .top nav { gap: 0; margin-inline: -.45rem } .top nav a, .parts a { padding-inline: .45rem; font-size: .92rem } .parts { gap: 0 .25rem; margin-inline: -.45rem } }
`
