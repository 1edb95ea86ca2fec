import type { Text } from '../document/text.ts'
import { plainText } from '../words/plain-text.ts'

/** Text that Markdown shows as it is, in a table too: one line, no markup, no HTML, no links of its own. */
export function escapeMarkdown(text: Text): string {
  return plainText(text)
    .replace(/[\\`*_{}[\]()#|~!$]/g, String.raw`\$&`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^([-+=])/, String.raw`\$1`)
    .replace(/^(\d{1,9})([.)])(\s|$)/, String.raw`$1\$2$3`)
    .replace(/@(?=\w)/g, '&#64;')
    .replace(/\b(https?|ftp):\/\//gi, '$1&#58;//')
    .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}&#46;`)
}
