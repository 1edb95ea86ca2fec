// For a page that must never be blank, and for frames: a classic script of its own, without Lit and without exports.
//
//   <script src="https://…/widgets/loader.js" data-frame="https://…/embed/iso-44003" defer></script>
//
// It fetches the elements, with all that the first question needs. Where that fails, what stands inside <joinery-assessment> stays, and under `data-frame` the same
// assessment is shown above it in a frame. Frames marked `data-joinery-frame` become as tall as what is in them.

/** Written in when the elements are built: the files that the first question needs, the elements' own first one among them. */
declare const firstParts: readonly string[]

const script = document.currentScript as HTMLScriptElement
const tallest = 20_000

addEventListener('message', ({ source, data }: MessageEvent<{ type?: unknown; height?: unknown } | null>) => {
  // only the frame that is meant may set its height, and nothing but its height
  const frame = [...document.querySelectorAll<HTMLIFrameElement>('iframe[data-joinery-frame]')].find(
    ({ contentWindow }) => contentWindow === source,
  )
  if (frame === undefined || data?.type !== 'joinery:resize' || !Number.isFinite(data.height)) return
  frame.style.setProperty('height', `${Math.min(tallest, Math.max(200, Number(data.height)))}px`)
})

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', load)
else load()

function load(): void {
  const elements = [...document.querySelectorAll<HTMLElement>('*')].filter(({ localName }) =>
    localName.startsWith('joinery-'),
  )
  if (elements.length === 0) return
  if (elements.some(isAssessment)) firstParts.forEach(preload)
  import(/* @vite-ignore */ new URL('joinery.js', script.src).href).catch(() => {
    elements.filter(isAssessment).forEach(showFrame)
  })
}

function isAssessment({ localName }: HTMLElement): boolean {
  return localName === 'joinery-assessment'
}

/** Each file would be asked for when the one before it has been read; on a phone that is a journey for each. */
function preload(name: string): void {
  const link = document.createElement('link')
  link.rel = 'modulepreload'
  link.href = new URL(name, script.src).href
  document.head.append(link)
}

function showFrame(element: HTMLElement): void {
  const address = element.dataset['frame'] ?? script.dataset['frame']
  if (address === undefined) return
  const frame = document.createElement('iframe')
  frame.src = address
  frame.title = element.title || 'Assessment'
  frame.dataset['joineryFrame'] = ''
  frame.width = '100%'
  frame.height = '900'
  frame.style.setProperty('border', '0')
  element.prepend(frame)
}
