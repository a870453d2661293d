import type { Locale } from '../locale'
import type { Area } from '../signoff/scope'
import type { Signoff } from '../signoff/signoff'
import type { EditorialText } from './text'

/** A signature in the database that has not been withdrawn. */
export type Signature = {
  language: Locale
  area: Area
  hash: string
  signedAt: Date
  /** Null once her account is gone. */
  accountId: string | null
  signer: string
  function: string
  body: string
}

/** Whether a language of a text is signed for an area. `changed`: it was signed, and its words are no longer the same. */
export const SIGN_STATES = ['signed', 'changed', 'unsigned'] as const
export type SignState = (typeof SIGN_STATES)[number]

/** The fields of a signature that are read for many texts at once. `signedOn`: its day (ISO) in Morocco. */
export type SignatureMark = Pick<Signature, 'language' | 'area' | 'hash' | 'accountId'> & { signedOn: string }

type Signed = Pick<EditorialText, 'hashes'> & { signoff: Signoff }

/** @param signatures of this text in the database; those of the files are in its ledger (`signoff`). */
export function signState(
  { hashes, signoff }: Signed,
  signatures: readonly Pick<Signature, 'language' | 'area' | 'hash'>[],
  language: Locale,
  area: Area,
): SignState {
  const inFiles = signoff.filter((sign) => sign.role === area && sign.language === language)
  const onPlatform = signatures.filter((sign) => sign.area === area && sign.language === language)
  const counts = ({ hash }: { hash: string }) => hash === hashes[language]
  if (inFiles.some(counts) || onPlatform.some(counts)) return 'signed'
  return inFiles.length > 0 || onPlatform.length > 0 ? 'changed' : 'unsigned'
}

/** The last day (ISO) on which the present text was signed; null if no signature counts. */
export function lastSigned(
  { hashes, signoff }: Signed,
  signatures: readonly SignatureMark[],
  language: Locale,
  area: Area,
): string | null {
  const counts = (sign: { language: Locale; hash: string }) =>
    sign.language === language && sign.hash === hashes[language]
  const days = [
    ...signoff.filter((sign) => counts(sign) && sign.role === area).map(({ date }) => date),
    ...signatures.filter((sign) => counts(sign) && sign.area === area).map(({ signedOn }) => signedOn),
  ]
  return days.toSorted().at(-1) ?? null
}
