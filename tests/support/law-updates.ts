import { randomUUID } from 'node:crypto'
import { makeCertificateNumber } from '@/domain/certificate/certificate-number'
import type { Course } from '@/domain/course/course'
import type { LawChange } from '@/domain/course/law-changes'
import { db } from '@/server/db/client'
import { secureRandom } from '@/server/random'
import { draftOf, releaseNumbered } from './corrections'
import { libraryWith, localized, provision, singleChoice, textVersion } from './course-factories'
import { insertPerson } from './people'

/** The days up to which the releases of the course read the law. The changes of law are invented. */
export const OLD_LAW = '2025-12-08'
export const NEW_LAW = '2027-01-15'
export const LATER_LAW = '2028-02-01'

const SAID = 'La peine est de dix ans'
const SAYS = 'La peine est de vingt ans'

const inAll = (text: string) => ({ ar: text, fr: text, en: text })
const bodyOf = (penalty: string) =>
  inAll(
    [
      '## L’acte {#act}',
      `${penalty} (:cite[448-1, alinéa 1]{id="cp-448-1#1"}).`,
      'Un autre alinéa reste comme il était (:cite[448-4]{id="cp-448-4"}).',
      '::quiz{id="p1"}',
    ].join('\n\n'),
  )

/** An entry of law-changes.yaml. */
export function lawChange(overrides: Partial<LawChange> = {}): LawChange {
  return {
    since: OLD_LAW,
    lawDate: NEW_LAW,
    what: inAll('La peine a été portée de dix à vingt ans.'),
    changed: ['cp-448-1#1'],
    untouched: [],
    also: [],
    without: [],
    ...overrides,
  }
}

const version = (id: string, inForceFrom: string | null, first: string) =>
  textVersion({
    id,
    inForceFrom,
    text: { ar: { '1': `فقرة ${id}`, '2': 'فقرة ثانية' }, fr: { '1': first, '2': 'un alinéa resté le même' } },
  })

/** The law that the course cites, with as many invented versions as its day knows. */
function lawOf(day: string): Pick<Course, 'provisions' | 'instruments'> {
  const { instruments, provisions } = libraryWith()
  const versions = [
    ...(day >= LATER_LAW ? [version('2028', '2028-01-01', 'trente ans')] : []),
    ...(day >= NEW_LAW ? [version('2027', '2027-01-01', 'vingt ans')] : []),
    version('2016', null, 'dix ans'),
  ]
  return { instruments, provisions: { ...provisions, 'cp-448-1': provision({ versions }) } }
}

const asks = (id: string, cite: string) =>
  singleChoice({
    id,
    stem: localized(`stem ${id}`),
    cites: [cite],
    options: ['a', 'b', 'c'].map((option) => ({
      id: option,
      text: localized(`${id} ${option}`),
      feedback: localized(`comment ${id} ${option}`),
      cites: [cite],
    })),
  })

/**
 * A course as of a day: one lesson, a question on the provision that changes (`p1`) and one on another (`p2`), and a
 * second form (`s1`) on the provision that changes. All right answers are `a`.
 */
export function courseOf(courseId: string, lawDate: string, lawChanges: readonly LawChange[] = []): Course {
  const draft = draftOf(courseId)
  const [lesson] = draft.lessons
  if (!lesson) throw new Error('no lesson')
  const bodies = bodyOf(lawDate === OLD_LAW ? SAID : SAYS)
  return {
    ...draft,
    ...lawOf(lawDate),
    file: { ...draft.file, lawDate },
    lessons: [{ ...lesson, bodies, practice: [asks('p1', 'cp-448-1#1'), asks('p2', 'cp-448-4')] }],
    second: [{ after: 'p1', question: asks('s1', 'cp-448-1#1') }],
    ...(lawChanges.length > 0 && { lawChanges: [...lawChanges] }),
  }
}

/** Somebody who holds a certificate of a release of a course. */
export async function holderOf(courseId: string, release = 1) {
  const person = await insertPerson()
  const { id: releaseId } = await releaseNumbered(courseId, release)
  const certificate = await db().certificate.create({
    data: {
      number: makeCertificateNumber(secureRandom),
      accountId: person.accountId,
      courseId,
      releaseId,
      nameArabic: 'فاطمة العلوي',
      nameLatin: 'Fatima Alaoui',
      initials: 'F. A.',
      shareToken: randomUUID(),
    },
  })
  return { ...person, courseId, certificate }
}
