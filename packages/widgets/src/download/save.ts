/** Hands the browser a file to save; made here, sent nowhere. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // the browser has to have begun before the address is given up
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
