import 'server-only'
import { decide } from '@/domain/auth/policy'
import { AppError } from '@/domain/errors'
import type { Locale, Localized } from '@/domain/locale'
import { nameOfText, type TextKey } from '@/domain/signoff/text-key'
import type { Caller } from '../../auth/caller'
import { type Permit, requirePermission } from '../../auth/permit'
import { sql } from '../../db/client'
import {
  type CreationRow,
  findProposal,
  findProposedText,
  listCreations,
  type OpenedProposal,
} from '../../db/editorial/editorial-proposals'
import { checkInWorker } from '../checking/in-worker'
import type { TextPreview } from '../checking/typed-text'
import { forbiddenAsNotFound } from '../open-text'
import { editorialTexts } from '../texts'
import { courseSource } from './course-source'
import { missingTranslations } from './missing-translations'

/** A course in which she may propose something new. */
export type OwnCourse = {
  id: string
  title: Localized
  lessons: readonly { key: TextKey; title: Localized }[]
  hasBank: boolean
  missing: readonly { kind: string; id: string; language: Locale }[]
}
/** `onDesk`: the text has a page on the desk. */
export type Creation = CreationRow & { onDesk: boolean }

/** The courses in which she may propose something new, and the proposals of new texts that she may read. */
export async function newTexts(
  permit: Permit<'editorial:read'>,
): Promise<{ courses: OwnCourse[]; creations: Creation[] }> {
  const { actor } = permit
  const { list, byName } = await editorialTexts()
  const ids = [...new Set(list.flatMap(({ key, course }) => (key.kind === 'lesson' && course ? [course.id] : [])))]
  const own = ids.filter((id) => decide(actor, 'editorial:propose', { text: anyIn(id) }) === 'allowed')
  const rows = await listCreations(sql())
  return {
    courses: await Promise.all(own.map(ownCourse)),
    creations: rows
      .filter(({ kind, textId: id }) => decide(actor, 'editorial:read', { text: { kind, id } }) === 'allowed')
      .map((row) => ({ ...row, onDesk: byName.has(nameOfText({ kind: row.kind, id: row.textId })) })),
  }
}

const anyIn = (courseId: string): TextKey => ({ kind: 'lesson', id: `${courseId}/new` })

async function ownCourse(id: string): Promise<OwnCourse> {
  const [{ list }, { course, files }] = await Promise.all([editorialTexts(), courseSource(id)])
  return {
    id,
    title: course.file.title,
    lessons: list.filter(({ key, course: of }) => key.kind === 'lesson' && of?.id === id),
    hasBank: course.bank.length > 0,
    missing: missingTranslations(files, id).map(({ kind, id: name, language }) => ({ kind, id: name, language })),
  }
}

/** A proposal of something new. `onDesk`: the text has a page on the desk. */
export type OpenedCreation = {
  permit: Permit<'editorial:read'>
  key: TextKey
  proposal: OpenedProposal
  onDesk: boolean
}

/** @throws {AppError} sign-in-required, second-factor-missing, second-factor-required, not-found */
export async function openCreation(caller: Caller, id: string): Promise<OpenedCreation> {
  const permit = await requirePermission(caller, 'editorial:read', { text: null })
  const key = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? await findProposedText(sql(), id) : null
  const proposal = key && (await findProposal(sql(), key, id))
  if (!key || !proposal) throw new AppError('not-found', 'proposal')
  await forbiddenAsNotFound(requirePermission(caller, 'editorial:read', { text: key }))
  const { byName } = await editorialTexts()
  return { permit, key, proposal, onDesk: byName.has(nameOfText(key)) }
}

/** The new text, made of the proposal and the files of today; null if they cannot be read as a text. */
export async function creationPreview({ key, proposal }: OpenedCreation): Promise<TextPreview | null> {
  const { base } = await courseSource(key.id.split('/')[0] ?? '')
  const wants = { findings: false, preview: true }
  return (await checkInWorker({ ...base, key }, proposal.files, wants)).preview
}
