import { env } from 'node:process'
import { startPlayground } from './server.ts'

const { address } = await startPlayground(Number(env['PORT'] ?? 4400))
console.log(`The playground is at ${address}`)
