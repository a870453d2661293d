import 'server-only'
import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import { readCertificateNumber } from '@/domain/certificate/certificate-number'
import { blocksOn, type LawBlock } from '@/domain/course/law-delta'
import { AppError } from '@/domain/errors'
import type { WordingRow } from '@/domain/library/compared-wording'
import type { Locale } from '@/domain/locale'
import type { Answer } from '@/domain/question/answer'
import type { Caller } from '../../auth/caller'
import { type Permit, requirePermission } from '../../auth/permit'
import { taughtIn } from '../../content/passages'
import { type CertificateRow, findCertificate } from '../../db/certificate/certificates'
import { sql } from '../../db/client'
import { findLearner } from '../../db/course/learners'
import { compareWordings } from '../../library/compare-versions'
import { certificateFacts } from '../certificate-facts'
import { answersTo, currentAnswers } from './answers'
import { type ChangedProvision, changedLaw } from './changed-law'
import { type LawOffer, lawOffer } from './law-offers'

/** The page on which a holder updates a certificate to a later law. `offer` is null if there is no law update. */
export type LawUpdatePage = { facts: CertificateFacts; offer: LawOffer | null }

/**
 * Opens the law update of one of her own certificates. @throws {AppError} not-found for another person's certificate
 * and for an attestation of attendance; course-closed if she may no longer read the course.
 */
export async function openLawUpdate(
  caller: Caller,
  { target }: Permit<'account:read'>,
  typed: string,
): Promise<LawUpdatePage> {
  const certificate = await ownCertificate(target.accountId, typed)
  const offer = await lawOffer(certificate)
  if (offer) await requireReadable(caller, target.accountId, offer)
  return { facts: await certificateFacts(certificate), offer }
}

async function ownCertificate(accountId: string, typed: string): Promise<CertificateRow> {
  const reading = readCertificateNumber(typed)
  const found = reading.status === 'well-formed' ? await findCertificate(sql(), reading.number) : null
  if (!found || found.accountId !== accountId || found.releaseId === null)
    throw new AppError('not-found', 'certificate of a course')
  return found
}

async function requireReadable(caller: Caller, accountId: string, { release }: LawOffer): Promise<void> {
  const { courseId } = release
  const { access } = release.course.file
  const learner = access === 'closed' ? await findLearner(sql(), accountId, courseId) : null
  await requirePermission(caller, 'course:read', { courseId, access, learner })
}

/** A block in the reader's language. `rows`: its earlier and present words side by side; null if they are the same. */
export type ShownBlock = Pick<LawBlock, 'lesson' | 'block' | 'provisions'> & {
  words: string
  rows: readonly WordingRow[] | null
}
export type LawModule = {
  provisions: readonly ChangedProvision[]
  blocks: readonly ShownBlock[]
  answers: ReadonlyMap<string, Answer>
}

/** The provisions and blocks to read, before and now, and her answers. */
export async function readLawModule(offer: LawOffer, locale: Locale): Promise<LawModule> {
  const { before, release, entries } = offer
  const { rows, read } = await answersTo(offer)
  return {
    provisions: changedLaw(offer, locale),
    blocks: blocksOn(taughtIn(before.course), taughtIn(release.course), entries).map((block) => shown(block, locale)),
    answers: currentAnswers(offer, rows, read),
  }
}

function shown({ before, after, ...block }: LawBlock, locale: Locale): ShownBlock {
  const [said, says] = [before?.[locale] ?? null, after?.[locale] ?? null]
  const isSame = said !== null && said === says
  const only = (words: string | null) => (words === null ? [] : [words])
  return { ...block, words: says ?? said ?? '', rows: isSame ? null : compareWordings(only(said), only(says)) }
}
