import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { operations } from '../src/index.ts'
import { clientFile } from '../tools/client-file.ts'
import { openApiFile } from '../tools/open-api-file.ts'

test('the committed OpenAPI document is the one the operations make', () => {
  const committed = readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')
  expect(committed === openApiFile(), 'run: node packages/api/tools/generate-open-api.ts').toBe(true)
})

test('the committed types of the client are those the operations make', () => {
  const committed = readFileSync(new URL('../src/client/generated/calls.ts', import.meta.url), 'utf8')
  expect(committed === clientFile(), 'run: node packages/api/tools/generate-open-api.ts').toBe(true)
})

test('every operation has a name of its own and an address of its own', () => {
  const names = operations.map(({ id }) => id)
  const addresses = operations.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`)
  expect(new Set(names).size).toBe(names.length)
  expect(new Set(addresses).size).toBe(addresses.length)
})

test('every reference in the document leads somewhere', () => {
  const document = JSON.parse(openApiFile()) as { components: { schemas: Record<string, unknown> } }
  const names = [...openApiFile().matchAll(/"#\/components\/schemas\/(\w+)/g)].map(([, name]) => name!)
  expect(names.filter((name) => document.components.schemas[name] === undefined)).toEqual([])
})
