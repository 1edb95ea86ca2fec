/** What a line is drawn on: its width, and how words are marked. */
export interface Screen {
  readonly width: number
  /** Marks words with a colour, or leaves them as they are. */
  readonly paint: (style: Style, text: string) => string
}

type Style = 'strong' | 'quiet' | 'accent' | 'warning'

const codes: Readonly<Record<Style, readonly [number, number]>> = {
  strong: [1, 22],
  quiet: [2, 22],
  accent: [36, 39],
  warning: [33, 39],
}

export function createScreen(options: {
  readonly colour?: boolean | undefined
  readonly width?: number | undefined
}): Screen {
  const { colour = false, width = 80 } = options
  return {
    width: Math.max(40, Math.floor(width)),
    paint: (style, text) => {
      const [on, off] = codes[style]
      return colour && text !== '' ? `\u001B[${on}m${text}\u001B[${off}m` : text
    },
  }
}
