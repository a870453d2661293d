import 'server-only'
import { createCredential, createList } from '@digitalcredentials/vc-bitstring-status-list'
import { AppError } from '@/domain/errors'
import { memoize } from '@/domain/memoize'
import { findWithdrawn, lastStatusPlace } from '../db/certificate/certificates'
import { db, sql } from '../db/client'
import { env } from '../env'
import { issuer } from './issuer'
import { signCredential } from './sign-credential'

/** Entries in one list: the minimum that hides one certificate among many. @see Bitstring Status List v1.0, 6.1 */
const LIST_LENGTH = 131_072

/** The entry of a certificate in the status list. */
export function statusEntry(statusIndex: number) {
  const statusListCredential = listAddress(Math.floor(statusIndex / LIST_LENGTH))
  const place = statusIndex % LIST_LENGTH
  return {
    id: `${statusListCredential}#${place}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(place),
    statusListCredential,
  }
}

/**
 * The signed list number `list`: a bit is set if its certificate was revoked or superseded. @throws {AppError}
 * not-found
 */
export async function statusList(list: string, now: Date): Promise<object> {
  const number = /^(0|[1-9]\d{0,4})$/.test(list) ? Number(list) : null
  if (number === null || number * LIST_LENGTH > (await lastStatusPlace(db())))
    throw new AppError('not-found', 'status list')
  const from = number * LIST_LENGTH
  const withdrawn = await findWithdrawn(sql(), from, from + LIST_LENGTH)
  return signedList(number, withdrawn, now)
}

/** A list changes only when a certificate is withdrawn. Until then the signed list is cached. */
const signedList = memoize(signList, { key: (number, withdrawn) => `${number} ${withdrawn.join(' ')}`, limit: 4 })

async function signList(number: number, withdrawn: readonly number[], now: Date): Promise<object> {
  const bits = await createList({ length: LIST_LENGTH })
  for (const place of withdrawn) bits.setStatus(place - number * LIST_LENGTH, true)
  const credential = await createCredential({ id: listAddress(number), list: bits, statusPurpose: 'revocation' })
  const { did } = await issuer()
  return signCredential({ ...credential, issuer: did, validFrom: seconds(now) }, now)
}

function listAddress(list: number): string {
  return `${env().publicUrl}/api/credentials/status/${list}`
}

/** The time format of credentials: whole seconds, in UTC. */
export function seconds(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`
}
