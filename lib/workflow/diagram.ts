import { isFinal } from './state-groups'
import { MACHINES, type Machine, STATES } from './states'
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

const TITLES: Record<Machine, string> = {
  record: 'An hour record',
  batch: 'A publicity batch',
  objection: 'An objection',
  filing: 'A filing',
  year: 'A year',
  term: 'A term',
  certificate: 'A certificate',
  case: 'A case',
  rule_set: 'A version of the rules',
  roster: 'A roster of a filed training',
  historic: 'A past year’s paper hours',
}

/** The content of lib/workflow/README.md. `npm run diagrams` writes the file; a test checks that it is up to date. */
export function workflowReadme(): string {
  const sections = MACHINES.map((machine) => `## ${TITLES[machine]}\n\n\`\`\`mermaid\n${diagram(machine)}\n\`\`\`\n`)
  return [INTRODUCTION, ...sections].join('\n')
}

const INTRODUCTION = `# State diagrams

Drawn from the tables in [\`tables\`](tables) by \`npm run diagrams\`: change those, not this file. An arrow joins two states and names the events
that lead from the first to the second; \`[*]\` is the beginning or the end. Who may act, when, and with what effect is defined in the tables.
`
