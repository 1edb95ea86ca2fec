import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { startPlayground } from './playground.ts'

const stores = () => readdirSync(tmpdir()).filter((name) => name.startsWith('joinery-playground-'))

test('the store of a playground is gone when it is closed, and when it could not be started', async () => {
  const { close } = await startPlayground(0)
  expect(stores()).toHaveLength(1)
  await close()
  expect(stores()).toEqual([])
  await expect(startPlayground(0, { origins: ['nowhere'] })).rejects.toThrow('/v1/keys was answered with 422')
  expect(stores()).toEqual([])
})
