/** What kind of number it is: kinds that name the same thing wherever it is entered, and `own`, a category's own numbering. */
export type IdentifierKind = 'doi' | 'issn' | 'cn' | 'patent' | 'certificate' | 'own'

export interface Numbered {
  category: string
  /** As typed: DOI, journal number with volume and pages, patent or certificate number. */
  number?: string | undefined
  certificate?: string | undefined
  /** The year of completion: volumes begin at page 1 every year. */
  year?: number | null | undefined
}

/** Fewer characters than these tell nobody's achievement from another's. */
const TELLING = 4
/** A certificate of these is one document, whichever category it was entered under. */
const BY_CERTIFICATE: readonly string[] = ['exam', 'degree', 'award', 'elsewhere']

/** Without what people write differently: width, case, spaces, hyphens of all kinds, underscores. */
export function plainNumber(typed: string): string {
  return (
    wide(typed)
      // Whatever stands around a DOI: `doi:`, the resolver's address.
      .replace(/^(?:https?:\/\/)?(?:(?:dx\.|www\.)?doi\.org\/|doi\s*[:/]?\s*)(?=10\.\d)/, '')
      .replace(DASHES, '')
  )
}

/**
 * The keys by which the same document is found again, each with its kind in front: a DOI however it is written, a journal (ISSN or CN) with
 * year and first page, a patent number, a certificate's number; where none of these, the category's own number.
 */
export function identifiersOf({ category, number, certificate, year }: Numbered): string[] {
  const found: string[] = []
  const text = wide(number ?? '')
  const doi = DOI.exec(text)?.[0]
  if (doi) found.push(key('doi', closed(doi).replace(DASHES, '')))
  const rest = doi ? text.replace(doi, ' ') : text
  found.push(...pagesOf(rest, year ?? null))
  const patent = PATENT.exec(rest)
  if (patent?.[1] && (category === 'patent' || /^(?:zl|cn)/.test(patent[0].trim())))
    found.push(key('patent', patent[1].replace(/[.\s-]/g, '')))
  const own = plainNumber(text)
  if (found.length === 0 && own.length >= TELLING)
    found.push(BY_CERTIFICATE.includes(category) ? key('certificate', own) : `${key('own', category)}:${own}`)
  const proof = plainNumber(certificate ?? '')
  if (proof.length >= TELLING) found.push(key('certificate', proof))
  return [...new Set(found)]
}

const DASHES = /[\s\-\u2010-\u2015\u2212_]/g
const DOI = /10\.\d{4,9}\/[^\s\p{Script=Han}，；。、<>"]+/u
/** Eight digits before 2003-10, twelve since; then the check digit, of which 10 is an X. */
const PATENT = /(?:^|[\s:])(?:zl\s*|cn\s*)?(\d{4}\s?\d\s?\d{7}\s?\.?\s?[\dx]|\d{8}\.[\dx])(?!\d)/
const ISSN = /(?<!\d)(\d{4})\s?[-\u2010-\u2015]\s?(\d{3}[\dx])(?![\dx])/g
const CN = /(?<![a-z])cn\s*(\d{2})\s?[-\u2010-\u2015]\s?(\d{4})(?:\s?\/\s?[a-z]{1,2}\d{0,2})?(?!\d)/

function wide(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .toLowerCase()
    .trim()
}

/** A sentence's end is no part of the number, nor a bracket that was never opened. */
function closed(doi: string): string {
  const bare = doi.replace(/[.,;:]+$/, '')
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare
}

/** The journal with the page it begins on; a journal alone holds a thousand papers and says nothing. */
function pagesOf(text: string, year: number | null): string[] {
  const journals: [IdentifierKind, string, string][] = []
  const cn = CN.exec(text)
  let rest = text
  if (cn) {
    journals.push(['cn', `${cn[1]}${cn[2]}`, cn[0]])
    rest = rest.replace(cn[0], ' ')
  }
  for (const match of rest.matchAll(ISSN)) {
    const digits = `${match[1]}${match[2]}`
    if (isIssn(digits)) journals.push(['issn', digits, match[0]])
  }
  for (const [, , typed] of journals) rest = rest.replace(typed, ' ')
  const page = firstPage(rest)
  return page === null ? [] : journals.map(([kind, digits]) => key(kind, `${digits}:${year ?? ''}:${page}`))
}

/** Of `2024, 12(3): 45-50` the 45: a range's beginning, else the last number. */
function firstPage(text: string): string | null {
  const range = [...text.matchAll(/(\d{1,5})\s*[-~\u2010-\u2015\u301c\uff5e]\s*\d{1,5}/g)].at(-1)?.[1]
  const last = [...text.matchAll(/\d+/g)].at(-1)?.[0]
  const page = range ?? last
  return page === undefined ? null : String(Number(page))
}

/** ISO 3297: weights 8 to 2, modulo 11, 10 written X. */
function isIssn(digits: string): boolean {
  const sum = [...digits.slice(0, 7)].reduce((total, digit, at) => total + Number(digit) * (8 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return digits.at(7) === (check === 10 ? 'x' : String(check))
}

function key(kind: IdentifierKind, value: string): string {
  return `${kind}:${value}`
}
