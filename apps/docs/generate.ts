/** Writes the generated pages: `pnpm run docs`. A test compares them with what is committed. */
import { writeFileSync } from 'node:fs'
import { relationshipModelPage } from './src/relationship-model.ts'
import { settingsPage } from './src/settings.ts'

writeFileSync(new URL('relationship-model.md', import.meta.url), relationshipModelPage())
writeFileSync(new URL('settings.md', import.meta.url), settingsPage())
