import 'server-only'
import type { Permit } from '../../auth/permit'
import { db } from '../../db/client'
import { findAskedOf } from '../../db/cosignatures'
import { findFace, findSignatories } from '../../db/faces'

/** How many co-signatures one page lists. */
const ASKED_SHOWN = 50

/** What an institution shows of itself, who signs for it, and what it was asked to sign with others. */
export async function readFace({ target: { institutionId } }: Permit<'face:change'>) {
  const [face, signatories, asked] = await Promise.all([
    findFace(db(), institutionId),
    findSignatories(db(), institutionId),
    findAskedOf(db(), institutionId, ASKED_SHOWN),
  ])
  return { face, signatories, asked }
}
