#!/usr/bin/env node
import { env } from 'node:process'
import { keepCompiledCode } from './compile-cache.ts'
import { holdYoungGeneration } from './life-cycle/heap.ts'

holdYoungGeneration()
keepCompiledCode(env)
const { runServer } = await import('./commands/run-server.ts')
process.exitCode = await runServer({ env, folder: process.cwd() })
