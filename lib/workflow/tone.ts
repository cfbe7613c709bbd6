import type { Machine, StateOf } from './states'

export type Tone = 'ok' | 'wait' | 'warn' | 'bad' | 'off'

const TONES: Readonly<Record<string, Tone>> = {
  registered: 'ok',
  confirmed: 'ok',
  filed: 'ok',
  held: 'ok',
  published: 'ok',
  certified: 'ok',
  valid: 'ok',
  verified: 'ok',
  returned: 'warn',
  objected: 'warn',
  unconfirmed: 'warn',
  amended: 'warn',
  superseded: 'warn',
  rejected: 'bad',
  refused: 'bad',
  revoked: 'bad',
  upheld: 'bad',
  draft: 'off',
  withdrawn: 'off',
  cancelled: 'off',
  discarded: 'off',
  dismissed: 'off',
  final: 'off',
  closed: 'off',
}

/** The colour of a state's tag (look.md): ok done, wait waiting, warn needs attention, bad rejected or revoked, off inactive. */
export function toneOf<M extends Machine>(_machine: M, state: StateOf<M>): Tone {
  return TONES[state] ?? 'wait'
}
