import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { elementDocs, generatedFiles } from '../tools/generated-files.ts'

const root = join(import.meta.dirname, '..')
const elements = elementDocs()

test.each([...generatedFiles()])('%s is as the documentation comments say', (path, text) => {
  expect(readFileSync(join(root, path), 'utf8'), 'run node packages/widgets/tools/generate.ts').toBe(text)
})

describe.each(elements)('$tag', (element) => {
  test('says what everything public is', () => {
    const { properties, methods, events, slots, parts, cssProperties } = element
    const all = [element, ...properties, ...methods, ...events, ...slots, ...parts, ...cssProperties]
    expect(all.filter(({ description }) => description === '')).toEqual([])
  })

  test('documents the parts that it has, and no others', () => {
    const used = partsIn(join(root, 'src', `${element.module}.ts`))
    expect(element.parts.map(({ name }) => name).toSorted()).toEqual([...used].toSorted())
  })

  test('documents the events that it tells, and no others', () => {
    const told = new Set(filesFrom(join(root, 'src', `${element.module}.ts`)).flatMap(eventsIn))
    expect(element.events.map(({ name }) => name).toSorted()).toEqual([...told].toSorted())
  })

  test('has at most 20 custom properties, and those that the styles of all elements read', () => {
    const names = new Set(elements.flatMap(({ module }) => matchesIn(module, /var\((--joinery-[\w-]+)/g)))
    expect(element.cssProperties.map(({ name }) => name).toSorted()).toEqual([...names].toSorted())
    expect(names.size).toBeLessThanOrEqual(20)
  })

  test('brings every token that its styles read', () => {
    const set = new Set(matchesIn(element.module, /(--_[a-z-]+):/g))
    const read = new Set(matchesIn(element.module, /var\((--_[a-z-]+)/g))
    expect(read.size).toBeGreaterThan(3)
    expect([...read].filter((token) => !set.has(token))).toEqual([])
  })
})

test('every element is documented', () => {
  expect(elements.map(({ tag }) => tag).toSorted()).toEqual([
    'joinery-assessment',
    'joinery-badge',
    'joinery-benchmark',
    'joinery-plan',
    'joinery-portfolio',
    'joinery-profile',
    'joinery-results',
  ])
})

/** A module and everything of ours that it draws with. */
function filesFrom(path: string, found = new Set<string>()): string[] {
  if (found.has(path) || !existsSync(path)) return [...found]
  found.add(path)
  const imports = /(?:^(?:import|export) (?!type\b)[^']*from |import\()'(\.[^']+)'/gm
  for (const [, name] of readFileSync(path, 'utf8').matchAll(imports)) filesFrom(join(dirname(path), name!), found)
  return [...found]
}

/** What stands in the files of a module, by the first group of the pattern. */
function matchesIn(module: string, pattern: RegExp): string[] {
  const files = filesFrom(join(root, 'src', `${module}.ts`))
  return files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, found]) => found!))
}

function partsIn(path: string): Set<string> {
  const files = filesFrom(path).map((file) => readFileSync(file, 'utf8'))
  return new Set(
    files.flatMap((text) => [...text.matchAll(/part(?:="|: ')([\w-]+)(?:"|',)/g)].map(([, name]) => name!)),
  )
}

function eventsIn(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/\btell\('([^']+)'/g)].map(([, name]) => name!)
}
