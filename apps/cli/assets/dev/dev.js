import { registerPlugin } from '/widgets/joinery.js'

const at = (id) => document.getElementById(id)
const preview = at('preview')
const most = 60
let run
let version = 0
let shown
let records = []
let codeFault

const events = new EventSource('/events')
events.addEventListener('message', ({ data }) => void take(JSON.parse(data)))
events.addEventListener('error', () => say('joinery dev does not answer. Is it still running?', 'bad'))
at('fill').addEventListener('change', fill)
for (const name of ['joinery-ready', 'joinery-answer']) preview.addEventListener(name, () => void showResult())
preview.addEventListener('joinery-error', ({ detail }) => {
  codeFault = { place: 'in the page', path: '', severity: 'error', message: wordsOf(detail.error) }
  show(shown)
})

/** What the command has found in the files as they are now. */
async function take(look) {
  // another run of the command may show another place
  if (run !== undefined && look.run !== run) return location.reload()
  run = look.run
  shown = look
  show(look)
  // the second part of a look is about the same files
  if (!look.isUsable || look.version === version) return void showResult()
  version = look.version
  try {
    await put(look)
  } catch (error) {
    codeFault = { place: look.module ?? 'in the page', path: '', severity: 'error', message: wordsOf(error) }
  }
  show(shown)
}

/** Gives the element the rule set of this look, and the code of the plugin. */
async function put(look) {
  codeFault = undefined
  const name = `dev-${look.title.split(' ')[0]}`
  const response = await fetch(`/rules/${look.version}`)
  const module = look.module === undefined ? undefined : await import(`/plugin/${look.version}/${look.module}`)
  // a later look has overtaken this one
  if (!response.ok || version !== look.version) return
  const ruleSet = await response.json()
  if (module !== undefined) registerPlugin(module.default)
  if (preview.name !== name) preview.name = name
  preview.ruleSet = ruleSet
}

function show({ title, faults, cases, isUsable, isPartial }) {
  const given = codeFault === undefined ? faults : [codeFault, ...faults]
  // what keeps it from being used comes first
  const all = ['error', 'warning'].flatMap((severity) => given.filter((fault) => fault.severity === severity))
  document.title = `${all.length > 0 ? `(${all.length}) ` : ''}${title} – joinery dev`
  at('title').textContent = title
  showState(all, { isUsable, isPartial })
  at('faults-part').hidden = all.length === 0
  at('faults').replaceChildren(...all.slice(0, most).map(faultItem), ...rest(all.length))
  showCases(cases, isPartial)
}

function showState(faults, { isUsable, isPartial }) {
  const errors = faults.filter(({ severity }) => severity === 'error').length
  const hints = faults.length - errors
  at('faults-title').textContent = [
    ...(errors > 0 ? [counted(errors, 'fault')] : []),
    ...(hints > 0 ? [counted(hints, 'hint')] : []),
  ].join(', ')
  if (!isUsable)
    return say(`${counted(errors, 'fault')}: it cannot be used. The questions are of the last one that could.`, 'bad')
  if (isPartial) return say('Checking …', '')
  if (errors > 0) return say(`It can be used, and has ${counted(errors, 'fault')}.`, 'bad')
  say(hints > 0 ? `It can be used; ${counted(hints, 'hint')}.` : 'Sound.', hints > 0 ? 'warn' : 'good')
}

function showCases({ passed, of, failed, records: given }, isPartial) {
  if (isPartial) return
  at('cases-part').hidden = of === 0
  at('cases-title').textContent = `${passed} of ${of} cases passed`
  at('cases').replaceChildren(
    ...failed
      .slice(0, most)
      .map(({ name, lines }) =>
        element(
          'li',
          { class: 'error' },
          element('span', { class: 'mark' }, `✕ ${name}`),
          ...lines.map((line) => element('p', {}, element('code', {}, line))),
        ),
      ),
    ...rest(failed.length),
  )
  if (given.length === 0) return void (at('fill-part').hidden = true)
  const names = given.map(({ name }) => name)
  const isSame = JSON.stringify(names) === JSON.stringify(records.map(({ name }) => name))
  records = given
  at('fill-part').hidden = false
  if (isSame) return
  at('fill').replaceChildren(
    element('option', { value: '' }, 'Choose a case'),
    ...names.map((name, index) => element('option', { value: String(index) }, name)),
  )
}

function fill({ target }) {
  const record = records[Number(target.value)]
  if (target.value === '' || record === undefined) return
  preview.asOf = record.asOf
  preview.record = record.given
}

/** What the answers give, with the rules that are being written. */
async function showResult() {
  const result = await preview.result()
  if (result === undefined) return
  const { headline, sectors = [], provenance } = result
  const range = ({ score, potential, levelName }) =>
    `${figure(score)} to ${figure(potential)}${levelName === null ? '' : `, ${levelName}`}`
  at('result-part').hidden = false
  at('figures').textContent = [
    `As of ${provenance.asOf}: ${range(headline)}`,
    ...sectors.map((sector) => `With ${sector.plugin}: ${range(sector.headline)}`),
  ].join('\n')
  const clauses = [...result.clauses, ...sectors.flatMap((sector) => sector.clauses)]
  const outcomes = new Map(clauses.flatMap((clause) => clause.outcomes).map((one) => [one.indicator, one]))
  const rules = (shown?.rules ?? []).filter(({ id }) => outcomes.has(id))
  at('rules').replaceChildren(
    ...rules.slice(0, most).map((rule) => ruleItem(rule, outcomes.get(rule.id))),
    ...rest(rules.length),
  )
}

function figure(score) {
  return score === null ? '–' : score.toFixed(2)
}

function ruleItem({ id, statement }, { outcome, reason }) {
  return element(
    'li',
    { class: outcome },
    element('span', { class: 'mark' }, outcome),
    ' ',
    element('code', { class: 'path' }, id),
    element('p', {}, statement),
    element('p', { class: 'quiet' }, reason),
  )
}

function faultItem({ place, path, severity, message }) {
  return element(
    'li',
    { class: severity },
    element('span', { class: 'mark' }, severity === 'error' ? 'Fault' : 'Hint'),
    ' ',
    element('code', {}, place),
    element('p', {}, message),
    ...(path === '' ? [] : [element('code', { class: 'path' }, path)]),
  )
}

function rest(count) {
  return count > most ? [element('li', { class: 'quiet' }, `and ${count - most} more`)] : []
}

function element(name, attributes, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

function say(words, look) {
  at('state').textContent = words
  at('state').className = look
}

function counted(count, word) {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

function wordsOf(error) {
  const faults = Array.isArray(error?.faults) ? error.faults : []
  if (faults.length > 0)
    return faults
      .slice(0, 5)
      .map(({ path, message }) => `${path} ${message}`)
      .join('; ')
  return `its code cannot be used in a page: ${error?.message ?? error}`
}
