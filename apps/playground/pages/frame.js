const frame = document.querySelector('iframe')
addEventListener('message', ({ source, data }) => {
  if (source !== frame.contentWindow || data?.type !== 'joinery:resize' || !Number.isFinite(data.height)) return
  frame.height = String(Math.min(20_000, Math.max(200, data.height)))
  frame.style.setProperty('height', `${frame.height}px`)
})
