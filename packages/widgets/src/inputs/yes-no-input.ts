import { choiceInput } from './choice-input.ts'
import type { Input } from './input.ts'

export const yesNoInput: Input = (asked, { value, set, context }) => {
  const { words } = context
  const choices = [
    { value: 'true', label: words.yes },
    { value: 'false', label: words.no },
  ]
  // the two words are the interface's own, not the rule set's
  const own = { ...context, said: ({ text }: { text: string }) => text }
  return choiceInput(
    { ...asked, choices },
    {
      value: typeof value === 'boolean' ? String(value) : undefined,
      set: (answer) => set(answer === undefined ? undefined : answer === 'true'),
      context: own,
    },
  )
}
