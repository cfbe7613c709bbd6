import type { NextRequest } from 'next/server'
import { currentActor } from '@/lib/server/account/read-session'
import { isUuid, newId } from '@/lib/server/database/ids'
import { readUpload } from '@/lib/server/files/read-upload'
import { ExpectedError } from '@/lib/server/input/errors'
import { uploadRoster } from '@/lib/server/roster/upload-roster'
import { now } from '@/lib/server/runtime/clock'
import { log } from '@/lib/server/runtime/log'
import { requireOwnOrigin } from '@/lib/server/web/action'
import { currentLocale } from '@/lib/server/web/display'
import { MAX_WORKBOOK_BYTES } from '@/lib/server/workbook/open-workbook'

const FORM_ROOM = 64 * 1024

/** Takes the roster of a training as a workbook: a plain form, which works before scripts load. Which training stands in the address. */
export async function POST(request: NextRequest): Promise<Response> {
  const filing = request.nextUrl.searchParams.get('filing') ?? ''
  if (!isUuid(filing)) return new Response(null, { status: 404 })
  const back = `/trainings/${filing}/roster`
  try {
    await requireOwnOrigin()
    const actor = await currentActor()
    if (actor.accountId === null) return seeOther(`/sign-in?from=${encodeURIComponent(back)}`)
    const form = await readUpload(request, MAX_WORKBOOK_BYTES + FORM_ROOM)
    if (!form) return seeOther(`${back}?problem=size`)
    const file = form.getAll('file').find((value): value is File => value instanceof File && (value.size > 0 || value.name !== ''))
    if (!file) return seeOther(`${back}?problem=none`)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const locale = await currentLocale()
    const uploaded = await uploadRoster(actor, { filing, fileName: file.name, bytes, locale }, { now: await now() })
    if (uploaded.ok) return seeOther(`${back}?done=uploaded`)
    return seeOther(`${back}?problem=${uploaded.problem}${uploaded.at ? `&at=${encodeURIComponent(uploaded.at)}` : ''}`)
  } catch (error) {
    if (error instanceof ExpectedError) return expected(error, back)
    const reference = newId().slice(-8)
    log.error({ reference, err: error }, 'roster upload failed')
    return seeOther(`${back}?problem=lost`)
  }
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } })
}

/** Not to be uploaded now, or somebody else was first: the page says which it is and what stands. */
function expected({ expected: { code } }: ExpectedError, back: string): Response {
  if (code === 'refused' || code === 'conflict') return seeOther(`${back}?problem=${code}`)
  return new Response(null, { status: code === 'foreign_origin' ? 403 : 404 })
}
