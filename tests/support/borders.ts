import { STATES } from '@/lib/workflow/states'
import { type Import, isNode, lineAt, type Node, nodesOf, type Source } from './imports'

/** A breach, as `path:line: what is wrong`. */
export type Breach = string

const PURE = ['lib/calendar', 'lib/access', 'lib/numbers', 'lib/rules', 'lib/workflow', 'lib/i18n']
const GENERATED = 'prisma/generated/'

function isIn(path: string, ...rooms: readonly string[]): boolean {
  return rooms.some((room) => path === room || path.startsWith(room.endsWith('/') ? room : `${room}/`))
}

/** A file of this project, not a package. */
function isOurs(target: string): boolean {
  return (
    isIn(target, 'app', 'components', 'lib', 'prisma', 'tests', 'public') || ['package.json', 'proxy', 'instrumentation'].includes(target)
  )
}

type Allowed = (to: Import, path: string, byPath: ReadonlyMap<string, Source>) => boolean
const own = (to: Import, path: string) => isIn(to.target, room(path))
const pure = (to: Import) => isIn(to.target, ...PURE)
const isPackage = (to: Import) => !isOurs(to.target)
const isNodeModule = (to: Import) => to.specifier.startsWith('node:')
const generated = (to: Import) => to.target.startsWith(GENERATED)
const server = (to: Import) => isIn(to.target, 'lib/server') || to.specifier === '@/package.json' // its version

/** `lib/calendar`, `lib/server/record`, `components/ui`, `app/(employer)`: the folder that has its own line below. */
function room(path: string): string {
  const parts = path.split('/')
  const depth = isIn(path, 'lib/server') ? 3 : 2
  return parts.slice(0, Math.min(depth, parts.length - 1)).join('/')
}

/** house.md, "Who may import whom". The first line that fits the path holds. */
const BORDERS: readonly [from: string, says: string, allowed: Allowed][] = [
  ['lib/calendar', 'nothing', own],
  ['lib/access', 'nothing', own],
  ['lib/numbers', 'nothing', own],
  ['lib/rules', 'calendar, zod', (to, path) => own(to, path) || isIn(to.target, 'lib/calendar') || to.specifier === 'zod'],
  [
    'lib/workflow',
    'calendar; types of access',
    (to, path) => own(to, path) || isIn(to.target, 'lib/calendar') || (to.typeOnly && isIn(to.target, 'lib/access')),
  ],
  [
    'lib/i18n',
    'types of rules, workflow, access',
    (to, path) => own(to, path) || (to.typeOnly && isIn(to.target, 'lib/rules', 'lib/workflow', 'lib/access')),
  ],
  [
    'lib/server',
    'pure lib, lib/server, packages, Prisma client; of another domain no use case',
    (to, path, byPath) => (isPackage(to) || pure(to) || generated(to) || server(to)) && domain(to, path, byPath),
  ],
  [
    'lib/cli',
    'pure lib, lib/server, prisma, packages',
    (to, path) => isPackage(to) || pure(to) || server(to) || own(to, path) || isIn(to.target, 'prisma'),
  ],
  ['components/ui', 'react', (to, path) => own(to, path) || /^(react|next)(\/|$)/.test(to.specifier)],
  [
    'components',
    'components, pure lib, packages',
    (to) => (isPackage(to) && !isNodeModule(to)) || pure(to) || isIn(to.target, 'components'),
  ],
  [
    'app',
    'components, all lib, its own group',
    (to, path) => isPackage(to) || isIn(to.target, 'components', 'lib') || sameGroup(to.target, path),
  ],
  ['prisma', 'pure lib, lib/server, prisma, packages', (to) => isPackage(to) || pure(to) || server(to) || isIn(to.target, 'prisma')],
]

/** Rooms that are no domain of their own: what they export is there to be called by use cases. */
const SHARED = ['database', 'input', 'runtime', 'security', 'transition', 'consequence'].map((name) => `lib/server/${name}`)

