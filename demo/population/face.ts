import 'server-only'
import { createHash } from 'node:crypto'
import type { Paper, Party } from '@/domain/certificate/paper'
import { examRuleOf } from '@/domain/course/graded'
import { localeSchema } from '@/domain/locale'
import { dayOf } from '@/domain/time/day'
import { titleOf } from '@/server/certificate/freeze-paper'
import type { Row } from '@/server/db/tables'
import { daysAfter, type Release, type TableBatch } from './table-batch'

/** Invented signatories, and logos that belong to nobody. */
const FACES: Readonly<Record<string, { colour: string; shape: string; english: string; by: Party['signatory'] }>> = {
  school: {
    colour: '#0c5a50',
    shape: 'M10 52h100v6H10zM18 24h10v26H18zM55 24h10v26H55zM92 24h10v26H92zM10 20 60 2l50 18z',
    english: 'School of judicial training (demonstration)',
    by: {
      name: { ar: 'نادية الفاسي', fr: 'Nadia El Fassi' },
      title: { ar: 'المديرة العامة (تجريبي)', fr: 'Directrice générale (démonstration)' },
    },
  },
  commission: {
    colour: '#7a4a08',
    shape: 'M60 4l24 14v24L60 56 36 42V18zM60 16 46 24v12l14 8 14-8V24z',
    english: 'Commission on trafficking (demonstration)',
    by: {
      name: { ar: 'يوسف الإدريسي', fr: 'Youssef Idrissi' },
      title: { ar: 'رئيس اللجنة (تجريبي)', fr: 'Président de la commission (démonstration)' },
    },
  },
}
const FIRST_DAY = -1000
/** Days from now to the day on which the commission agreed to co-sign: in the past. */
const AGREED = -40

/** The institutions by id, as papers show them. */
export type Faces = ReadonlyMap<string, Party>

/**
 * Gives schools and the commission a logo drawn by code, an address and a signatory, lets the commission sign with the
 * first school, and gives each certificate the paper that it would have been issued with.
 */
export function addFaces(batch: TableBatch, releases: ReadonlyMap<string, Release>): Faces {
  const { tables } = batch
  const parties = new Map(tables.Institution.map((row) => [String(row.id), addFace(batch, row)]))
  const cosigned = addCosignature(batch)
  const cohorts = new Map(tables.Cohort.map((row) => [row.id, row]))
  const cohortOf = new Map(tables.Attempt.map((row) => [row.id, row.cohortId ?? null]))
  const languages = new Map(tables.Account.map(({ id, locale }) => [id, localeSchema.parse(locale)]))
  const successors = new Map(tables.Certificate.map((row) => [row.supersedesId, row]))
  tables.Certificate = tables.Certificate.map((row) => {
    const release = releases.get(String(row.courseId))
    if (!release) return row
    // The attempt of a replaced certificate now belongs to its successor.
    const attemptId = row.attemptId ?? successors.get(row.id)?.attemptId
    const cohort = cohorts.get(cohortOf.get(attemptId ?? null) ?? null)
    const institution = parties.get(String(cohort?.institutionId)) ?? null
    const kind = institution ? 'certificate' : 'statement'
    const signsToo = cosigned && cohort?.id === cosigned.cohortId && (row.issuedAt as Date) >= cosigned.since
    const cosigner = signsToo ? parties.get(cosigned.institutionId) : undefined
    const { course } = release
    const title = titleOf(kind, course.file)
    const language = languages.get(row.accountId ?? null) ?? null
    const exam = { language, passRate: examRuleOf(course).passRate, lawDate: course.file.lawDate }
    const cosigners = cosigner ? [cosigner] : []
    return { ...row, paperHash: addPaper(batch, { kind, title, institution, cosigners, exam }) }
  })
  return parties
}

function addFace({ tables, rng, now }: TableBatch, { id, kind, nameArabic, nameLatin }: Row): Party {
  const [ar, fr] = [String(nameArabic), String(nameLatin)]
  const face = FACES[String(kind)]
  if (!face) return { name: { ar, fr, en: fr }, address: null, logo: null, signatory: null }
  const { colour, shape, english, by } = face
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60" width="120" height="60"><path d="${shape}" fill="${colour}" fill-rule="evenodd"></path></svg>`
  const hash = createHash('sha256').update(svg).digest('hex')
  if (!tables.Logo.some((logo) => logo.hash === hash)) {
    const bytes = `\\x${Buffer.from(svg).toString('hex')}`
    tables.Logo.push({ hash, type: 'image/svg+xml', width: 120, height: 60, bytes, createdAt: now })
  }
  const address = { ar: 'زنقة الزيتون، رقم 12 (تجريبي)', fr: '12, rue de l’Olivier (démonstration)' }
  const help = { helpEmail: `aide-${kind}@demo.example`, helpPhone: null }
  tables.InstitutionFace.push({
    institutionId: id ?? '',
    version: 1,
    nameEnglish: english,
    addressArabic: address.ar,
    addressLatin: address.fr,
    ...help,
    logoHash: hash,
    savedAt: now,
  })
  if (by) {
    tables.Signatory.push({
      id: rng.uuid(now),
      institutionId: id ?? '',
      nameArabic: by.name.ar,
      nameLatin: by.name.fr,
      titleArabic: by.title.ar,
      titleLatin: by.title.fr,
      fromDay: dayOf(daysAfter(now, FIRST_DAY)),
      toDay: null,
    })
  }
  return { name: { ar, fr, en: english }, address, logo: { hash, type: 'image/svg+xml' }, signatory: by }
}

/** The commission co-signs the first Arabic cohort of the first school: a demo person learns in it. */
function addCosignature({ tables, rng, now }: TableBatch) {
  const school = tables.Institution.find(({ kind }) => kind === 'school')
  const commission = tables.Institution.find(({ kind }) => kind === 'commission')
  const cohort = tables.Cohort.find(({ institutionId, locale }) => institutionId === school?.id && locale === 'ar')
  if (!commission || !cohort) return null
  const since = daysAfter(now, AGREED)
  const [cohortId, institutionId] = [String(cohort.id), String(commission.id)]
  tables.Cosignature.push({
    id: rng.uuid(since),
    cohortId,
    institutionId,
    state: 'accepted',
    offeredAt: daysAfter(since, -3),
    answeredAt: since,
  })
  return { cohortId, institutionId, since }
}

/** Adds a paper, if it is new. @returns the hash by which a certificate refers to it. */
export function addPaper({ tables, now }: TableBatch, paper: Paper): string {
  const content = JSON.stringify(paper)
  const hash = createHash('sha256').update(content).digest('hex')
  if (!tables.Paper.some((row) => row.hash === hash)) tables.Paper.push({ hash, content, createdAt: now })
  return hash
}
