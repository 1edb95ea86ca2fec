import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
// @boundaries-ignore the tools of the workspace are no package
import { newDatabase } from '../../../tools/test-database.ts'
import { addAssociation } from '../bench/association.ts'
import { startService } from '../bench/processes.ts'
import { rescore } from '../bench/rescore.ts'
import { newFolder } from './folders.ts'
import { operator } from './world.ts'

// the same with two hundred thousand is a part of pnpm bench:service
test.each(['sqlite', 'postgres'])(
  'on %s, every stored score is made anew once, and readers are answered meanwhile',
  async (engine) => {
    const folder = newFolder()
    const url = engine === 'sqlite' ? `sqlite:${join(folder, 'joinery.sqlite')}` : await newDatabase()
    const masterKey = randomBytes(32)
    const association = await addAssociation({ url, masterKey, relationships: 700 })
    const env = { ...operator().env, DATABASE_URL: url, JOINERY_KEY: masterKey.toString('base64') }
    const service = await startService(folder, env)
    onTestFinished(service.stop)
    const { relationships, idle, meanwhile } = await rescore(service.address, association, 0.5)
    expect(relationships).toBe(700)
    expect([idle.failed, meanwhile.failed]).toEqual([0, 0])
    expect(meanwhile.asked).toBeGreaterThan(0)
  },
  60_000,
)
