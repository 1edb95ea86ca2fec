// Keeps the builder's page up to date while somebody chooses. Everything it shows is made by the service: it only puts text
// into places that are there.

const [choices, preview, snippet, folder, missing, copying, copied] = [
  'choices',
  'preview',
  'snippet',
  'folder',
  'missing',
  'copying',
  'copied',
].map((id) => document.getElementById(id))

let timer
let turn = 0

choices.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(() => void show(), 300)
})
// the scopes of another rule set are others: the page is made anew
document.getElementById('rules').addEventListener('change', () => choices.requestSubmit())
document.getElementById('show').hidden = true

async function show() {
  const mine = ++turn
  const query = new URLSearchParams(new FormData(choices))
  const made = await (await fetch(`/builder/made.json?${query}`)).json()
  // a later choice has overtaken this one
  if (mine !== turn) return
  snippet.textContent = made.snippet
  missing.textContent = made.missing
  folder.href = made.folder
  if (preview.getAttribute('src') !== made.preview) preview.setAttribute('src', made.preview)
  history.replaceState(null, '', `/builder?${query}`)
}

const copy = document.createElement('button')
copy.type = 'button'
copy.textContent = 'Copy'
copy.addEventListener('click', () => void put())
copying.prepend(copy)

async function put() {
  try {
    await navigator.clipboard.writeText(snippet.textContent)
    copied.textContent = 'Copied. Now paste it into your page.'
  } catch {
    getSelection().selectAllChildren(snippet)
    copied.textContent = 'It is marked now: copy it with Ctrl+C.'
  }
}
