import * as z from 'zod'
import { problemTypes, type ProblemCode } from '../kernel/problem-types.ts'

const codes = Object.keys(problemTypes) as [ProblemCode, ...ProblemCode[]]

/** The problem document, as the OpenAPI document describes it and as the client reads it. */
export const ProblemSchema = z
  .strictObject({
    type: z.string().meta({ description: 'Leads to the page that explains this kind of problem' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(codes).meta({ description: 'Stable; what programs act on' }),
    requestId: z.string(),
    errors: z
      .array(
        z.strictObject({
          in: z.enum(['body', 'query', 'header']),
          pointer: z.string().meta({ description: 'JSON pointer into the body, or / and the name of the parameter' }),
          code: z.string(),
          message: z.string(),
          value: z.unknown().optional(),
          remedy: z.string().optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'A problem document (RFC 9457)' })
