import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { answerFile, servedFile } from './served-file.ts'

const folder = join(import.meta.dirname, '../../assets')

const types = { 'builder.js': 'text/javascript; charset=utf-8', 'icon.svg': 'image/svg+xml' } as const

/** What the pages of the service fetch beside themselves; a script is asked for again, so that it fits the page. */
export function addAssets(app: Hono): void {
  for (const [name, type] of Object.entries(types)) {
    const file = servedFile(type, readFileSync(join(folder, name)))
    const keeping = name.endsWith('.js') ? 'asked-again' : 'for-a-while'
    app.get(`/assets/${name}`, (context) => answerFile(context, file, keeping))
  }
}
