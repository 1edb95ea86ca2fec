import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import './pg-setup.ts'

/** The PostgreSQL of this test run: its address, and the folder in which it keeps its files. */
export async function runningPostgres(): Promise<{ readonly url: string; readonly folder: string }> {
  const answer = await fetch(inject('postgres'))
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as { readonly url: string; readonly folder: string }
}

/** The address of a new, empty database on the run's PostgreSQL. For tests; it goes with the server. */
export async function newDatabase(): Promise<string> {
  const { url } = await runningPostgres()
  const name = `test_${randomBytes(8).toString('hex')}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return url.replace(/[^/]*$/u, name)
}
