import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import './pg-setup.ts'

/** The address of a new, empty database on the run's PostgreSQL. For tests; it goes with the server. */
export async function newDatabase(): Promise<string> {
  const answer = await fetch(inject('postgres'))
  const url = await answer.text()
  if (!answer.ok) throw new Error(url)
  const name = `test_${randomBytes(8).toString('hex')}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return url.replace(/[^/]*$/u, name)
}
