import { en } from './en.ts'

/** Every text of the desk; a language that lacks one does not compile. */
export type Words = Same<typeof en>

type Same<Part> = {
  readonly [Word in keyof Part]: Part[Word] extends (...given: infer Given) => infer Said
    ? (...given: Given) => Said
    : Part[Word] extends string
      ? string
      : Same<Part[Word]>
}

/** The words of the desk. */
export function words(): Words {
  return en
}
