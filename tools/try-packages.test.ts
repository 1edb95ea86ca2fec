import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test('packed and installed in an empty folder, the packages hold what they promise, and a plugin is made with them', () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const { status, stdout, stderr } = spawnSync('pnpm', ['run', 'try:packages'], { cwd: root, encoding: 'utf8' })
  expect(stdout + stderr).toMatch(/14 packages packed and installed[\s\S]*9 commands, 0 faults/)
  expect(status).toBe(0)
}, 300_000)
