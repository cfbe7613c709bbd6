import 'server-only'
import type { Actor } from '@/lib/access/types'
import { isInGroup } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import type { StoredFile } from '../files/stored-file'
import { notFound } from '../input/errors'
import { filingChange } from './content'
import { filingScope } from './scope'

/** A file of a filing for whoever may see the filing: those who write it everything, others what was handed in. The public nothing. */
export async function readFilingFile(actor: Actor, id: string): Promise<StoredFile> {
  const file = await db.filingFile.findFirst({
    where: { id, filing: filingScope(actor) },
    select: {
      ...{ storageKey: true, fileName: true, mediaType: true, bytes: true },
      filing: {
        select: { state: true, fileIds: true, change: true, providerId: true, createdBy: true },
      },
    },
  })
  if (!file) throw notFound()
  const { filing, ...stored } = file
  const writes = filing.createdBy === actor.accountId || (filing.providerId !== null && filing.providerId === actor.organizationId)
  const asked = isInGroup('filing', filing.state, 'changing') && filing.change ? filingChange.parse(filing.change).fileIds : []
  if (!writes && !filing.fileIds.includes(id) && !asked.includes(id)) throw notFound()
  return stored
}
