import { randomInt, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { reportRegrade } from '@/domain/cohort/statistics/regrade-report'
import { LOCALES } from '@/domain/locale'
import type { TextKey } from '@/domain/signoff/text-key'
import { permitFor } from '@/server/auth/permit'
import { currentRelease } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { stateOf } from '@/server/editorial/open-text'
import { presentText } from '@/server/editorial/present-text'
import { currentSignatures, noteReading, seenIn, signText } from '@/server/editorial/sign-text'
import { hashOfWording, proposeWording } from '@/server/editorial/wordings'
import { actorNow } from '../staff'

type Someone = { accountId: string; sessionId: string }

/**
 * A reviewer reads the first lesson of a course in French to its end, and signs the second one. A colleague proposes
 * another summary of the first. @returns the ids of the signature and of the proposal.
 */
export async function reviewLessons(reviewer: Someone, colleague: Someone, courseId: string) {
  const release = await currentRelease(courseId)
  const [first, second] = (release?.course.file.outline ?? []).map(
    (lesson): TextKey => ({ kind: 'lesson', id: `${courseId}/${lesson}` }),
  )
  if (!first || !second) throw new Error(`${courseId} has no lessons`)
  await read(reviewer, first)
  const signature = await sign(reviewer, second)
  return { signature, proposal: await propose(colleague, first) }
}

async function read(who: Someone, key: TextKey) {
  const [actor, text] = [await actorNow(who), await presentText(key)]
  const permit = permitFor(actor, 'editorial:read', { text: key })
  await noteReading({ permit, text, language: 'fr' }, text.hashes.fr, new Date())
  return { actor, text, permit }
}

async function sign(who: Someone, key: TextKey): Promise<string> {
  let refusal = await signAsSeen(who, key)
  // The reviewer of another worker has signed it in between, so what was seen is no longer what stands.
  while (refusal?.why === 'seconded') refusal = await signAsSeen(who, key)
  if (refusal) throw new Error(`not signed: ${refusal.why}`)
  const { accountId } = who
  return (await db().editorialSignature.findFirstOrThrow({ where: { accountId, textId: key.id } })).id
}

async function signAsSeen(who: Someone, key: TextKey) {
  const { actor, text, permit: reading } = await read(who, key)
  const hash = text.hashes.fr
  const { signatures } = await stateOf({ permit: reading, text, language: 'fr' })
  const seen = seenIn(currentSignatures(signatures, { language: 'fr', area: 'legal', hash }))
  const target = { text: key, language: 'fr', area: 'legal', proposed: false, otherArea: false } as const
  return signText(permitFor(actor, 'editorial:sign', target), { hash, seen }, new Date())
}

async function propose(who: Someone, key: TextKey): Promise<string> {
  const [actor, text] = [await actorNow(who), await presentText(key)]
  const summary = text.blocks.find(({ id }) => id === 'summary')?.fields[0]?.texts.fr ?? ''
  const draft = randomUUID()
  const wording = { wordingText: `${summary} À relire.`, wordingReason: 'Pour mémoire.' }
  const written = { draft, block: 'summary', field: 'summary', was: hashOfWording(summary), ...wording }
  const permit = permitFor(actor, 'editorial:propose', { text: key })
  const outcome = await proposeWording(permit, { text, language: 'fr' }, written, new Date())
  if (outcome.status !== 'stored') throw new Error(`not proposed: ${outcome.status}`)
  return draft
}

/** A colleague proposes a new lesson: a copy of the first one under another name. @returns the id of the proposal. */
export async function proposeLesson({ accountId }: Someone, courseId: string): Promise<string> {
  const [first = ''] = (await currentRelease(courseId))?.course.file.outline ?? []
  const id = `${first}-${randomUUID().slice(0, 6)}`
  const names = ['lesson.yaml', ...LOCALES.map((locale) => `${locale}.md`), 'practice.yaml']
  const files = names.map((name) => {
    const text = readFileSync(`courses/${courseId}/${first}/${name}`, 'utf8').replaceAll(`${first}-p`, `${id}-p`)
    const named = text.replaceAll(`${first}#`, `${id}#`).replace(`id: ${first}\n`, `id: ${id}\n`)
    return { path: `courses/${courseId}/${id}/${name}`, base: '', baseHash: null, text: named }
  })
  const about = { kind: 'lesson', textId: `${courseId}/${id}`, creates: `lesson ${courseId}/${id}`, files }
  const words = { summary: 'Une leçon de plus', reason: 'Elle manquait.' }
  const by = {
    signer: 'R-000001',
    function: 'Conseillère',
    body: 'Cour',
    proposedById: accountId,
    proposedAt: new Date(),
  }
  return (await db().editorialProposal.create({ data: { ...about, ...words, ...by } })).id
}

/** Proposes to grade exams of a course again; a second person must decide. @returns the id of the proposal. */
export async function awaitRegrade({ accountId }: Someone, courseId: string): Promise<string> {
  const release = await currentRelease(courseId)
  // A question can have only one open proposal, and several casts may exist at the same time.
  const question = release?.course.bank[randomInt(release.course.bank.length)]
  if (!release || !question) throw new Error(`${courseId} has no bank`)
  const about = { courseId, questionId: question.id, releaseId: release.id }
  const effect = reportRegrade(Array.from({ length: 12 }, () => 'passed' as const)) as object
  const by = { reason: 'La clé était fausse.', proposedById: accountId, proposedAt: new Date() }
  const waits = await db().regradeProposal.findFirst({ where: { ...about, decision: null } })
  return waits?.id ?? (await db().regradeProposal.create({ data: { ...about, effect, ...by } })).id
}

/** Deletes the signatures and proposals of these people. */
export async function removeReviewed(ids: readonly string[]): Promise<void> {
  const accounts = { in: [...ids] }
  await db().editorialSignature.deleteMany({ where: { accountId: accounts } })
  await db().editorialProposal.deleteMany({ where: { proposedById: accounts } })
  await db().regradeProposal.deleteMany({ where: { proposedById: accounts, decision: null } })
}
