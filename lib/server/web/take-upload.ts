import 'server-only'
import type { NextRequest } from 'next/server'
import type { Actor } from '@/lib/access/types'
import { currentActor } from '../account/read-session'
import { isUuid, newId } from '../database/ids'
import { type FileProblem, MAX_BYTES } from '../files/accept-evidence'
import { readUpload } from '../files/read-upload'
import { ExpectedError } from '../input/errors'
import { now } from '../runtime/clock'
import { log } from '../runtime/log'
import { requireOwnOrigin } from './action'

/** The form's own fields and boundaries beside the file. */
const FORM_ROOM = 64 * 1024

type Add = (
  actor: Actor,
  of: string,
  file: { fileName: string; bytes: Uint8Array },
  context: { now: Date },
) => Promise<{ ok: true } | { ok: false; problem: FileProblem }>

/**
 * Takes files for a thing: a plain form, so that it works before scripts load and the file is never held in a page. Which thing (under `name`)
 * and where to go back to stand in the address, so that they are known also when the file is too large to be read.
 */
export async function takeUpload(request: NextRequest, name: string, add: Add): Promise<Response> {
  const of = request.nextUrl.searchParams.get(name) ?? ''
  const back = request.nextUrl.searchParams.get('back') ?? ''
  if (!isUuid(of) || !/^\/(my|trainings)\/[a-z0-9/-]{1,150}$/.test(back)) return new Response(null, { status: 404 })
  try {
    await requireOwnOrigin()
    const actor = await currentActor()
    if (actor.accountId === null) return seeOther(`/sign-in?from=${encodeURIComponent(back)}`)
    const form = await readUpload(request, MAX_BYTES + FORM_ROOM)
    if (!form) return answer(back, 'file_size')
    const files = form.getAll('file').filter((value): value is File => value instanceof File && (value.size > 0 || value.name !== ''))
    if (files.length === 0) return answer(back, 'file_none')
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const added = await add(actor, of, { fileName: file.name, bytes }, { now: await now() })
      if (!added.ok) return answer(back, added.problem)
    }
    return answer(back, null)
  } catch (error) {
    if (error instanceof ExpectedError) return expected(error)
    const reference = newId().slice(-8)
    log.error({ reference, err: error }, 'upload failed')
    return seeOther(`${back}?problem=file_lost`)
  }
}

function answer(back: string, problem: FileProblem | null): Response {
  return seeOther(problem ? `${back}?problem=${problem}` : `${back}?done=added`)
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } })
}

function expected(error: ExpectedError): Response {
  const { code } = error.expected
  return new Response(null, { status: code === 'foreign_origin' ? 403 : code === 'refused' || code === 'conflict' ? 409 : 404 })
}
