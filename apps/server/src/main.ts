#!/usr/bin/env node
import { env } from 'node:process'
import { keepCompiledCode } from './compile-cache.ts'

keepCompiledCode(env)
const { runServer } = await import('./commands/run-server.ts')
process.exitCode = await runServer({ env, folder: process.cwd() })
