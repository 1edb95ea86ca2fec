/** Writes manifest, types and editor data from the documentation comments: `node packages/widgets/tools/generate.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generatedFiles } from './generated-files.ts'

const root = join(import.meta.dirname, '..')
mkdirSync(join(root, 'generated'), { recursive: true })
for (const [path, text] of generatedFiles()) writeFileSync(join(root, path), text)
