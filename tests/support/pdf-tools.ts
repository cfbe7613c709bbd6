import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What poppler's and zbar's programs say of a PDF; the test run installs them. */
export function pdfText(pdf: Uint8Array, ...options: string[]): string {
  return withFile(pdf, (file) => run('pdftotext', [...options, file, '-']))
}

export function pdfInfo(pdf: Uint8Array, ...options: string[]): string {
  return withFile(pdf, (file) => run('pdfinfo', [...options, file]))
}

export function pdfFonts(pdf: Uint8Array): { name: string; embedded: boolean; subset: boolean; unicode: boolean }[] {
  const lines = withFile(pdf, (file) => run('pdffonts', [file]))
    .trimEnd()
    .split('\n')
    .slice(2)
  return lines.map((line) => {
    const [name = '', ...rest] = line.trim().split(/\s+/)
    const [embedded, subset, unicode] = rest.slice(-5, -2).map((word) => word === 'yes')
    return { name, embedded: embedded === true, subset: subset === true, unicode: unicode === true }
  })
}

export function pdfSignatures(pdf: Uint8Array): string {
  return withFile(pdf, (file) => run('pdfsig', ['-nocert', file]))
}

/** The texts of all QR codes on a page printed at this resolution. */
export function qrTexts(pdf: Uint8Array, dotsPerInch: number, page: number): string[] {
  return withFile(pdf, (file, folder) => {
    run('pdftoppm', ['-r', String(dotsPerInch), '-gray', '-png', '-f', String(page), '-l', String(page), file, join(folder, 'page')])
    const image = readdirSync(folder).find((name) => name.endsWith('.png')) ?? ''
    return run('zbarimg', ['-q', '--raw', '-Sdisable', '-Sqrcode.enable', join(folder, image)])
      .trim()
      .split('\n')
  })
}

function withFile<T>(pdf: Uint8Array, work: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'xueshi-pdf-'))
  try {
    const file = join(folder, 'document.pdf')
    writeFileSync(file, pdf)
    return work(file, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(program: string, args: string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64 * 1024 * 1024 })
}
