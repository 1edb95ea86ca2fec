const [start, text, state, faults, preview] = ['start', 'text', 'state', 'faults', 'preview'].map((id) =>
  document.getElementById(id),
)
const names = ['id', 'version', 'code', 'level', 'value', 'title', 'name', 'label', 'statement']
let turn = 0
let timer

start.addEventListener('change', () => void load())
text.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(() => void check(), 250)
})
await load()

async function load() {
  const ruleSet = await (await fetch(`/rules/${start.value}.json`)).json()
  text.value = JSON.stringify(inReadingOrder(ruleSet), undefined, 2)
  await check()
}

/** As an author would write it: what names a thing comes first, then what is short, then what has parts. */
function inReadingOrder(value) {
  if (Array.isArray(value)) return value.map(inReadingOrder)
  if (typeof value !== 'object' || value === null) return value
  const placeOf = ([key, part]) =>
    names.includes(key) ? names.indexOf(key) : names.length + (typeof part === 'object')
  const sorted = Object.entries(value).sort((one, other) => placeOf(one) - placeOf(other))
  return Object.fromEntries(sorted.map(([key, part]) => [key, inReadingOrder(part)]))
}

async function check() {
  const mine = ++turn
  const body = text.value
  const response = await fetch('/check', { method: 'POST', body })
  const checked = await response.json()
  // a later change has overtaken this one
  if (mine !== turn) return
  const errors = checked.faults.filter(({ severity }) => severity === 'error').length
  state.textContent = checked.isUsable
    ? `The rule set can be used${checked.faults.length > 0 ? `; ${checked.faults.length} hints` : ''}.`
    : `${errors} ${errors === 1 ? 'fault keeps' : 'faults keep'} it from being used. The check shows the last one that worked.`
  faults.replaceChildren(...checked.faults.map(line))
  if (checked.isUsable) preview.ruleSet = JSON.parse(body)
}

function line({ line: row = 1, column = 1, path, message }) {
  const item = document.createElement('li')
  const go = document.createElement('button')
  const words = document.createElement('span')
  const where = document.createElement('code')
  go.type = 'button'
  go.textContent = `Line ${row}`
  go.addEventListener('click', () => select(row, column))
  words.textContent = message
  where.textContent = path
  words.append(where)
  item.append(go, words)
  return item
}

function select(row, column) {
  const lines = text.value.split('\n')
  const at = lines.slice(0, row - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1
  text.focus()
  text.setSelectionRange(at, at + 1)
  text.scrollTop = (row - 6) * (text.scrollHeight / lines.length)
}
