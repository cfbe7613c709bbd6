/**
 * A second reading of what is stored with a transition besides the state (product.md, "A record", "A year, and a term"). It imports
 * nothing of the product.
 */
export interface Stored {
  by: string
  today: string
  path: string | null
  appealedFrom: string | null
  appealsUsed: number
}

const LEVELS: Readonly<Record<string, string>> = { employer_officer: 'employer', county_reviewer: 'county', city_reviewer: 'city' }

export const READ_ASSIGNMENTS = ['path', 'bureau_path', 'bureau_hands', 'decision', 'appeal', 'appeal_again', 'end_request']

/** What the assignment stores, out of the state `from`. */
export function storedWith(assignment: string, from: string, { by, today, path, appealedFrom, appealsUsed }: Stored): object {
  switch (assignment) {
    // "fixed from the employment on that day"; "allow: submitted on the bureau path", where it stays however often it comes back
    case 'path': {
      const broughtBack = appealedFrom === 'rejected' && appealsUsed > 0
      return broughtBack ? { path: 'bureau' } : path === null ? {} : { path }
    }
    case 'bureau_path':
      return { path: 'bureau' }
    // "the same, in the bureau's hands"
    case 'bureau_hands':
      return { inBureauHands: true }
    // by which level and when: an appeal goes to the level above, within 15 working days
    case 'decision':
      return { decidedBy: LEVELS[by] ?? null, decidedOn: today }
    // "the person, once"
    case 'appeal':
      return { ...(from === 'rejected' || from === 'revoked' ? { appealedFrom: from } : {}), appealsUsed: appealsUsed + 1 }
    // a revocation is another decision, against which there is one appeal, too
    case 'appeal_again':
      return { appealsUsed: 0 }
    // withdrawn, dropped or opened again: no bureau and no authority has it before it any more
    case 'end_request':
      return { requestEnded: true }
    default:
      throw new Error(`${assignment} is not read`)
  }
}
