import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { MOST_COSIGNERS, type Paper, type Party } from '@/domain/certificate/paper'
import type { Prisma } from '@/generated/prisma/client'
import { permitFor } from '@/server/auth/permit'
import { setPaper } from '@/server/certificate/set-paper'
import { transcriptPdf } from '@/server/certificate/transcript'
import { db } from '@/server/db/client'
import { makeSeminarDay } from '../support/attendance'
import { certifiedLearner } from '../support/exam-taken'
import { insertLogo, type Length, partyWith, presenceWith, printedWith } from '../support/papers'
import { readPdf } from '../support/read-pdf'

const TITLES = {
  attendance: { ar: 'شهادة حضور', fr: 'Attestation de présence', en: 'Attestation' },
  certificate: { ar: 'شهادة إتمام التكوين', fr: 'Certificat de formation', en: 'Certificate' },
  statement: { ar: 'شهادة إتمام التكوين', fr: 'Attestation de suivi', en: 'Statement' },
} as const
const LENGTHS: readonly Length[] = ['short', 'words', 'solid']
const NOW = new Date('2026-12-04T09:00:00Z')
const MM = 72 / 25.4
/** Inside of the frame of the page: nothing may be printed on it or outside of it. */
const FRAME = { left: 11 * MM, right: 286 * MM, low: 11 * MM, high: 199 * MM }

let logo: NonNullable<Party['logo']>
let releaseId: string
beforeAll(async () => {
  logo = await insertLogo()
  const { certificate } = await certifiedLearner()
  releaseId = certificate.releaseId ?? ''
})

type Case = { length: Length; cosigners: number; withLogo: boolean; confirmed: boolean }
const CASES: readonly Case[] = LENGTHS.flatMap((length) =>
  [0, MOST_COSIGNERS].flatMap((cosigners) =>
    [true, false].flatMap((withLogo) => [true, false].map((confirmed) => ({ length, cosigners, withLogo, confirmed }))),
  ),
)
const named = ({ length, cosigners, withLogo, confirmed }: Case) =>
  `${length}, ${cosigners} co-signers, ${withLogo ? 'logo' : 'no logo'}, ${confirmed ? 'confirmed' : 'declared'}`

/** The cases whose paper is not one page, or has words on its frame. */
async function faulty(cases: readonly Case[], paperOf: (one: Case, parties: Parties) => Paper, release: string | null) {
  const faults: string[] = []
  for (const one of cases) {
    const party = () => partyWith(one.length, one.withLogo ? logo : null)
    const parties = { institution: party(), cosigners: Array.from({ length: one.cosigners }, party) }
    const printed = printedWith(one.length, paperOf(one, parties), release, one.confirmed)
    const { pages, lines } = await readPdf(await setPaper({ printed, address: 'https://example.ma/ar/verify' }))
    if (pages !== 1) faults.push(`${named(one)}: ${pages} pages`)
    const out = lines.filter(
      ({ x, y, width }) => x < FRAME.left || x + width > FRAME.right || y < FRAME.low || y > FRAME.high,
    )
    if (out.length > 0) faults.push(`${named(one)}: ${out.map(({ text }) => text.slice(0, 20))} on the frame`)
  }
  return faults
}
type Parties = Pick<Paper, 'institution' | 'cosigners'>

describe('each paper is one page within its frame, with the shortest and the longest names', () => {
  it.each([1, 5])(
    'an attestation of attendance of %i days',
    async (days) => {
      const kind = 'attendance' as const
      const paperOf = ({ length }: Case, parties: Parties): Paper => ({
        kind,
        title: TITLES[kind],
        ...parties,
        presence: presenceWith(length, days),
      })
      expect(
        await faulty(days === 1 ? CASES : CASES.filter(({ cosigners }) => cosigners === 0), paperOf, null),
      ).toEqual([])
    },
    120_000,
  )

  it('a certificate of an institution', async () => {
    const kind = 'certificate' as const
    const stated = {
      exam: { language: 'ar', passRate: 0.7, score: 0.85, lawDate: '2025-12-08' },
      work: { steps: 128, questions: 196 },
      review: { language: 'ar', on: '2026-11-30' },
    } as const
    const paperOf = (_: Case, parties: Parties): Paper => ({ kind, title: TITLES[kind], ...parties, ...stated })
    expect(await faulty(CASES, paperOf, releaseId)).toEqual([])
  }, 120_000)

  it('a statement of the platform', async () => {
    const kind = 'statement' as const
    const paperOf = (): Paper => ({ kind, title: TITLES[kind], institution: null, cosigners: [] })
    expect(
      await faulty(
        CASES.filter(({ cosigners }) => cosigners === 0),
        paperOf,
        releaseId,
      ),
    ).toEqual([])
  }, 60_000)
})

describe('a transcript has no page without words, and no words beside its page', () => {
  it.each(LENGTHS)(
    'with %s names, of one paper and of eight',
    async (length) => {
      const { certificate, accountId, sessionId } = await certifiedLearner()
      const { nameArabic, nameLatin } = printedWith(length, {} as Paper, null, false)
      const {
        id,
        statusIndex: _,
        ...same
      } = await db().certificate.findUniqueOrThrow({ where: { id: certificate.id } })
      await db().certificate.update({ where: { id }, data: { nameArabic, nameLatin } })
      const actor = { kind: 'person', accountId, sessionId, confirmed: true, locale: 'ar' } as const
      const pdf = async () => readPdf(await transcriptPdf(permitFor(actor, 'account:read', { accountId }), NOW))
      const one = await pdf()
      expect(one.pages).toBe(1)
      const { id: seminarId } = await makeSeminarDay()
      for (let more = 0; more < 7; more++)
        await insertAttestation({ ...same, seminarId, nameArabic, nameLatin }, length)
      const eight = await pdf()
      expect(eight.text).toContain(nameLatin.slice(0, 5))
      expect(eight.lowest).toHaveLength(eight.pages)
      expect(eight.lowest.filter((share) => !Number.isFinite(share))).toEqual([])
      const [width, beside] = [
        one.width,
        (lines: typeof one.lines) => lines.filter(({ x, width: w }) => x < 0 || x + w > width),
      ]
      expect([...beside(one.lines), ...beside(eight.lines)].map(({ text }) => text)).toEqual([])
    },
    60_000,
  )
})

type Row = Prisma.CertificateUncheckedCreateInput

async function insertAttestation(row: Row, length: Length): Promise<void> {
  const kind = 'attendance' as const
  const institution = partyWith(length, null)
  const content: Paper = { kind, title: TITLES[kind], institution, cosigners: [], presence: presenceWith(length, 2) }
  const hash = randomUUID()
  await db().paper.create({ data: { hash, content } })
  const own = { attemptId: null, courseId: null, releaseId: null, registrationId: null, paperHash: hash }
  await db().certificate.create({ data: { ...row, ...own, number: hash.slice(0, 13), shareToken: hash } })
}
