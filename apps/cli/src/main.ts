#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { argv } from 'node:process'

if (argv.includes('--version')) {
  console.log(version())
} else {
  console.error('usage: joinery --version')
  process.exitCode = 2
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
  return manifest.version
}
