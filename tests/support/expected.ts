import { type Expected, ExpectedError } from '@/lib/server/input/errors'

/** The expected error that the work ends with; anything else fails the test. */
export async function expected(work: Promise<unknown>): Promise<Expected> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof ExpectedError) return error.expected
  throw error ?? new Error('it was allowed')
}

/** The codes of its refusals; the error's own code where it is none. */
export async function refusals(work: Promise<unknown>): Promise<string[]> {
  const answer = await expected(work)
  return answer.code === 'refused' ? answer.refusals.map((refusal) => refusal.code) : [answer.code]
}
