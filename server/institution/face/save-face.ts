import 'server-only'
import type { FaceFields } from '@/domain/institution/face'
import type { LogoProblem } from '@/domain/institution/logo'
import { spendLimit } from '../../auth/limits'
import type { Permit } from '../../auth/permit'
import { requireInstitution } from '../../auth/require-institution'
import { recordAct } from '../../db/audit/audit'
import { db } from '../../db/client'
import { findFace, insertLogo, lockFace, storeFace } from '../../db/institution/institution-faces'
import { isPrintable } from './is-printable'
import { type Logo, readLogo } from './logo/read-logo'

/** The wanted logo: another file, none, or the one that is there. */
export type WantedLogo = Uint8Array | 'none' | 'same'
export type SavedFace =
  | { status: 'saved' }
  /** Somebody else changed it after the form was shown. */
  | { status: 'changed' }
  | { status: 'refused'; problem: LogoProblem; what?: string }

/**
 * Changes what an institution shows of itself, on papers issued from now on. Papers that are issued stay as they are.
 *
 * @throws {AppError} not-found, too-many-requests
 */
export async function saveFace(
  { actor, target: { institutionId } }: Permit<'face:change'>,
  { version, ...fields }: FaceFields,
  wanted: WantedLogo,
  now: Date,
): Promise<SavedFace> {
  const given = await readWanted(wanted, institutionId, now)
  if (given.status === 'refused') return given
  const { logo } = given
  return db().$transaction(async (tx): Promise<SavedFace> => {
    await lockFace(tx, institutionId)
    await requireInstitution(institutionId, tx)
    const face = await findFace(tx, institutionId)
    if (face.version !== version) return { status: 'changed' }
    if (logo) await insertLogo(tx, logo)
    const logoHash = wanted === 'same' ? face.logoHash : (logo?.hash ?? null)
    await storeFace(tx, institutionId, { ...fields, version: version + 1, logoHash }, now)
    const details = logoHash === face.logoHash ? {} : { logo: logoHash ?? 'none' }
    await recordAct(tx, { act: 'face-changed', actorId: actor.accountId, institutionId, details }, now)
    return { status: 'saved' }
  })
}

type Given = { status: 'read'; logo: Logo | null } | Extract<SavedFace, { status: 'refused' }>

/** Reads a file before the transaction, which must not wait for it. */
async function readWanted(wanted: WantedLogo, institutionId: string, now: Date): Promise<Given> {
  if (!(wanted instanceof Uint8Array)) return { status: 'read', logo: null }
  await spendLimit('logo', institutionId, now)
  const found = await readLogo(wanted)
  if (found.status === 'refused') return found
  return isPrintable(found.logo) ? found : { status: 'refused', problem: 'unprintable' }
}
