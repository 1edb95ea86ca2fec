/** Writes the OpenAPI document, and the types of the client, from the operations: `node packages/api/tools/generate-open-api.ts`. */
import { writeFileSync } from 'node:fs'
import { clientFile } from './client-file.ts'
import { openApiFile } from './open-api-file.ts'

writeFileSync(new URL('../openapi.json', import.meta.url), openApiFile())
writeFileSync(new URL('../src/client/generated/calls.ts', import.meta.url), clientFile())
