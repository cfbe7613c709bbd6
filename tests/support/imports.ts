import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vitest/node'

/** The folder of the whole project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A node of the syntax tree: what the checks read of it. */
export interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

export interface Import {
  /** As written: `@/lib/x`, `./y`, `zod`. */
  specifier: string
  /** As a path in the project (`lib/x`, without ending) where it is one, else the specifier. */
  target: string
  /** Erased by the compiler. */
  typeOnly: boolean
  line: number
}

export interface Source {
  path: string
  text: string
  body: readonly Node[]
  imports: readonly Import[]
}

/** Parses one TypeScript file; throws with its path where that fails, so that no file passes unread. */
export function readSource(path: string, text: string): Source {
  try {
    const program = parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts', astType: 'ts' }) as unknown as { body: Node[] }
    const imports = program.body.flatMap((statement) => [...nodesOf(statement)]).flatMap((node) => importOf(node, path, text))
    return { path, text, body: program.body, imports }
  } catch (error) {
    throw new Error(`${path}: ${String(error)}`, { cause: error })
  }
}

/** All .ts and .tsx files of the rooms, generated code aside. */
export function readSources(rooms: readonly string[] = ['app', 'components', 'lib', 'prisma', 'tests']): Source[] {
  return rooms.flatMap(filesOf).map((path) => readSource(path, readFileSync(join(ROOT, path), 'utf8')))
}

function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('prisma/generated/'))
    .sort()
}

/** The node and everything in it. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesOf(child)
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value
}

/** 1 for the first line. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

const IMPORTING = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression', 'TSImportType']

/** import, export … from, import(…), type T = import(…), require(…) */
function importOf(node: Node, path: string, text: string): Import[] {
  const source = isRequire(node)
    ? (node['arguments'] as Node[])[0]
    : IMPORTING.includes(node.type)
      ? (node['source'] ?? node['argument'])
      : null
  const literal = isNode(source) && source.type === 'TSLiteralType' ? source['literal'] : source
  if (!isNode(literal) || typeof literal['value'] !== 'string') return []
  const specifier = literal['value']
  return [{ specifier, target: targetOf(specifier, path), typeOnly: isTypeOnly(node), line: lineAt(text, node.start) }]
}

function isRequire(node: Node): boolean {
  return node.type === 'CallExpression' && isNode(node['callee']) && node['callee']['name'] === 'require'
}

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType' || node['importKind'] === 'type' || node['exportKind'] === 'type') return true
  const specifiers = node['specifiers']
  return (
    Array.isArray(specifiers) &&
    specifiers.length > 0 &&
    specifiers.every((one) => isNode(one) && (one['importKind'] ?? one['exportKind']) === 'type')
  )
}

function targetOf(specifier: string, path: string): string {
  if (specifier.startsWith('@/')) return withoutEnding(specifier.slice(2))
  if (specifier.startsWith('.')) return withoutEnding(normalize(join(dirname(path), specifier)))
  return specifier
}

function withoutEnding(path: string): string {
  return path.replace(/\.(tsx?|js)$/, '')
}
