import { openApiDocument, operations } from '../src/index.ts'

/** The committed document, as text. A test compares it with what is committed. */
export function openApiFile(): string {
  return `${JSON.stringify(openApiDocument(operations), undefined, 2)}\n`
}
