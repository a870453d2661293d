import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET, POST } from '@/app/[locale]/(learn)/certificates/[number]/law/route'
import { GET as getCertificates } from '@/app/[locale]/(learn)/certificates/route'
import { GET as getLearning } from '@/app/[locale]/(learn)/learning/route'
import { GET as getVerified } from '@/app/[locale]/(public)/verify/[number]/route'
import { GET as getPdf } from '@/app/api/certificates/[number]/pdf/route'
import { GET as getCredential } from '@/app/api/credentials/[number]/route'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { runCertificateCommand } from '@/server/certificate/command'
import { tellLawUpdates } from '@/server/certificate/law-update/tell-law-updates'
import { releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { publishNow, releaseNumbered } from '@/tests/support/corrections'
import { courseOf, holderOf, LATER_LAW, lawChange, NEW_LAW, OLD_LAW } from '@/tests/support/law-updates'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { readPdf } from '@/tests/support/read-pdf'

const NOW = new Date('2026-12-01T10:00:00Z')
const fr = translator('fr')
const UPDATED = fr('certificate.updated')

type Her = Awaited<ReturnType<typeof holderOf>>
type Handler = (request: Request, props: { params: Promise<Record<string, string>> }) => Promise<Response>

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})
beforeEach(async () => {
  await db().mail.deleteMany()
  await db().lawUpdateRun.deleteMany()
})

async function publish(course: ReturnType<typeof courseOf>) {
  await publishNow(course)
  releases.reset()
}

/** A person whose certificate was earned under the old law; the newest release of the course is on the new law. */
async function changedLaw() {
  const courseId = `course-${randomUUID()}`
  await publish(courseOf(courseId, OLD_LAW))
  const her = await holderOf(courseId)
  await publish(courseOf(courseId, NEW_LAW, [lawChange()]))
  return her
}

async function ask(who: { sessionId: string } | null, handler: unknown, number: string, query = '', form?: object) {
  await callAs(who?.sessionId ?? null)
  const request = new Request(`http://localhost:3000/fr/x${query}`, {
    headers: { host: 'localhost:3000' },
    ...(form && { method: 'POST', body: new URLSearchParams(Object.entries(form)) }),
  })
  const response = await (handler as Handler)(request, { params: Promise.resolve({ locale: 'fr', number }) })
  const bytes = await response.clone().arrayBuffer()
  return { status: response.status, to: response.headers.get('location'), html: await response.text(), bytes }
}

const open = (her: Her, handler: unknown = GET, query = '') => ask(her, handler, her.certificate.number, query)

/** Sends an answer from a page of the second release, which is the newest, or of the release with this `number`. */
async function answer(her: Her, question: string, option: string, number = 2) {
  const { id } = await releaseNumbered(her.courseId, number)
  return ask(her, POST, her.certificate.number, `?release=${id}`, { question, a: option })
}

async function bringUp(her: Her, number = 2) {
  for (const question of ['p1', 's1']) await answer(her, question, 'a', number)
}

const updatesOf = ({ certificate }: Pick<Her, 'certificate'>) =>
  db().lawUpdate.findMany({ where: { certificateId: certificate.id }, orderBy: { lawDate: 'asc' } })

