import { z } from 'zod'
import { UserError } from './errors'

/**
 * Reads JSON that has to fit a schema; the error names the key that does not.
 * @param what it is, for the message
 */
export function parseJson<T>(what: string, text: string, schema: z.ZodType<T>): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new UserError(`${what} is not JSON: ${error instanceof Error ? error.message : ''}`)
  }
  const result = schema.safeParse(value)
  if (!result.success) throw new UserError(`${what}: ${issueOf(result.error)}`)
  return result.data
}

/** The first thing that is wrong, with the key that it is about. */
export function issueOf({ issues: [issue] }: z.ZodError): string {
  if (!issue) return 'not as expected'
  return issue.path.length > 0 ? `${z.core.toDotPath(issue.path)}: ${issue.message}` : issue.message
}
