import type { Input } from './input.ts'
import { entry } from './number-input.ts'

/** A share, asked in per cent and kept as 0 to 1. */
export const shareInput: Input = (asked, at) =>
  entry(asked, {
    ...at,
    factor: 100,
    isRight: (value) => value >= 0 && value <= 100,
    fault: at.context.words.notShare,
    unit: at.context.words.percent,
  })
