/** Writes the OpenAPI document from the operations: `node packages/api/tools/generate-open-api.ts`. */
import { writeFileSync } from 'node:fs'
import { openApiFile } from './open-api-file.ts'

writeFileSync(new URL('../openapi.json', import.meta.url), openApiFile())