/**
 * Another domain through what it reads, or through a part of an act (its steps, the ledgers), never through one of its use cases: two of
 * them would be two commits. A use case is an exported async function of an actor.
 */
function domain(to: Import, path: string, byPath: ReadonlyMap<string, Source>): boolean {
  const [mine, other] = [room(path), room(to.target)]
  if (!isIn(to.target, 'lib/server') || mine === other || SHARED.includes(other) || mine === 'lib/server/web' || to.typeOnly) return true
  if (PART_OF_A_COMMIT.test(to.target)) return true
  const target = byPath.get(to.target)
  return target !== undefined && !target.body.some(isUseCase)
}
const PART_OF_A_COMMIT = /\/((read|load|find|plan|move)-[^/]+|[^/]+-steps?|ledgers|scope|attendance)$/

function isUseCase(node: Node): boolean {
  const declaration = node['declaration']
  if (node.type !== 'ExportNamedDeclaration' || !isNode(declaration) || declaration.type !== 'FunctionDeclaration') return false
  const names = (declaration['params'] as Node[]).map((param) => nameOf(param))
  const takesTransaction = (declaration['params'] as Node[]).some((param) => [...nodesOf(param)].some((part) => nameOf(part) === 'tx'))
  return declaration['async'] === true && names[0] === 'actor' && !takesTransaction
}

