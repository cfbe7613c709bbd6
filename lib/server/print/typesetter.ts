import 'server-only'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type CompileDocArgs, NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { makePrintable, readCoverage } from './printable-text'

export type TypstData = string | number | boolean | null | readonly TypstData[] | { readonly [key: string]: TypstData }

// From the working directory and not beside this module: the build bundles modules, templates and fonts stay where they are.
const FONTS = [
  'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'node_modules/@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
]
const TEMPLATES = 'lib/server/print'

const EVICT_EVERY = 32

interface Typesetter {
  compiler: NodeCompiler
  covers: (codePoint: number) => boolean
  /** Documents set so far. */
  set: number
}

/** Kept for the life of the process: making it reads 30 MB of fonts (0.25 s), using it takes milliseconds. */
let kept: Typesetter | undefined

/**
 * Sets one of our templates as a tagged PDF/A-2a. The same template and data give the same bytes. Characters that the
 * typeface does not have are replaced first (`makePrintable`): PDF/A allows no missing glyph.
 */
export function typeset(template: 'certificate.typ' | 'notice.typ' | 'attendance.typ', data: TypstData): Uint8Array {
  kept ??= makeTypesetter()
  const { compiler, covers } = kept
  const inputs = { data: JSON.stringify(data, (_, value) => (typeof value === 'string' ? makePrintable(value, covers) : value)) }
  // In one step: a compiled document handed to JavaScript holds its memory until the garbage collector comes by (1.6 MB each).
  const pdf = exportPdf(compiler, { mainFilePath: join(process.cwd(), TEMPLATES, template), inputs })
  kept.set += 1
  // What single documents needed goes; what all share (template, fonts, words) stays warm.
  if (kept.set % EVICT_EVERY === 0) compiler.evictCache(1)
  return pdf
}

function exportPdf(compiler: NodeCompiler, document: CompileDocArgs): Uint8Array {
  try {
    return compiler.pdf(document, { pdfStandard: 'a-2a' })
  } catch (error) {
    const messages: string[] = (compiler.compile(document).takeError()?.shortDiagnostics ?? []).map((diagnostic) =>
      String(diagnostic.message),
    )
    if (messages.length === 0 && error instanceof Error) messages.push(error.message)
    // What stands between backticks is text of the document: names do not belong in a log.
    throw new Error(`${basename(String(document.mainFilePath))} was not set: ${messages.join('; ').replace(/`[^`]*`/g, '`…`')}`)
  }
}

function makeTypesetter(): Typesetter {
  const fonts = FONTS.map((file) => readFileSync(join(/* turbopackIgnore: true */ process.cwd(), file)))
  const coverages = fonts.map(readCoverage)
  return {
    compiler: NodeCompiler.create({ workspace: join(process.cwd(), TEMPLATES), fontArgs: [{ fontBlobs: fonts }] }),
    covers: (codePoint) => coverages.every((coverage) => coverage(codePoint)),
    set: 0,
  }
}
