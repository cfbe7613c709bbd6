import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'

export interface BuiltAction {
  id: string
  file: string
  name: string
  /** Path of a page that carries it, with keys that belong to nothing. */
  path: string
}

interface Manifest {
  node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>
  edge: Record<string, unknown>
}

const NOWHERE = '00000000-0000-7000-8000-000000000000'

/** The server functions that the build answers to, by Next's own manifest. */
export function builtActions(): BuiltAction[] {
  const manifest = buildFile<Manifest>('server/server-reference-manifest.json')
  const routes = buildFile<Record<string, string>>('app-path-routes-manifest.json')
  return Object.entries({ ...manifest.node, ...(manifest.edge as Manifest['node']) }).map(([id, { filename, exportedName, workers }]) => {
    const route = routes[(Object.keys(workers)[0] ?? '').replace(/^app/, '')] ?? '/'
    return { id, file: filename, name: exportedName, path: route.replace('[category]', 'training').replace(/\[\w+\]/g, NOWHERE) }
  })
}

function buildFile<Shape>(file: string): Shape {
  return JSON.parse(readFileSync(join(process.cwd(), process.env.XUESHI_BUILD_DIR ?? '.test/next', file), 'utf8')) as Shape
}

/** The actions that the sources declare: `export const x = action(` in files that begin with 'use server'. Anything else they export is named too. */
export function declaredActions(): { actions: string[]; others: string[] } {
  const actions: string[] = []
  const others: string[] = []
  for (const file of sources()) {
    const text = readFileSync(join(process.cwd(), file), 'utf8')
    const inline = /^\s+['"]use server['"]/m.test(text)
    if (inline) others.push(`${file}: inside a function`)
    if (!/^['"]use server['"]/.test(text)) continue
    for (const [line, name] of text.matchAll(/^export (?:const|async function|function|default|\{)\s*(\w+)?.*$/gm)) {
      if (new RegExp(`^export const ${name} = action\\(`).test(line)) actions.push(`${file}#${name}`)
      else others.push(`${file}: ${line}`)
    }
  }
  return { actions, others }
}

function sources(): string[] {
  return ['app', 'components', 'lib'].flatMap((folder) =>
    readdirSync(join(process.cwd(), folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `${folder}/${file}`),
  )
}

export interface Answer {
  status: number
  /** What the form would get back; null where the action led somewhere else or nothing was run. */
  result: { status: string; fields?: Record<string, string>; form?: string; reference?: string } | null
  location: string | null
}

/** Calls an action as a script of the page would, with any headers. */
export async function call(
  request: APIRequestContext,
  { id, path }: Pick<BuiltAction, 'id' | 'path'>,
  fields: Record<string, string>,
  headers: Record<string, string> = { origin: process.env.XUESHI_TEST_SITE ?? '' },
): Promise<Answer> {
  const multipart = new FormData()
  for (const [name, value] of Object.entries(fields)) multipart.append(`_1_${name}`, value)
  multipart.append('0', '[{"status":"idle"},"$K1"]')
  const response = await request.post(path, {
    multipart,
    headers: { 'next-action': id, accept: 'text/x-component', ...headers },
    maxRedirects: 0,
  })
  const text = await response.text()
  const line = text.split('\n').find((row) => /^\w+:\{"status":"/.test(row))
  return {
    status: response.status(),
    result: line ? JSON.parse(line.slice(line.indexOf(':') + 1)) : null,
    location: response.headers()['x-action-redirect'] ?? response.headers().location ?? null,
  }
}
