import { addRole } from '@/demo/population/act'
import { addPerson, addSession } from '@/demo/population/person'
import { daysAfter, type Release, type TableBatch } from '@/demo/population/table-batch'
import { LOCALES } from '@/domain/locale'
import { SIGNED_KINDS } from '@/domain/signoff/entry-signoff'
import { currentReleases } from '@/server/content/releases'
import { editorialTexts } from '@/server/editorial/texts'

const SIGNATURES = 1500
const THREADS = 40
const SIGNED = { signer: 'R-2222', function: 'Conseillère', body: 'Cour d’appel' }

export type BenchReviewer = { sessionId: string }

/**
 * A reviewer of every text, in a database in which all texts were signed and have changed since: so her queue lists all
 * of them, and each has signatures to compare with.
 */
export async function addReviewer(batch: TableBatch, { course }: Release): Promise<BenchReviewer> {
  const { tables, rng, now } = batch
  const { function: by, body, signer } = SIGNED
  const begun = daysAfter(now, -100)
  const { accountId } = addPerson(batch, { begun, function: 'judge', institution: body, locale: 'fr' })
  tables.SecondFactor.push({ accountId, secret: 'none', createdAt: begun, confirmedAt: begun, lastStep: 0 })
  const releases = await currentReleases()
  const parts = [
    ...releases.map(({ courseId }) => `course:${courseId}` as const),
    ...SIGNED_KINDS.map((kind) => `library:${kind}` as const),
  ]
  const scope = { areas: ['legal' as const], parts, languages: [...LOCALES], function: by, body }
  addRole(batch, { accountId, institutionId: null, role: 'reviewer', review: { scope, signer } }, null, begun)
  const lesson = { kind: 'lesson', id: `${course.file.id}/${course.lessons[0]?.file.id}` }
  const { list } = await editorialTexts()
  const places = list.flatMap(({ key }) => LOCALES.map((language) => ({ ...key, language })))
  for (let at = 0; at < SIGNATURES; at += 1) {
    const { kind, id: textId, language } = places[at % places.length] ?? { ...lesson, language: 'fr' }
    const of = { kind, textId, language, area: 'legal', hash: `earlier-${at}` }
    tables.EditorialSignature.push({ id: rng.uuid(begun), ...of, ...SIGNED, signedAt: begun, accountId, held: null })
  }
  for (let at = 0; at < THREADS; at += 1) addThread(batch, { accountId, textId: lesson.id }, at)
  return { sessionId: addSession(batch, accountId, true) }
}

type Discussed = { accountId: string; textId: string }

function addThread({ tables, rng, now }: TableBatch, { accountId, textId }: Discussed, at: number): void {
  const createdAt = daysAfter(now, -at)
  const id = rng.uuid(createdAt)
  tables.EditorialThread.push({ id, kind: 'lesson', textId, language: 'fr', block: `b${at % 10}`, createdAt })
  const said = { text: 'Point à vérifier.', writtenAt: createdAt, mentions: [] }
  tables.EditorialComment.push({ id: rng.uuid(createdAt), threadId: id, accountId, ...SIGNED, ...said })
}
