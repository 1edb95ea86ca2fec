// For a page that is shown in a frame: tells the page around it how tall this one is, and nothing else.

const tell = (): void =>
  // whoever embeds the page may know its height; there is nothing else in the message
  parent.postMessage({ type: 'joinery:resize', height: document.documentElement.offsetHeight }, '*')

if (parent !== window) new ResizeObserver(tell).observe(document.body)
