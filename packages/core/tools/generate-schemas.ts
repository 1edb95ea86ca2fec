/** Writes the JSON Schema files and the compact shapes from the Zod schemas: `node packages/core/tools/generate-schemas.ts`. */
import { writeFileSync } from 'node:fs'
import { generatedFiles } from './generated-files.ts'

for (const [path, content] of generatedFiles()) {
  writeFileSync(new URL(path, import.meta.url), content)
}
