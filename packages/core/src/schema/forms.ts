import type { Form } from './shape.ts'

/** What a text of each form looks like, and how that is said in words. */
export const forms: Readonly<Record<Form, { readonly pattern: RegExp; readonly words: string }>> = {
  name: {
    pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/,
    words: 'a short name: lower-case words joined by "-", for example my-rules',
  },
  id: {
    pattern: /^[a-z][a-z0-9]*([.-][a-z0-9]+)*(\/[a-z0-9]+([.-][a-z0-9]+)*)?$/,
    words: 'an id: lower-case words joined by "." or "-", with an optional "/part", for example p07.trust/2',
  },
  version: { pattern: /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, words: 'a version such as 1.0.0' },
}
