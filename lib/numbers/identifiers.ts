/**
 * Kinds of identifiers. `own` is compared within one category only; all others name the same document whichever category it was entered
 * under.
 */
export type IdentifierKind = 'doi' | 'issn' | 'cn' | 'patent' | 'certificate' | 'own'

export interface NumberedWork {
  category: string
  /** As typed: a DOI, a journal number with volume and pages, a patent or certificate number. */
  number?: string | undefined
  certificate?: string | undefined
  /** The year of completion: volumes begin at page 1 every year. */
  year?: number | null | undefined
}

/** Shorter numbers are too common to tell one achievement from another. */
const MIN_LENGTH = 4
/** Categories whose number is the number of a certificate: the same document, whichever of them it was entered under. */
const NUMBERED_BY_CERTIFICATE: readonly string[] = ['exam', 'degree', 'award', 'elsewhere']

/** A number without the differences of spelling: width, case, spaces, hyphens of all kinds, underscores, what precedes a DOI. */
export function plainNumber(typed: string): string {
  return (
    normalised(typed)
      // The prefix `doi:` and the URL of a resolver are no part of a DOI.
      .replace(/^(?:https?:\/\/)?(?:(?:dx\.|www\.)?doi\.org\/|doi\s*[:/]?\s*)(?=10\.\d)/, '')
      .replace(DASHES, '')
  )
}

/**
 * The keys under which the same document is found when it is entered twice, each as `kind:value`: the DOI, the journal (ISSN or CN) with
 * year and first page, the patent number, the certificate number; where the number holds none of these, `own` with category and number.
 */
export function identifiersOf({ category, number, certificate, year }: NumberedWork): string[] {
  const found: string[] = []
  const text = normalised(number ?? '')
  const doi = DOI.exec(text)?.[0]
  if (doi) found.push(key('doi', trimmedDoi(doi).replace(DASHES, '')))
  const rest = doi ? text.replace(doi, ' ') : text
  found.push(...journalKeys(rest, year ?? null))
  const patent = PATENT.exec(rest)
  if (patent?.[1] && (category === 'patent' || /^(?:zl|cn)/.test(patent[0].trim())))
    found.push(key('patent', patent[1].replace(/[.\s-]/g, '')))
  const own = plainNumber(text)
  if (found.length === 0 && own.length >= MIN_LENGTH)
    found.push(NUMBERED_BY_CERTIFICATE.includes(category) ? key('certificate', own) : `${key('own', category)}:${own}`)
  const certificateNumber = plainNumber(certificate ?? '')
  if (certificateNumber.length >= MIN_LENGTH) found.push(key('certificate', certificateNumber))
  return [...new Set(found)]
}

const DASHES = /[\s\-\u2010-\u2015\u2212_]/g
const DOI = /10\.\d{4,9}\/[^\s\p{Script=Han}，；。、<>"]+/u
/** Eight digits before October 2003, twelve since; then the check digit, where 10 is written X. */
const PATENT = /(?:^|[\s:])(?:zl\s*|cn\s*)?(\d{4}\s?\d\s?\d{7}\s?\.?\s?[\dx]|\d{8}\.[\dx])(?!\d)/
const ISSN = /(?<!\d)(\d{4})\s?[-\u2010-\u2015]\s?(\d{3}[\dx])(?![\dx])/g
const CN = /(?<![a-z])cn\s*(\d{2})\s?[-\u2010-\u2015]\s?(\d{4})(?:\s?\/\s?[a-z]{1,2}\d{0,2})?(?!\d)/

function normalised(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .toLowerCase()
    .trim()
}

/** The DOI without punctuation that ends the sentence and without a closing bracket that was opened before the DOI. */
function trimmedDoi(doi: string): string {
  const bare = doi.replace(/[.,;:]+$/, '')
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare
}

/** The journals with the first page of the paper; a journal number without a page names no single paper and gives no key. */
function journalKeys(text: string, year: number | null): string[] {
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

/** The first number of the last range, else the last number: 45 in `2024, 12(3): 45-50`. */
function firstPage(text: string): string | null {
  const range = [...text.matchAll(/(\d{1,5})\s*[-~\u2010-\u2015\u301c\uff5e]\s*\d{1,5}/g)].at(-1)?.[1]
  const last = [...text.matchAll(/\d+/g)].at(-1)?.[0]
  const page = range ?? last
  return page === undefined ? null : String(Number(page))
}

/** Whether the check digit is right (ISO 3297: weights 8 to 2, modulo 11, 10 written X). */
function isIssn(digits: string): boolean {
  const sum = [...digits.slice(0, 7)].reduce((total, digit, at) => total + Number(digit) * (8 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return digits.at(7) === (check === 10 ? 'x' : String(check))
}

function key(kind: IdentifierKind, value: string): string {
  return `${kind}:${value}`
}
