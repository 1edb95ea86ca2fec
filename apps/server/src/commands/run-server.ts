import { stderr } from 'node:process'
import type { ConfigurationSources } from '../configuration/read-configuration.ts'
import { ServerProblem } from '../problem.ts'
import { serve } from './serve.ts'

/** Runs the service; what somebody can put right is said in plain words, without a trace. */
export async function runServer(sources: ConfigurationSources): Promise<number> {
  try {
    return await serve(sources)
  } catch (error) {
    if (!(error instanceof ServerProblem)) throw error
    stderr.write(`joinery: ${error.message}\n`)
    return error.exitCode
  }
}
