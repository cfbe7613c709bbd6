import type { Breach } from './borders'
import type { Source } from './imports'

/** The rooms of lib/server from the ground up: a room imports its own floor and those below it. */
export const FLOORS: readonly (readonly string[])[] = [
  ['database', 'input', 'runtime', 'security'],
  ['print', 'workbook', 'files', 'job', 'find'],
  ['rule-set', 'calendar', 'organization', 'account', 'person', 'notification'],
  ['ledger'],
  ['certificate'],
  ['transition'],
  ['consequence'],
  ['record', 'filing', 'roster', 'publicity', 'impact', 'recognition'],
  ['year', 'term', 'historic', 'case', 'objection', 'platform', 'rule-draft', 'evidence'],
  ['outbox', 'worker', 'integrity', 'web'],
]

/** Imports upwards that are meant, file by file, each with its reason. */
export const UPWARDS: Readonly<Record<string, string>> = {}

interface Arrow {
  from: string
  to: string
  at: string
}

/** Imports of a room from a floor above it, and rooms that stand on no floor. */
export function upwardImports(sources: readonly Source[], allowed = UPWARDS): Breach[] {
  const floorOf = new Map(FLOORS.flatMap((rooms, floor) => rooms.map((room) => [room, floor] as const)))
  return arrowsOf(sources).flatMap(({ from, to, at }) => {
    const [own, other] = [floorOf.get(roomOf(from)), floorOf.get(roomOf(to))]
    if (own === undefined) return [`${at}: lib/server/${roomOf(from)} has no floor`]
    if (other === undefined) return [`${at}: lib/server/${roomOf(to)} has no floor`]
    return other <= own || `${from} -> ${to}` in allowed ? [] : [`${at}: imports ${to}, a floor above it`]
  })
}

/** Files, and rooms, of lib/server that import each other around a circle. */
export function importCircles(sources: readonly Source[]): Breach[] {
  const arrows = arrowsOf(sources)
  const rooms = arrows.map(({ from, to, at }) => ({ from: roomOf(from), to: roomOf(to), at })).filter(({ from, to }) => from !== to)
  return [...circlesOf(arrows), ...circlesOf(rooms)].map((circle) => `${circle.join(' -> ')}: a circle of imports`)
}

function arrowsOf(sources: readonly Source[]): Arrow[] {
  const here = (path: string) => path.startsWith('lib/server/')
  return sources
    .filter(({ path }) => here(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => here(target))
        .map(({ target, line }) => ({ from: nameOf(path), to: nameOf(target), at: `${path}:${line}` })),
    )
}

/** `record/move-records` of `lib/server/record/move-records.ts`. */
function nameOf(path: string): string {
  return path.replace(/^lib\/server\//, '').replace(/\.tsx?$/, '')
}

function roomOf(name: string): string {
  return name.split('/')[0] ?? name
}

/** Strongly connected parts of more than one node, by Tarjan's algorithm. */
function circlesOf(arrows: readonly Pick<Arrow, 'from' | 'to'>[]): string[][] {
  const next = Map.groupBy(arrows, ({ from }) => from)
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const path: string[] = []
  const circles: string[][] = []
  for (const node of next.keys()) if (!index.has(node)) visit(node)
  return circles

  function visit(node: string): void {
    index.set(node, index.size)
    low.set(node, index.get(node) ?? 0)
    path.push(node)
    for (const { to } of next.get(node) ?? []) {
      if (!index.has(to)) visit(to)
      if (path.includes(to)) low.set(node, Math.min(low.get(node) ?? 0, low.get(to) ?? 0))
    }
    if (low.get(node) !== index.get(node)) return
    const circle = path.splice(path.indexOf(node))
    if (circle.length > 1) circles.push(circle)
  }
}
