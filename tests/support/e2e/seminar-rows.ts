import { createHash } from 'node:crypto'
import type { RegistrationStatus } from '@/domain/seminar/seminar'
import { db } from '@/server/db/client'
import { insertSeminarSitting } from '@/server/db/seminar/seminar-tests'
import { askOrganiser } from '@/server/seminar/organisers'
import { changeProceedings } from '@/server/seminar/proceedings'
import { insertRegistration, makeSeminar as makeNow, mayChangeSeminar, sittingAt } from '../seminars'

type Someone = { accountId: string; sessionId: string }
type Made = {
  draft?: boolean
  cohortId?: string
  courseId?: string
  seats?: number
  proceedings?: boolean
  begins?: Date
}

const DAY_MS = 86_400_000

/**
 * A seminar of two days in two languages, in a room and by a link. With `proceedings`, it was held and its proceedings
 * are public. @returns its id.
 */
export async function makeSeminar(by: Someone, institutionId: string, made: Made = {}): Promise<string> {
  const { proceedings = false, begins = new Date(Date.now() + (proceedings ? -12 : 12) * DAY_MS) } = made
  const speakers = { ar: ['إدريس القياسي، قاض'], fr: ['Driss Qiyassi, juge'] }
  const texts = { speakers, language: 'ar', interpretation: ['fr'] } as const
  const { draft = false, cohortId = null, courseId = null, seats = null } = made
  const fields = {
    titles: { ar: 'الاستماع إلى الضحية القاصر', fr: 'Entendre la victime mineure' },
    recording: proceedings ? 'see-and-call' : null,
    aims: { fr: 'Préparer l’audition.\nLa conduire.' },
    accessDetails: { fr: 'Premier étage, avec ascenseur.' },
    link: 'https://visio.example/seminaire',
    sittings: [{ ...sittingAt(begins, 0), ...texts, titles: { ar: 'قبل الاستماع' } }, sittingAt(begins, 24)],
  }
  const host = { institutionId, administrator: by }
  const { id } = await makeNow(
    host,
    { ...fields, cohortId, courseId, seats },
    draft ? [] : proceedings ? ['open', 'mark-held'] : ['open'],
  )
  if (proceedings) {
    await handOut(id)
    await changeProceedings(await mayChangeSeminar(by, id), 'publish', new Date())
  }
  return id
}

/** A file for everybody. */
async function handOut(seminarId: string): Promise<void> {
  const bytes = Buffer.from('%PDF-1.7\n%%EOF\n')
  const file = { name: 'actes.pdf', type: 'pdf', bytes: bytes.length, store: 'database' }
  const hash = createHash('sha256').update(bytes).digest('hex')
  const stored = await db().storedFile.create({ data: { ...file, hash, chunks: { create: { position: 0, bytes } } } })
  await db().seminarMaterial.create({
    data: {
      ...{ seminarId, fileId: stored.id, when: 'after', openTo: 'everybody' },
      ...{ titles: { fr: 'Actes' }, createdAt: new Date() },
    },
  })
}

/** Asks an institution to organise a seminar too. */
export async function askToOrganise(by: Someone, seminarId: string, institutionId: string): Promise<void> {
  const asked = await askOrganiser(await mayChangeSeminar(by, seminarId), institutionId, new Date())
  if (asked !== 'asked') throw new Error(asked)
}

/** A person's place in a seminar. */
export async function takePlace(someone: Someone, seminarId: string, status: RegistrationStatus): Promise<void> {
  await insertRegistration(seminarId, someone, status)
}

/** Begins the test before a seminar that has one. */
export async function beginSeminarTest({ accountId }: Someone, seminarId: string, courseId: string): Promise<void> {
  await insertSeminarSitting(db(), { seminarId, courseId, accountId, form: 'before' }, new Date())
}

/** `place`: the id of the registration of the person who is present. */
export type Running = { seminar: string; room: string; closedRoom: string; place: string }

/** A seminar by invitation that began yesterday and is still going on. One person is present, another is expected. */
export async function makeRunning(
  by: Someone,
  institutionId: string,
  { present, expected }: { present: Someone; expected: Someone },
): Promise<Running> {
  const now = new Date()
  const seminar = await makeNow(
    { institutionId, administrator: by },
    {
      titles: { ar: 'الإشراف على دورة بالمواكبة', fr: 'Animer une session tutorée' },
      listed: 'invited',
      sittings: [sittingAt(now, -24), sittingAt(now, -1, 12)],
    },
  )
  const [closedRoom = '', room = ''] = seminar.halfDays.map(({ id }) => id)
  await db().seminarHalfDay.update({ where: { id: closedRoom }, data: { checkInClosedAt: now } })
  const { id: place } = await insertRegistration(seminar.id, present)
  await insertRegistration(seminar.id, expected)
  const known = { registrationId: place, at: now, way: 'code', state: 'present', changedAt: now }
  await db().seminarCheckIn.create({ data: { halfDayId: room, ...known } })
  return { seminar: seminar.id, room, closedRoom, place }
}
