import { expect, test } from 'vitest'
import { besides } from './verify.ts'

test.each([
  ['rules/iso-44003.json', 'rules/iso-44003.json.jws'],
  ['/rules/iso-44003.json?v=2', '/rules/iso-44003.json.jws?v=2'],
  ['https://guild.example/rules.json?of=a/b.json#part', 'https://guild.example/rules.json.jws?of=a/b.json#part'],
  ['/rules.json#part?no-query', '/rules.json.jws#part?no-query'],
  ['iso-44003', 'iso-44003.jws'],
])('the signature of %s stands at %s', (rules, signature) => {
  expect(besides(rules)).toBe(signature)
})