/** Pages share what lies at the top of app/ only, never what another group keeps. */
function sameGroup(target: string, path: string): boolean {
  const group = (of: string) => (of.split('/')[1] ?? '').replace(/^(?!\().*$/, '')
  return isIn(target, 'app') && (group(target) === group(path) || group(target) === '')
}

export function importBreaches(source: Source, all: readonly Source[] = []): Breach[] {
  const byPath = new Map(all.map((other) => [other.path.replace(/\.tsx?$/, ''), other]))
  const border = BORDERS.find(([from]) => isIn(source.path, from))
  return source.imports.flatMap((to) => {
    const at = `${source.path}:${to.line}`
    if (isIn(to.target, 'tests') && !isIn(source.path, 'tests')) return [`${at}: imports ${to.specifier}; nothing imports tests`]
    if (border === undefined || border[2](to, source.path, byPath)) return []
    return [`${at}: imports ${to.specifier}; ${border[0]} may import ${border[1]}`]
  })
}

/** What writes states, and who alone may import it: `act` performs every effect that a transition declares; whoever went round it would not. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  'lib/server/transition/commit-transitions': ['lib/server/transition/act.ts'],
  'lib/server/transition/commit-statement': ['lib/server/transition/commit-transitions.ts'],
  'lib/server/transition/act': ['lib/server/consequence/act.ts'],
  'lib/server/consequence/effects': ['lib/server/consequence/act.ts'],
}

/** Imports of a door by others than its own; types may be had by everyone. Tests make their starting points as they like. */
export function doorBreaches(source: Source): Breach[] {
  if (isIn(source.path, 'tests')) return []
  return source.imports
    .filter((to) => !to.typeOnly && DOORS[to.target] && !DOORS[to.target]?.includes(source.path))
    .map((to) => `${source.path}:${to.line}: imports ${to.specifier}; states are written through lib/server/consequence/act.ts alone`)
}

/**
 * The compiler finds a misspelt column in a literal that stands where it is written, not in what a function returns nor in a variable: there
 * the type has to be said.
 */
export function untypedColumns(source: Source): Breach[] {
  if (!isIn(source.path, 'lib/server')) return []
  const nodes = source.body.flatMap((statement) => [...nodesOf(statement)])
  const untyped = new Set(nodes.filter(isUntypedVariable).map((node) => nameOf(node['id'])))
  return nodes
    .filter((node) => node.type === 'Property' && ['set', 'row'].includes(nameOf(node['key'])) && !inPattern(node, nodes))
    .filter(({ value }) => isUntypedFunction(value) || untyped.has(nameOf(value)))
    .map((node) => `${source.path}:${lineAt(source.text, node.start)}: columns without their type`)
}

function isUntypedFunction(node: unknown): boolean {
  return isNode(node) && /^(ArrowFunction|Function)Expression$/.test(node.type) && !isNode(node['returnType'])
}

function isUntypedVariable(node: Node): boolean {
  const [name, value] = [node['id'], node['init']]
  if (node.type !== 'VariableDeclarator' || !isNode(name) || isNode(name['typeAnnotation'])) return false
  return (isNode(value) && value.type === 'ObjectExpression') || isUntypedFunction(value)
}

/** `{ set }` that takes apart, not `{ set }` that puts together. */
function inPattern(property: Node, nodes: readonly Node[]): boolean {
  return nodes.some((node) => node.type === 'ObjectPattern' && (node['properties'] as Node[]).includes(property))
}

/** Clock, chance, environment, network and files in the pure rooms. */
export function impurities(source: Source): Breach[] {
  if (!isIn(source.path, ...PURE)) return []
  const used = source.body
    .flatMap((statement) => [...nodesOf(statement)])
    .flatMap((node) => {
      const name = impurity(node)
      return name === null ? [] : [`${source.path}:${lineAt(source.text, node.start)}: ${name} in a pure room`]
    })
  const modules = source.imports.filter(isNodeModule).map((to) => `${source.path}:${to.line}: ${to.specifier} in a pure room`)
  return [...used, ...modules]
}

function impurity(node: Node): string | null {
  const callee = node['callee']
  if (node.type === 'NewExpression' && nameOf(callee) === 'Date' && (node['arguments'] as unknown[]).length === 0) return 'new Date()'
  if (node.type === 'CallExpression' && ['fetch', 'Date', 'setTimeout', 'setInterval'].includes(nameOf(callee)))
    return `${nameOf(callee)}()`
  if (node.type !== 'MemberExpression') return null
  const member = `${nameOf(node['object'])}.${nameOf(node['property'])}`
  return ['Date.now', 'Math.random', 'globalThis.fetch'].includes(member) ||
    member.startsWith('process.') ||
    member.startsWith('performance.')
    ? member
    : null
}

function nameOf(node: unknown): string {
  return isNode(node) && node.type === 'Identifier' ? String(node['name']) : ''
}

/** Files of lib/server say first that they are the server's. */
export function unguarded(source: Source): Breach[] {
  if (!isIn(source.path, 'lib/server')) return []
  const first = source.body[0]
  const guarded = first?.type === 'ImportDeclaration' && source.imports[0]?.specifier === 'server-only'
  return guarded ? [] : [`${source.path}:1: does not begin with import 'server-only'`]
}

/** index files, `export * from`, and files that only hand on what others define. */
export function barrels(source: Source): Breach[] {
  const stars = source.body.filter((node) => node.type === 'ExportAllDeclaration')
  const handsOn = source.body.length > 0 && source.body.every((node) => node.type.startsWith('Export') && isNode(node['source']))
  const lines = stars.map((node) => `${source.path}:${lineAt(source.text, node.start)}: export * is a barrel`)
  if (/(^|\/)index\.tsx?$/.test(source.path)) lines.push(`${source.path}:1: an index file is a barrel`)
  if (handsOn && stars.length === 0) lines.push(`${source.path}:1: only hands on what others define`)
  return lines
}

/** Every export of a "use server" file can be called over HTTP: it exports `action(…)` constants and types, nothing else. */
export function openDoors(source: Source): Breach[] {
  const inline = source.body
    .flatMap((statement) => [...nodesOf(statement)])
    .filter((node) => isDirective(node, 'use server') && !source.body.includes(node))
    .map((node) => `${source.path}:${lineAt(source.text, node.start)}: "use server" inside a function`)
  if (!source.body.some((node) => isDirective(node, 'use server'))) return inline
  const doors = source.body.filter((node) => node.type.startsWith('Export') && node['exportKind'] !== 'type' && !exportsActions(node))
  return [
    ...inline,
    ...doors.map((node) => `${source.path}:${lineAt(source.text, node.start)}: an action file exports action(…) constants only`),
  ]
}

function isDirective(node: Node, text: string): boolean {
  return node.type === 'ExpressionStatement' && isNode(node['expression']) && node['expression']['value'] === text
}

function exportsActions(node: Node): boolean {
  const declaration = node['declaration']
  if (node.type !== 'ExportNamedDeclaration' || !isNode(declaration)) return false
  if (/^TS(TypeAlias|Interface)/.test(declaration.type)) return true
  if (declaration.type !== 'VariableDeclaration' || declaration['kind'] !== 'const') return false
  return (declaration['declarations'] as Node[]).every((one) => {
    const value = one['init']
    return isNode(value) && value.type === 'CallExpression' && nameOf(value['callee']) === 'action'
  })
}

const HAN = /\p{Script=Han}/u

/** What is shown comes from lib/i18n, in both languages. Comments may quote the law. */
export function chineseText(source: Source): Breach[] {
  if (!isIn(source.path, 'app', 'components', 'lib/server')) return []
  const texts = source.body.flatMap((statement) => [...nodesOf(statement)]).filter((node) => HAN.test(textOf(node)))
  return texts.map((node) => `${source.path}:${lineAt(source.text, node.start)}: Chinese text outside lib/i18n`)
}

function textOf(node: Node): string {
  if (node.type === 'Literal' || node.type === 'JSXText')
    return typeof node['value'] === 'string' ? node['value'] : String(node['raw'] ?? '')
  return node.type === 'TemplateElement' ? String((node['value'] as { raw: string }).raw) : ''
}

const STATE_NAMES: ReadonlySet<string> = new Set(Object.values(STATES).flat())

/** `x.state === 'registered'`, `switch (state)`, `['a'].includes(state)`, `where: { state: 'a' }`: questions that lib/workflow answers. */
export function stateComparisons(source: Source): Breach[] {
  if (isIn(source.path, 'lib/workflow', 'lib/i18n', 'tests', 'prisma')) return []
  const nodes = source.body.flatMap((statement) => [...nodesOf(statement)])
  return nodes.filter(comparesState).map((node) => `${source.path}:${lineAt(source.text, node.start)}: compares a state; ask lib/workflow`)
}

function comparesState(node: Node): boolean {
  if (node.type === 'BinaryExpression' && /^[!=]==?$/.test(String(node['operator']))) {
    const sides = [node['left'], node['right']]
    return sides.some(isStateName) && sides.some(holdsState)
  }
  if (node.type === 'SwitchStatement') {
    return holdsState(node['discriminant']) && (node['cases'] as Node[]).some((one) => isStateName(one['test']))
  }
  if (node.type === 'CallExpression' && isNode(node['callee']) && nameOf(node['callee']['property']) === 'includes') {
    const list = node['callee']['object']
    return isNode(list) && list.type === 'ArrayExpression' && (node['arguments'] as Node[]).some(holdsState)
  }
  return node.type === 'Property' && nameOf(node['key']) === 'where' && isNode(node['value']) && [...nodesOf(node['value'])].some(asksState)
}

function asksState(node: Node): boolean {
  if (node.type !== 'Property' || !/state$/i.test(nameOf(node['key'])) || !isNode(node['value'])) return false
  return [...nodesOf(node['value'])].some(isStateName)
}

function isStateName(node: unknown): boolean {
  return isNode(node) && node.type === 'Literal' && STATE_NAMES.has(String(node['value']))
}

function holdsState(node: unknown): boolean {
  if (!isNode(node)) return false
  if (node.type === 'ChainExpression' || node.type === 'TSNonNullExpression') return holdsState(node['expression'])
  return /state$/i.test(node.type === 'MemberExpression' ? nameOf(node['property']) : nameOf(node))
}
