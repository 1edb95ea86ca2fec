/** Writes the generated pages: `pnpm run docs`. A test compares them with what is committed. */
import { writeFileSync } from 'node:fs'
import { generatedPages } from './src/generated-pages.ts'

for (const [name, page] of Object.entries(generatedPages)) writeFileSync(new URL(name, import.meta.url), page())