describe('a certificate of an earlier law', () => {
  it('is offered, on “my learning” and beside it, a page with only what changed, before and now', async () => {
    const her = await changedLaw()
    const address = `/fr/certificates/${her.certificate.number}/law`
    expect((await open(her, getLearning)).html).toContain(address)
    expect((await open(her, getCertificates)).html).toContain(address)

    const { status, html } = await open(her)
    expect(status).toBe(200)
    expect(html).toContain('La peine a été portée de dix à vingt ans.')
    for (const said of ['La peine est de <del>dix </del>ans', 'La peine est de <ins>vingt </ins>ans']) {
      expect(html).toContain(said)
    }
    // The changed provision is shown too.
    for (const law of ['<p><del>dix </del>ans</p>', '<p><ins>vingt </ins>ans</p>']) expect(html).toContain(law)
    expect(html).not.toContain('Un autre alinéa reste comme il était')
    expect(html).not.toContain('un alinéa resté le même')
    expect(html).toContain('id="quiz-p1"')
    expect(html).toContain('id="quiz-s1"')
    expect(html).not.toContain('id="quiz-p2"')
  })

  it('sends no key, no comment and no question of the exam before an answer', async () => {
    const her = await changedLaw()
    const { html } = await open(her)

    for (const secret of ['comment p1', 'comment s1', 'explanation', 'stem q1']) expect(html).not.toContain(secret)
    const wrong = await answer(her, 'p1', 'b')
    expect(wrong.to).toBe(`/fr/certificates/${her.certificate.number}/law#quiz-p1`)
    const told = await open(her)
    expect(told.html).toContain('comment p1 b')
    expect(told.html).not.toContain('comment s1')
  })

  it('is offered the page in three languages', async () => {
    const her = await changedLaw()
    for (const locale of LOCALES) {
      await callAs(her.sessionId)
      const { number } = her.certificate
      const request = new Request(`http://localhost:3000/${locale}/x`, { headers: { host: 'localhost:3000' } })
      const page = await (GET as unknown as Handler)(request, { params: Promise.resolve({ locale, number }) })
      expect(await page.text()).toContain(translator(locale)('lawUpdate.questions'))
    }
  })

  it('is offered nothing if the law did not change, or if no declared change reaches back to its law', async () => {
    const courseId = `course-${randomUUID()}`
    await publish(courseOf(courseId, OLD_LAW))
    const her = await holderOf(courseId)
    const none = fr('lawUpdate.none')
    expect((await open(her)).html).toContain(none)

    await publish(courseOf(courseId, NEW_LAW))
    expect((await open(her)).html).toContain(none)
    await publish(courseOf(courseId, NEW_LAW, [lawChange({ since: '2026-06-01' })]))
    expect((await open(her)).html).toContain(none)
    await publish(courseOf(courseId, NEW_LAW, [lawChange({ changed: [], untouched: ['cp-448-1'] })]))
    expect((await open(her)).html).toContain(none)

    const later = await holderOf(courseId, 4)
    await publish(courseOf(courseId, NEW_LAW, [lawChange()]))
    expect((await open(later)).html).toContain(none)
    expect((await open(later, getLearning)).html).not.toContain('/law"')
    expect((await open(her)).html).not.toContain(none)
  })

  it('is offered nothing once it was revoked or replaced, even if some questions were answered', async () => {
    const [revoked, replaced] = [await changedLaw(), await changedLaw()]
    await answer(revoked, 'p1', 'a')
    await runCertificateCommand({ command: 'revoke', number: revoked.certificate.number, reason: 'test' }, NOW)
    const refused = await answer(revoked, 's1', 'a')
    expect(refused.to).toMatch(/law#done$/)
    expect(await updatesOf(revoked)).toEqual([])
    expect((await open(revoked)).html).toContain(fr('lawUpdate.none'))

    await db().certificate.update({ where: { id: replaced.certificate.id }, data: { revokedAt: null } })
    const successor = await holderOf(replaced.courseId)
    await db().certificate.update({
      where: { id: successor.certificate.id },
      data: { supersedesId: replaced.certificate.id },
    })
    expect((await open(replaced)).html).toContain(fr('lawUpdate.none'))
  })

  it('is not found by another person, nor under a bad number', async () => {
    const her = await changedLaw()
    const { number } = her.certificate
    const other = await insertPerson()
    const { id } = await releaseNumbered(her.courseId, 2)
    const sent = { question: 'p1', a: 'a' }

    expect((await ask(other, GET, number)).status).toBe(404)
    expect((await ask(other, POST, number, `?release=${id}`, sent)).status).toBe(404)
    expect((await ask(null, GET, number)).to).toContain('/fr/sign-in')
    for (const bad of ["' or 1=1", '2345', '%00']) expect((await ask(her, GET, bad)).status).toBe(404)
    expect(await db().lawUpdateAnswer.count({ where: { certificateId: her.certificate.id } })).toBe(0)
  })

  it('is offered nothing if its holder may no longer read the course', async () => {
    const courseId = `course-${randomUUID()}`
    const closed = (course: ReturnType<typeof courseOf>) => ({
      ...course,
      file: { ...course.file, access: 'closed' as const },
    })
    await publish(closed(courseOf(courseId, OLD_LAW)))
    const her = await holderOf(courseId)
    await publish(closed(courseOf(courseId, NEW_LAW, [lawChange()])))

    expect((await open(her)).status).toBe(403)
    await tellLawUpdates(NOW)
    expect(await db().mail.count({ where: { accountId: her.accountId } })).toBe(0)
    expect((await open(her, getLearning)).html).not.toContain('/law"')
  })
})

describe('the answers', () => {
  it('are kept, may be given again, and bring the certificate up once all are right', async () => {
    const her = await changedLaw()
    await answer(her, 'p1', 'b')
    await answer(her, 's1', 'a')
    expect(await updatesOf(her)).toEqual([])
    expect((await open(her)).html).toContain(fr('lawUpdate.standing', { right: 1, total: 2 }))

    const last = await answer(her, 'p1', 'a')
    expect(last.to).toBe(`/fr/certificates/${her.certificate.number}/law#done`)
    expect(await updatesOf(her)).toMatchObject([{ since: new Date(OLD_LAW), lawDate: new Date(NEW_LAW) }])
    expect((await open(her)).html).toContain(fr('lawUpdate.done', { lawDate: '15 janvier 2027' }))
    expect((await open(her, getLearning)).html).not.toContain('/law"')
  })

  it('that do not fit are refused on the page and change nothing', async () => {
    const her = await changedLaw()
    await answer(her, 'p1', 'a')
    expect((await answer(her, 'p1', 'zzz')).to).toMatch(/refused=1#quiz-p1$/)
    expect((await answer(her, 'p2', 'a')).status).toBe(404)
    expect((await answer(her, 'q1', 'a')).status).toBe(404)

    expect(await db().lawUpdateAnswer.findMany({ where: { certificateId: her.certificate.id } })).toMatchObject([
      { questionId: 'p1', answer: ['a'] },
    ])
  })

  it('of three tabs at once bring the certificate up once, and one that comes late changes nothing', async () => {
    const her = await changedLaw()
    await answer(her, 's1', 'a')
    const { id } = await releaseNumbered(her.courseId, 2)
    const { answerLawQuestion } = await import('@/server/certificate/law-update/answer-question')
    const { lawOffer } = await import('@/server/certificate/law-update/law-offers')
    const { findCertificate } = await import('@/server/db/certificate/certificates')
    const { sql } = await import('@/server/db/client')
    const { mayChange } = await import('@/tests/support/people')
    const row = await findCertificate(sql(), her.certificate.number)
    const offer = row && (await lawOffer(row))
    const question = offer?.questions.find((each) => each.id === 'p1')
    if (!offer || !question) throw new Error('no offer')
    const sent = { question, answer: ['a'], seen: id }
    const outcomes = await Promise.all([1, 2, 3].map(() => answerLawQuestion(mayChange(her), offer, sent, NOW)))

    expect(outcomes.toSorted()).toEqual(['changed', 'changed', 'updated'])
    expect(await updatesOf(her)).toHaveLength(1)
    expect((await answer(her, 'p1', 'b')).to).toMatch(/law#done$/)
    expect(await updatesOf(her)).toHaveLength(1)
  })

  it('stay valid if a later law comes meanwhile, unless their question has changed', async () => {
    const her = await changedLaw()
    await bringUp(her, 1)
    expect(await updatesOf(her)).toHaveLength(1)
    const second = await changedLaw()
    await answer(second, 'p1', 'a')
    const later = courseOf(second.courseId, LATER_LAW, [lawChange(), lawChange({ since: NEW_LAW, lawDate: LATER_LAW })])
    const reworded = later.second?.map(({ question, ...form }) => ({
      ...form,
      question: { ...question, stem: { ar: 'سؤال آخر', fr: 'Une autre question', en: 'Another question' } },
    }))
    await publish({ ...later, ...(reworded && { second: reworded }) })

    const stale = await answer(second, 's1', 'a', 2)
    expect(stale.to).toMatch(/law\?changed=1$/)
    expect(await updatesOf(second)).toEqual([])
    expect((await open(second)).html).toContain(fr('lawUpdate.standing', { right: 1, total: 2 }))
    await answer(second, 's1', 'a', 3)
    expect(await updatesOf(second)).toMatchObject([{ since: new Date(OLD_LAW), lawDate: new Date(LATER_LAW) }])
  })

  it('are asked for again at each change of law, and the certificate states every change', async () => {
    const her = await changedLaw()
    await bringUp(her)
    const entries = [lawChange(), lawChange({ since: NEW_LAW, lawDate: LATER_LAW })]
    await publish(courseOf(her.courseId, LATER_LAW, entries))
    const page = await open(her)
    expect(page.html).toContain(fr('lawUpdate.standing', { right: 0, total: 2 }))
    expect(page.html).toContain('trente')
    expect(page.html).not.toMatch(/<del[^>]*>dix/)
    await bringUp(her, 3)

    expect((await updatesOf(her)).map(({ lawDate }) => lawDate)).toEqual([new Date(NEW_LAW), new Date(LATER_LAW)])
    const { html } = await open(her, getVerified)
    expect(html).toContain('15 janvier 2027')
    expect(html).toMatch(/1(er|<sup>er<\/sup>)? février 2028/)
  })
})

describe('a certificate that was brought up', () => {
  const credential = async (her: Her, query = '') =>
    JSON.parse((await open(her, getCredential, `?key=${her.certificate.shareToken}${query}`)).html)

  it('says so to whoever verifies it, and on her pages', async () => {
    const her = await changedLaw()
    expect((await open(her, getVerified)).html).not.toContain(UPDATED)
    await bringUp(her)

    for (const handler of [getVerified, getCertificates, getLearning]) {
      expect((await open(her, handler)).html).toContain(UPDATED)
    }
    expect((await ask(null, getVerified, her.certificate.number)).html).toContain(UPDATED)
  })

  it('has a paper and a credential that say so, and keeps those of the day of issue', async () => {
    const her = await changedLaw()
    const before = await credential(her)
    await bringUp(her)
    const [now, asIssued] = [await credential(her), await credential(her, '&as=issued')]
    const [update] = await updatesOf(her)

    expect(now.id).toBe(`urn:uuid:${update?.id}`)
    expect(JSON.stringify(now.evidence)).toContain('15 janvier 2027')
    expect(now.credentialSubject.licenseNumber).toBe(before.credentialSubject.licenseNumber)
    expect(now.credentialStatus).toEqual(before.credentialStatus)
    const { proof: _, ...facts } = asIssued
    const { proof: __, ...factsBefore } = before
    expect(facts).toEqual(factsBefore)

    const text = async (query: string) =>
      readPdf(new Uint8Array((await open(her, getPdf, `?key=${her.certificate.shareToken}${query}`)).bytes))
    const [paper, issued] = [await text(''), await text('&as=issued')]
    expect([paper.pages, issued.pages]).toEqual([1, 1])
    expect(paper.text).toMatch(/droit du 15 janvier 2027/)
    expect(issued.text).not.toMatch(/droit du 15 janvier 2027/)
  })

  it('keeps its row unchanged, and passes its update on to the certificate that replaces it', async () => {
    const her = await changedLaw()
    await bringUp(her)
    const { updates: _, ...row } = { updates: 0, ...her.certificate }
    expect(await db().certificate.findUniqueOrThrow({ where: { id: her.certificate.id } })).toEqual(row)
    const names = { nameLatin: 'Fatima Alaoui' }
    const { number } = her.certificate
    await runCertificateCommand({ command: 'supersede', number, reason: 'test', ...names }, NOW)

    const successor = await db().certificate.findFirstOrThrow({ where: { supersedesId: her.certificate.id } })
    expect(await updatesOf({ certificate: successor })).toMatchObject([{ lawDate: new Date(NEW_LAW) }])
    expect(await updatesOf(her)).toHaveLength(1)
  })
})

describe('the letter', () => {
  const lettersOf = ({ accountId }: Her) => db().mail.findMany({ where: { accountId, kind: 'lawChanged' } })

  it('goes once to each holder of an earlier law, though jobs run at once, and to nobody else', async () => {
    const her = await changedLaw()
    const current = await holderOf(her.courseId, 2)
    const withdrawn = await holderOf(her.courseId)
    await db().certificate.update({ where: { id: withdrawn.certificate.id }, data: { revokedAt: NOW } })
    await Promise.all([tellLawUpdates(NOW), tellLawUpdates(NOW), tellLawUpdates(NOW)])
    await tellLawUpdates(NOW)

    expect(await lettersOf(her)).toMatchObject([
      { letter: { link: expect.stringMatching(new RegExp(`/ar/certificates/${her.certificate.number}/law$`)) } },
    ])
    for (const who of [current, withdrawn]) expect(await lettersOf(who)).toEqual([])
  })

  it('does not go to a holder who is already up to date, nor again for another edition of the same law', async () => {
    const her = await changedLaw()
    await bringUp(her)
    await tellLawUpdates(NOW)
    expect(await lettersOf(her)).toEqual([])

    const what = { ar: 'نص', fr: 'dit autrement', en: 'said otherwise' }
    await publish(courseOf(her.courseId, NEW_LAW, [lawChange({ what })]))
    expect(await db().lawUpdateRun.count({ where: { endedAt: null } })).toBe(0)
  })

  it('goes to everybody once, even if the job was killed before', async () => {
    const her = await changedLaw()
    const other = await holderOf(her.courseId)
    const runs = await import('@/server/db/course/corrections')
    const broken = vi.spyOn(runs, 'advanceRun').mockRejectedValueOnce(new Error('killed'))
    await expect(tellLawUpdates(NOW)).rejects.toThrow('killed')
    broken.mockRestore()
    expect(await lettersOf(her)).toEqual([])

    await tellLawUpdates(NOW)
    for (const who of [her, other]) expect(await lettersOf(who)).toHaveLength(1)
  })
})

it('keeps the statement and forgets the answers when the account is deleted', async () => {
  const { forgetHolder } = await import('@/server/db/certificate/certificates')
  const her = await changedLaw()
  await bringUp(her)
  await forgetHolder(db(), her.accountId)

  expect(await db().lawUpdateAnswer.count({ where: { certificateId: her.certificate.id } })).toBe(0)
  expect((await ask(null, getVerified, her.certificate.number)).html).toContain(UPDATED)
})
