import { isFinal } from './state-groups'
import { type Machine, STATES } from './states'
import { tableOf } from './tables/all'

/** The machine's table as a Mermaid state diagram, for the README: one arrow for each pair of states, with its events. */
export function diagram(machine: Machine): string {
  const arrows = new Map<string, Set<string>>()
  for (const transition of tableOf(machine)) {
    for (const from of transition.from) {
      const arrow = `${from ?? '[*]'} --> ${transition.to}`
      arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(transition.event))
    }
  }
  const lines = [...arrows].map(([arrow, events]) => `  ${arrow}: ${[...events].join(', ')}`)
  const ends = STATES[machine].filter((state) => isFinal(machine, state)).map((state) => `  ${state} --> [*]`)
  return ['stateDiagram-v2', ...lines, ...ends].join('\n')
}
