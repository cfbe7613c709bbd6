import { deflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { GET } from '@/app/api/files/evidence/[id]/route'
import { db } from '@/lib/server/database/db'
import { readEvidence } from '@/lib/server/evidence/read-evidence'
import { acceptEvidence, MAX_BYTES } from '@/lib/server/files/accept-evidence'
import { readUpload } from '@/lib/server/files/read-upload'
import { getFile, putFile, removeFile } from '@/lib/server/files/store'
import { addEvidence, MAX_FILES } from '@/lib/server/record/draft/add-evidence'
import { createDraft } from '@/lib/server/record/draft/create-draft'
import { removeEvidence } from '@/lib/server/record/draft/remove-evidence'
import { submitRecord } from '@/lib/server/record/submit-record'
import { inventedProof } from '@/prisma/seed/demo/proof'
import { seedReference } from '@/prisma/seed/reference'
import { makeBureau, makePerson, noon } from '@/tests/builders/city'
import { expected } from '@/tests/support/expected'

const today = { now: noon('2025-11-05') }

beforeAll(async () => {
  await seedReference(db)
})

async function read(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  return Buffer.from(await new Response(stream).arrayBuffer())
}

/** The smallest archive there is, with one file in it. */
function zip(): Uint8Array {
  const [name, data] = [Buffer.from('a.txt'), deflateRawSync(Buffer.from('x'))]
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(data.length, 18)
  head.writeUInt16LE(name.length, 26)
  return new Uint8Array(Buffer.concat([head, name, data]))
}

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#246' } })

describe('what is taken as a proof', () => {
  test('a PDF, a JPEG and a PNG, by content', async () => {
    expect(await acceptEvidence(inventedProof('x'))).toMatchObject({ ok: true, mediaType: 'application/pdf' })
    expect(await acceptEvidence(await picture(40, 30).jpeg().toBuffer())).toMatchObject({ ok: true, mediaType: 'image/jpeg' })
    expect(await acceptEvidence(await picture(40, 30).png().toBuffer())).toMatchObject({ ok: true, mediaType: 'image/png' })
  })

  test.each([
    ['nothing', new Uint8Array(), 'file_empty'],
    ['an archive that calls itself a PDF', zip(), 'file_type'],
    ['a page', new TextEncoder().encode('<html><script>alert(1)</script></html>'), 'file_type'],
    ['a drawing with scripts', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file_type'],
    ['a PDF that broke off', inventedProof('x').slice(0, 200), 'file_broken'],
    ['more than 10 MB', new Uint8Array(MAX_BYTES + 1), 'file_size'],
  ])('%s is not', async (_, bytes, problem) => {
    expect(await acceptEvidence(bytes)).toEqual({ ok: false, problem })
  })

  test('a photo that broke off is not', async () => {
    const whole = await picture(400, 300).jpeg().toBuffer()
    expect(await acceptEvidence(whole.subarray(0, whole.length / 2))).toEqual({ ok: false, problem: 'file_broken' })
  })

  test('a picture too large to look at is not', async () => {
    const wide = await picture(8000, 7000).png({ compressionLevel: 1 }).toBuffer()
    expect(await acceptEvidence(wide)).toEqual({ ok: false, problem: 'file_pixels' })
  })

  test('what a phone writes into a photo does not come along', async () => {
    const photo = await picture(40, 30)
      .jpeg()
      .withExif({ IFD0: { Make: 'Telephone' }, IFD3: { GPSLatitude: '32/1 53/1 0/1', GPSLatitudeRef: 'N' } })
      .toBuffer()
    expect(photo.includes('Telephone')).toBe(true)
    const accepted = await acceptEvidence(photo)
    expect(accepted.ok && Buffer.from(accepted.bytes).includes('Telephone')).toBe(false)
    expect(accepted.ok && (await sharp(accepted.bytes).metadata()).exif).toBeUndefined()
  })
})

describe('a form with files', () => {
  test('is read up to its bound and no further', async () => {
    const form = new FormData()
    form.set('file', new File(['abc'], '证 明.pdf'))
    const request = () => new Request('http://x/', { method: 'POST', body: form })
    expect((await readUpload(request(), 10_000))?.get('file')).toMatchObject({ name: '证 明.pdf' })
    expect(await readUpload(request(), 100)).toBeNull()
  })

  test('thirty megabytes are read away without being kept', async () => {
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        if (sent > 30) controller.close()
        else controller.enqueue(new Uint8Array(1024 * 1024))
      },
    })
    const request = new Request('http://x/', { method: 'POST', body, duplex: 'half' } as RequestInit)
    expect(await readUpload(request, MAX_BYTES)).toBeNull()
    expect(sent).toBeGreaterThan(30)
  })
})

