#!/usr/bin/env node
import { argv, env } from 'node:process'
import { exits } from './exits.ts'
import { run } from './run.ts'
import { endQuietlyOnClosedPipe, say } from './terminal.ts'

endQuietlyOnClosedPipe()
try {
  process.exitCode = await run(argv.slice(2))
} catch (error) {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  const line = `${name}: ${message}`.split('\n', 1)[0]
  say(env['JOINERY_DEBUG'] === '1' ? (stack ?? line!) : `joinery: this should not have happened: ${line}`)
  process.exitCode = exits.unexpected
}
