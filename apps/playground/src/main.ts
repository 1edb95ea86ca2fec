import { env } from 'node:process'
import { demonstrate } from '@joinery/server'
import { addPages } from './add-pages.ts'

process.exitCode = await demonstrate(
  { env, folder: process.cwd() },
  {
    addPages: (app, keys) => addPages(app, () => keys().pages),
    welcome: (address) => `\nThe playground is at ${address}/\n`,
  },
)
