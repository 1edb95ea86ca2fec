import { describe, expect, test } from 'vitest'
import type { SavedAssessment } from './answer-store.ts'
import { createDeviceStore, readSaved } from './device-store.ts'

const saved: SavedAssessment = {
  format: 1,
  name: 'castell',
  ruleSet: { id: 'iso-44003', version: '1.0.0', hash: 'abc' },
  scope: 'starter',
  page: 'p01',
  record: { rel: { partnerName: 'Castell & Rowe' } },
  plan: {},
  earlier: [],
  changedAt: '2026-11-23',
}

function box(): Storage {
  const items = new Map<string, string>()
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size
    },
  }
}

describe('the device', () => {
  test('gives back what was saved, by name and in a list, until it is removed', async () => {
    const storage = box()
    const store = createDeviceStore(() => storage)
    await store.save(saved)
    expect(store.kind).toBe('device')
    expect(await store.load('castell')).toEqual(saved)
    expect(await store.list()).toEqual([saved])
    await store.remove('castell')
    expect(await store.load('castell')).toBeUndefined()
  })

  test('has written before save returns: a crash of the tab loses nothing', () => {
    const storage = box()
    void createDeviceStore(() => storage).save(saved)
    expect(storage.getItem('joinery.assessment.castell')).not.toBeNull()
  })

  test('that refuses storage keeps answers in memory, and says so', async () => {
    const store = createDeviceStore(() => {
      throw new DOMException('sandboxed', 'SecurityError')
    })
    expect(store.kind).toBe('memory')
    await store.save(saved)
    expect(await store.load('castell')).toEqual(saved)
  })
})

test.each(['', 'null', '[]', '{', '{"format":2}', '{"format":1,"record":[],"ruleSet":{}}', '"text"'])(
  'stored rubbish counts as nothing: %s',
  (text) => expect(readSaved(text)).toBeUndefined(),
)