describe('the store', () => {
  test('gives back what it was given, and nothing outside itself', async () => {
    const key = await putFile(new TextEncoder().encode('proof'))
    expect((await read(getFile(key))).toString()).toBe('proof')
    await removeFile(key)
    await expect(read(getFile(key))).rejects.toThrow()
    expect(() => getFile('../../etc/passwd')).toThrow()
  })
})

describe('a record’s proofs', () => {
  async function draft() {
    const person = await makePerson(null)
    const { id } = await createDraft(
      person.actor,
      { category: 'exam', content: { title: '资格考试', assessment: '通过', completedOn: '2025-06-01' } },
      today,
    )
    const add = (fileName: string, bytes: Uint8Array) => addEvidence(person.actor, { recordId: id, fileName, bytes }, today)
    return { person, id, add }
  }

  test('keep their name without folders and tricks, with the ending of their content', async () => {
    const { add } = await draft()
    const added = await add('C:\\证书\\..\\"结业"\u202e证书<1>.exe', inventedProof('x'))
    const item = await db.evidence.findUniqueOrThrow({ where: { id: added.ok ? added.id : '' } })
    expect(item.fileName).toBe('结业证书1.pdf')
    expect(item.storageKey).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{62}$/)
  })

  test('the same file twice is one; twenty are enough', async () => {
    const { id, add } = await draft()
    expect(await add('a.pdf', inventedProof('a'))).toEqual(await add('b.pdf', inventedProof('a')))
    for (let n = 1; n < MAX_FILES; n += 1) await add(`${n}.pdf`, inventedProof(`${n}`))
    expect(await add('21.pdf', inventedProof('21'))).toEqual({ ok: false, problem: 'file_many' })
    expect(await db.evidence.count({ where: { recordId: id } })).toBe(MAX_FILES)
  })

  test('are seen by whoever sees the record, and by nobody else', async () => {
    const { person, id, add } = await draft()
    const added = await add('a.pdf', inventedProof('a'))
    const evidence = added.ok ? added.id : ''
    const [own, other, stranger] = [await makeBureau('341202'), await makeBureau('341203'), await makePerson(null)]
    expect((await readEvidence(person.actor, evidence)).fileName).toBe('a.pdf')
    expect((await expected(readEvidence(own, evidence))).code).toBe('not_found')
    await submitRecord(person.actor, { id }, today)
    expect((await readEvidence(own, evidence)).mediaType).toBe('application/pdf')
    expect((await expected(readEvidence(other, evidence))).code).toBe('not_found')
    expect((await expected(readEvidence(stranger.actor, evidence))).code).toBe('not_found')
    expect((await expected(readEvidence({ ...own, role: 'auditor' }, evidence))).code).toBe('not_found')
  })

  test('are not taken away once handed in', async () => {
    const { person, id, add } = await draft()
    const [first, second] = [await add('a.pdf', inventedProof('a')), await add('b.pdf', inventedProof('b'))]
    expect(await removeEvidence(person.actor, { id: first.ok ? first.id : '' }, today)).toEqual({ recordId: id })
    await submitRecord(person.actor, { id }, today)
    expect((await expected(removeEvidence(person.actor, { id: second.ok ? second.id : '' }, today))).code).toBe('not_found')
    expect((await expected(add('c.pdf', inventedProof('c')))).code).toBe('refused')
  })

  test('an address that is no key is not looked up', async () => {
    expect((await GET(new Request('http://x/'), { params: Promise.resolve({ id: "' OR 1=1" }) })).status).toBe(404)
  })
})
