import { existsSync } from 'node:fs'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { GET as getHelp } from '@/app/[locale]/(public)/help/route'
import { GET as getPrivacy } from '@/app/[locale]/(public)/privacy/route'
import { GET as getVerified } from '@/app/[locale]/(public)/verify/[number]/route'
import { GET as getCosigners, POST as postCosigners } from '@/app/[locale]/(teach)/cohorts/[cohort]/cosigners/route'
import { GET as getPlatform } from '@/app/[locale]/(teach)/desk/platform/route'
import { GET as getPreview } from '@/app/[locale]/(teach)/institutions/[institution]/face/preview/route'
import { GET as getFace, POST as postFace } from '@/app/[locale]/(teach)/institutions/[institution]/face/route'
import { GET as getLogo } from '@/app/api/logos/[hash]/route'
import { LOCALES } from '@/domain/locale'
import { formatDate, translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { changeCohort } from '@/server/cohort/save-cohort'
import { currentRelease, releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { env } from '@/server/env'
import { codeAt } from '@/tests/support/authenticator'
import { cohortOf, draftOfCohort, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { publish } from '@/tests/support/exam-room'
import { certifiedIn, DIRECTOR, FACE, learnerOf, logoOf } from '@/tests/support/faces'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { setUpFor } from '@/tests/support/second-factor'
import { actorNow, giveRole, insertStaff, makeInstitution } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

type Handler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>
type Params = Record<'locale' | 'institution' | 'cohort' | 'number' | 'hash', string>
type Asked = Partial<Params> & { form?: Record<string, string | File> }

/** Requests a page, or posts its form, as this person. */
async function call(who: { sessionId: string } | null, handler: Handler<Params>, { form, ...params }: Asked = {}) {
  await callAs(who?.sessionId ?? null)
  const body = new FormData()
  for (const [name, value] of Object.entries(form ?? {})) body.set(name, value)
  const { locale = 'fr' } = params
  const request = new Request(`http://localhost:3000/${locale}/x`, {
    headers: { host: 'localhost:3000', accept: 'text/html' },
    ...(form && { method: 'POST', body }),
  })
  const whole = { institution: '', cohort: '', number: '', hash: '', ...params, locale }
  const response = await handler(request, { params: Promise.resolve(whole) })
  const { status, headers } = response
  return { status, headers, to: headers.get('location'), html: await response.text() }
}

const shown = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;')
const t = translator('fr')
const { nameEnglish, addressArabic, addressLatin, helpEmail } = FACE
const FIELDS = { act: 'save', version: '0', nameEnglish, addressArabic, addressLatin, helpEmail, helpPhone: '' }
const SIGNATORY = { act: 'add', ...DIRECTOR, toDay: '' }
const logoFile = (bytes: Buffer, name = 'logo.svg') => new File([new Uint8Array(bytes)], name)

async function school() {
  const institution = await makeInstitution('school', 'Institut judiciaire')
  return { institution, administrator: await insertStaff('administrator', institution) }
}

/** Her code is older than it may be for this page. */
const outdate = ({ sessionId }: { sessionId: string }) =>
  db().session.update({ where: { id: sessionId }, data: { provedAt: new Date(Date.now() - 11 * 60_000) } })

/** An administrator of a school with an authenticator, whose last code is too old. */
async function late() {
  const school = await makeSchool()
  const institution = school.institutionId
  const administrator = await insertPerson()
  await giveRole(administrator.accountId, 'administrator', institution)
  const { secret } = await setUpFor(administrator, new Date(Date.now() - 3_600_000))
  await outdate(administrator)
  return { school, institution, administrator, secret }
}

const keptIn = (html: string) =>
  (html.match(/name="kept-form" value="([^"]*)"/)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const faceOf = (institutionId: string) => db().institutionFace.findFirst({ where: { institutionId } })

describe('a form that is sent after its code is no longer fresh', () => {
  const form = { ...FIELDS, logo: logoFile(logoOf('#0c5a50')) }

  it('is kept with its text and its file, and saved once the code is given', async () => {
    const { institution, administrator, secret } = await late()
    const asked = await call(administrator, postFace, { institution, form })
    expect(asked.status).toBe(401)
    expect(asked.html).toContain(shown(t('secondFactor.ask.kept')))
    expect(await faceOf(institution)).toBeNull()

    const kept = keptIn(asked.html)
    const wrong = await call(administrator, postFace, { institution, form: { 'kept-form': kept, code: '12 34' } })
    expect(wrong.status).toBe(400)
    expect(wrong.html).toContain(shown(t('secondFactor.problems.malformed')))
    expect([keptIn(wrong.html), wrong.html.includes('value="12 34"')]).toEqual([kept, true])
    const mistaken = await call(administrator, postFace, { institution, form: { 'kept-form': kept, code: '000000' } })
    expect([mistaken.status, keptIn(mistaken.html)]).toEqual([401, kept])
    expect(await faceOf(institution)).toBeNull()

    const whole = { 'kept-form': kept, code: codeAt(secret, new Date()) }
    const saved = await call(administrator, postFace, { institution, form: whole })
    expect(saved).toMatchObject({ status: 303, to: `/fr/institutions/${institution}/face?done=saved` })
    const { html } = await call(administrator, getFace, { institution })
    for (const part of [nameEnglish, shown(addressLatin), helpEmail]) expect(html).toContain(part)
    const hash = html.match(/\/api\/logos\/([0-9a-f]{64})/)?.[1] ?? ''
    expect((await call(null, getLogo, { hash })).html).toContain('fill="#0c5a50"')
  })

  it('comes back on its own page if it is wrong, once the code is right', async () => {
    const { institution, administrator, secret } = await late()
    const asked = await call(administrator, postFace, { institution, form: { ...SIGNATORY, nameArabic: '' } })
    const whole = { 'kept-form': keptIn(asked.html), code: codeAt(secret, new Date()) }
    const refused = await call(administrator, postFace, { institution, form: whole })
    expect(refused.status).toBe(400)
    expect(refused.html).toContain(shown(DIRECTOR.nameLatin))
  })

  it('cannot be sent without a session, nor by an administrator of another school', async () => {
    const { institution } = await late()
    const other = await late()
    const body = { 'kept-form': JSON.stringify(Object.entries(FIELDS)), code: codeAt(other.secret, new Date()) }
    expect(await call(null, postFace, { institution, form: body })).toMatchObject({
      status: 303,
      to: expect.stringContaining('/fr/sign-in?next='),
    })
    expect((await call(other.administrator, postFace, { institution, form: body })).status).toBe(403)
    expect(await faceOf(institution)).toBeNull()
  })

  it('asks another institution for its co-signature once the code is given', async () => {
    const { school, administrator, secret } = await late()
    const commission = await makeInstitution('commission', 'Commission nationale')
    const { id: cohort } = await makeCohort(school)
    const asked = await call(administrator, postCosigners, { cohort, form: { institution: commission } })
    expect(asked.status).toBe(401)
    const whole = { 'kept-form': keptIn(asked.html), code: codeAt(secret, new Date()) }
    expect((await call(administrator, postCosigners, { cohort, form: whole })).status).toBe(303)
    expect(await db().cosignature.count({ where: { cohortId: cohort } })).toBe(1)
  })
})

describe('the page of what an institution shows', () => {
  it('is in three languages, and takes logo, address and signatory', async () => {
    const { institution, administrator } = await school()
    for (const locale of LOCALES) {
      const { status, html } = await call(administrator, getFace, { institution, locale })
      expect(status).toBe(200)
      expect(html).toContain(shown(translator(locale)('face.noLogo')))
      expect(html).toMatch(/enctype="multipart\/form-data"/i)
    }
    const form = { ...FIELDS, logo: logoFile(logoOf('#0c5a50')) }
    const saved = await call(administrator, postFace, { institution, form })
    expect(saved).toMatchObject({ status: 303, to: `/fr/institutions/${institution}/face?done=saved` })
    expect((await call(administrator, postFace, { institution, form: SIGNATORY })).status).toBe(303)

    const { html } = await call(administrator, getFace, { institution })
    for (const part of [nameEnglish, addressArabic, shown(addressLatin), helpEmail, 'Nadia El Fassi'])
      expect(html).toContain(part)
    const hash = html.match(/\/api\/logos\/([0-9a-f]{64})/)?.[1] ?? ''
    const logo = await call(null, getLogo, { hash })
    expect(logo.html).toContain('<path d="M10 50h100L60 5z" fill="#0c5a50">')
    expect(logo.headers.get('content-type')).toBe('image/svg+xml')
    expect(logo.headers.get('content-security-policy')).toContain('sandbox')
    expect(logo.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('gives the form back with what was typed when the logo is a script, and saves nothing', async () => {
    const { institution, administrator } = await school()
    const script = logoFile(Buffer.from('<svg viewBox="0 0 9 9"><script>alert(1)</script></svg>'), 'logo.png')
    const { status, html } = await call(administrator, postFace, { institution, form: { ...FIELDS, logo: script } })

    expect(status).toBe(400)
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toContain('<script>alert')
    expect(html).toContain(`value="${nameEnglish}"`)
    expect(await db().institutionFace.count({ where: { institutionId: institution } })).toBe(0)
  })

  it('escapes what is typed, and refuses names in the wrong script', async () => {
    const { institution, administrator } = await school()
    const form = { ...FIELDS, nameEnglish: '<b onload=x>Institute</b>' }
    await call(administrator, postFace, { institution, form })
    const { html } = await call(administrator, getFace, { institution })
    expect(html).not.toContain('<b onload')
    const wrong = await call(administrator, postFace, {
      institution,
      form: { ...SIGNATORY, titleArabic: 'Directrice' },
    })
    expect(wrong.status).toBe(400)
    expect(wrong.html).toContain(shown(t('fields.problems.name-arabic')))
    expect(wrong.html).toContain('value="Directrice"')
  })

  it('tells the second of two administrators that the first one has changed it, and keeps what she typed', async () => {
    const { institution, administrator } = await school()
    const second = await insertStaff('administrator', institution)
    await call(administrator, postFace, { institution, form: FIELDS })
    const late = await call(second, postFace, { institution, form: { ...FIELDS, nameEnglish: 'Mine' } })

    expect(late.status).toBe(400)
    expect(late.html).toContain(shown(t('face.changed')))
    expect(late.html).toContain('value="Mine"')
    // The form now has the new version: if she sends it again, it is accepted.
    expect(late.html).toContain('name="version" value="1"')
    const again = await call(second, postFace, { institution, form: { ...FIELDS, version: '1', nameEnglish: 'Mine' } })
    expect(again.status).toBe(303)
  })

  it('is for its own administrators', async () => {
    const { institution } = await school()
    const elsewhere = await school()
    const tutor = await insertStaff('tutor', institution)
    const platform = await insertStaff('platform-administrator', null)
    for (const who of [elsewhere.administrator, tutor, platform]) {
      expect((await call(who, getFace, { institution })).status).toBe(403)
      expect((await call(who, postFace, { institution, form: FIELDS })).status).toBe(403)
      expect((await call(who, getPreview, { institution })).status).toBe(403)
    }
    expect((await call(null, getFace, { institution })).status).toBe(303)
  })

  it('refuses unknown acts, signatories and co-signatures', async () => {
    const { institution, administrator } = await school()
    const act = (form: Record<string, string>) => call(administrator, postFace, { institution, form })
    expect((await act({ act: 'x' })).status).toBe(400)
    expect((await act({ act: 'remove', signatory: 'x' })).status).toBe(404)
    expect((await act({ act: 'end', signatory: 'x', toDay: '2099-01-01' })).status).toBe(404)
    expect((await act({ act: 'accept', cosignature: 'x' })).status).toBe(404)
  })
})

it('lets a cohort be signed by another institution, once that one has accepted on its own page', async () => {
  const { institution, administrator } = await school()
  const partner = await makeInstitution('partner', 'Conseil de l’Europe')
  const abroad = await insertStaff('administrator', partner)
  const { cohortId } = await learnerOf(institution)
  const cohort = cohortId ?? ''
  expect((await call(administrator, postCosigners, { cohort, form: { institution: '' } })).status).toBe(400)
  expect((await call(administrator, postCosigners, { cohort, form: { institution: partner } })).status).toBe(303)
  expect((await call(abroad, getCosigners, { cohort })).status).toBe(403)

  const { html } = await call(abroad, getFace, { institution: partner })
  const cosignature = html.match(/name="cosignature" value="([^"]+)"/)?.[1] ?? ''
  expect(html).toContain(shown(t('cosign.accept')))
  const course = html.match(/name="course" value="([^"]+)"/)?.[1] ?? ''
  const accept = { act: 'accept', cosignature, course }
  expect((await call(administrator, postFace, { institution, form: accept })).status).toBe(404)
  expect((await call(abroad, postFace, { institution: partner, form: accept })).status).toBe(303)
  const asked = await call(administrator, getCosigners, { cohort })
  expect(asked.html).toContain(shown(t('cosign.states.accepted')))
  expect((await call(administrator, postCosigners, { cohort, form: { cosignature } })).status).toBe(303)
  // The school has ended the co-signature meanwhile, so the answer of the other institution is a conflict.
  const late = await call(abroad, postFace, { institution: partner, form: { act: 'withdraw', cosignature } })
  expect(late.status).toBe(409)
})

it('shows a co-signer which course was added when, and refuses an answer about an older list of courses', async () => {
  const school = await makeSchool()
  const [added, partner] = [await publish(), await makeInstitution('partner', 'Conseil de l’Europe')]
  releases.reset()
  const abroad = await insertStaff('administrator', partner)
  const { id: cohort } = await makeCohort(school)
  await call(school.administrator, postCosigners, { cohort, form: { institution: partner } })
  const before = await call(abroad, getFace, { institution: partner })
  const field = (name: string, html: string) => html.match(new RegExp(`name="${name}" value="([^"]+)"`))?.[1] ?? ''
  const accept = {
    act: 'accept',
    cosignature: field('cosignature', before.html),
    course: field('course', before.html),
  }
  expect(before.html).toContain(shown((await currentRelease(school.courseId))?.course.file.title.fr ?? '-'))
  expect(before.html).not.toContain('(ajouté le')

  const permit = permitFor(await actorNow(school.administrator), 'cohort:change', targetOf(await cohortOf(cohort)))
  await changeCohort(permit, draftOfCohort([school.courseId, added.courseId]), new Date(Date.now() + 60_000))
  const late = await call(abroad, postFace, { institution: partner, form: accept })
  expect(late.status).toBe(400)
  expect(late.html).toContain(shown(t('cosign.otherCourses')))
  expect(await db().cosignature.findFirst({ where: { cohortId: cohort } })).toMatchObject({ state: 'offered' })

  const date = formatDate(new Date(Date.now() + 60_000), 'fr')
  for (const locale of LOCALES) {
    const { html } = await call(abroad, getFace, { institution: partner, locale })
    const day = formatDate(new Date(Date.now() + 60_000), locale)
    expect(html).toContain(shown(translator(locale)('cosign.again', { date: day })))
  }
  expect(late.html).toContain(`(${shown(t('cosign.addedOn', { date }))})`)
})

describe('the page that verifies a certificate of a school', () => {
  it.each(LOCALES)(
    'names school, kind and signatory in %s, with initials in the script of the reader',
    async (locale) => {
      const { institution, administrator } = await school()
      await call(administrator, postFace, { institution, form: { ...FIELDS, logo: logoFile(logoOf('#0c5a50')) } })
      await call(administrator, postFace, { institution, form: SIGNATORY })
      const { certificate } = await certifiedIn(institution)
      const { html } = await call(null, getVerified, { number: certificate.number, locale })

      const words = {
        ar: ['مدرسة القضاء', 'نادية الفاسي', 'ف. ع.'],
        fr: ['Institut judiciaire', 'Nadia El Fassi', 'F. A.'],
      }
      for (const word of words[locale === 'ar' ? 'ar' : 'fr'].slice(locale === 'en' ? 1 : 0))
        expect(html).toContain(word)
      if (locale === 'en') expect(html).toContain(nameEnglish)
      if (locale === 'ar') expect(html).not.toContain('F. A.')
      expect(html).toContain('/api/logos/')
      expect(html).toContain(shown(translator(locale)('certificate.signatory')))
    },
  )
})

describe('the pages of help and of personal data', () => {
  const given = { ...env() }
  afterEach(() => Object.assign(env(), given))

  it.each(LOCALES)('show no placeholder in %s while nothing is set', async (locale) => {
    Object.assign(env(), {
      controllerName: undefined,
      controllerContact: undefined,
      helpEmail: undefined,
      helpPhone: undefined,
    })
    for (const page of [getHelp, getPrivacy]) {
      const { status, html } = await call(null, page as Handler<Params>, { locale })
      expect(status).toBe(200)
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
      expect(main).not.toMatch(/[{}]|HELP_|CONTROLLER_|undefined|null/)
      expect(main).not.toMatch(/mailto:|tel:/)
    }
    const help = await call(null, getHelp as Handler<Params>, { locale })
    const say = translator(locale)
    expect(help.html).toMatch(new RegExp(`<h1[^>]*>${say('nav.help')}</h1>`))
    expect(help.html).not.toContain(say('help.title'))
    expect(help.html).toContain(shown(say('help.ask.institution')))
    // A sentence says whom to ask instead, with a link to the help page.
    const { html } = await call(null, getPrivacy as Handler<Params>, { locale })
    const [whom = ''] = translator(locale)('privacy.controllerUnset').split('[')
    expect(html).toContain(shown(whom.trim()))
    expect(html).toMatch(new RegExp(`<main.*<a href="/${locale}/help".*</main>`, 's'))
  })

  it('say whom to ask: the platform, and the school in whose cohort she is', async () => {
    Object.assign(env(), { helpEmail: 'aide@site.example.ma', helpPhone: '+212 5 00 00 00 00' })
    const { institution, administrator } = await school()
    await call(administrator, postFace, { institution, form: FIELDS })
    const learner = await learnerOf(institution)
    const mine = await call(learner, getHelp as Handler<Params>)
    expect(mine.html).toMatch(new RegExp(`<h1[^>]*>${t('help.title')}</h1>`))
    expect(mine.html).toContain(shown(t('help.ask.contact')))
    expect(mine.html).toContain('mailto:aide@site.example.ma')
    expect(mine.html).toContain('href="tel:+212500000000"')
    expect(mine.html).toContain(`mailto:${helpEmail}`)
    const anybody = await call(null, getHelp as Handler<Params>)
    expect(anybody.html).toContain('mailto:aide@site.example.ma')
    expect(anybody.html).not.toContain(helpEmail)
  })

  it('have their missing settings listed for the administrator of the platform', async () => {
    Object.assign(env(), { missing: ['HELP_EMAIL'] })
    const platform = await insertStaff('platform-administrator', null)
    const { status, html } = await call(platform, getPlatform as Handler<Params>)
    expect(status).toBe(200)
    expect(html).toContain('HELP_EMAIL')
    expect(html).toContain(shown(t('desk.state.settings.what.HELP_EMAIL')))
    Object.assign(env(), { missing: [] })
    expect((await call(platform, getPlatform as Handler<Params>)).html).toContain(shown(t('desk.state.settings.none')))
  })
})
