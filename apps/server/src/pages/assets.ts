import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { answerFile, servedFile } from './served-file.ts'

const folder = join(import.meta.dirname, '../../assets')

const types = { 'builder.js': 'text/javascript; charset=utf-8', 'icon.svg': 'image/svg+xml' } as const

/** What the pages of the service fetch beside themselves. */
export function addAssets(app: Hono): void {
  for (const [name, type] of Object.entries(types)) {
    const file = servedFile(type, readFileSync(join(folder, name)))
    app.get(`/assets/${name}`, (context) => answerFile(context, file, 'for-a-while'))
  }
}
