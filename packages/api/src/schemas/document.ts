import { createFaults, type Faults } from '@joinery/core'
import * as z from 'zod'

/**
 * A document that core checks, inside a request: core's own faults, with their places in the body, and core's own JSON
 * Schema in the OpenAPI document (`documents` in open-api/components.ts knows it by the same name).
 */
export function documentSchema<Document>(name: string, check: (value: unknown, faults: Faults) => void) {
  return z
    .custom<Document>()
    .superRefine((value, context) => {
      const faults = createFaults()
      check(value, faults)
      for (const { code, path, message, value: input } of faults.list)
        context.addIssue({ code: 'custom', path: stepsOf(path), message, input, params: { code } })
    })
    .meta({ id: name })
}

function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}
