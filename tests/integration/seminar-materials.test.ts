import { readdirSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { GET as getFile } from '@/app/[locale]/(public)/seminars/[seminar]/materials/[material]/route'
import { GET as getEvent } from '@/app/[locale]/(public)/seminars/[seminar]/route'
import { GET as getMaterials, POST as postMaterials } from '@/app/[locale]/(teach)/seminars/[seminar]/materials/route'
import { LOCALES } from '@/domain/locale'
import { MOST_MATERIALS } from '@/domain/seminar/material'
import { translator } from '@/i18n/translator'
import { db } from '@/server/db/client'
import { env } from '@/server/env'
import { removeUnused } from '@/server/file/keep-file'
import { pdfWith, picture, pptxParts, zipOf } from '@/tests/support/hostile-files'
import { callAs } from '@/tests/support/next-headers'
import { fromNow, seminarAt, takingPart } from '@/tests/support/seminar-materials'
import { insertStaff, makeInstitution } from '@/tests/support/staff'

type Params = Record<'locale' | 'seminar', string>
type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>
type Who = { sessionId: string } | null
const t = translator('fr')
const shown = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;')

async function call(who: Who, handler: Handler, seminar: string, form?: Record<string, string | File>, locale = 'fr') {
  await callAs(who?.sessionId ?? null)
  const body = new FormData()
  for (const [name, value] of Object.entries(form ?? {})) body.set(name, value)
  const request = new Request(`http://localhost:3000/${locale}/x`, {
    headers: { host: 'localhost:3000', accept: 'text/html' },
    ...(form && { method: 'POST', body }),
  })
  const response = await handler(request, { params: Promise.resolve({ locale, seminar }) })
  return { status: response.status, to: response.headers.get('location'), html: await response.text() }
}

const FIELDS = { when: 'before', openTo: 'registered', titleArabic: 'برنامج الندوة', titleFrench: '', titleEnglish: '' }
const file = (bytes: Uint8Array, name: string) => new File([new Uint8Array(bytes)], name)
const withFile = (bytes: Uint8Array, name = 'برنامج.pdf') => ({ ...FIELDS, file: file(bytes, name) })
const counts = () => Promise.all([db().seminarMaterial.count(), db().storedFile.count()])
beforeEach(async () => {
  await db().seminarMaterial.deleteMany()
  await db().storedFile.deleteMany()
})

describe('the page of the materials of a seminar', () => {
  it('takes a file, shows it in three languages and removes it with its bytes', async () => {
    const { seminar, organiser } = await seminarAt(48, 56)
    for (const locale of LOCALES) {
      const { status, html } = await call(organiser, getMaterials, seminar, undefined, locale)
      expect(status).toBe(200)
      expect(html).toContain(shown(translator(locale)('materials.none')))
      expect(html).toMatch(/enctype="multipart\/form-data"/i)
    }
    const added = await call(organiser, postMaterials, seminar, withFile(pdfWith()))
    expect(added).toMatchObject({ status: 303, to: `/fr/seminars/${seminar}/materials?done=added` })
    expect(await counts()).toEqual([1, 1])
    expect(readdirSync(path.join(env().dataDir, 'uploads'))).toEqual([])

    const { html } = await call(organiser, getMaterials, seminar)
    expect(html).toContain('<bdi lang="ar">برنامج الندوة</bdi>')
    const id = /name="remove" value="([^"]+)"/.exec(html)?.[1] ?? ''
    expect(html).toContain(`/fr/seminars/${seminar}/materials/${id}`)
    // As the button of the page sends it: without a file.
    expect((await call(organiser, postMaterials, seminar, { remove: id })).to).toContain('done=removed')
    expect(await counts()).toEqual([0, 0])
    expect((await call(organiser, postMaterials, seminar, { remove: id })).status).toBe(404)
  })

  it('gives the form back with what was typed when the file is refused, and keeps nothing', async () => {
    const { seminar, organiser } = await seminarAt(48, 56)
    const refused = async (form: Record<string, string | File>, sentence: string) => {
      const { status, html } = await call(organiser, postMaterials, seminar, form)
      expect(status).toBe(400)
      expect(html).toContain(shown(sentence))
      expect(html).toContain('value="برنامج الندوة"')
      expect(await counts()).toEqual([0, 0])
      expect(readdirSync(path.join(env().dataDir, 'uploads'))).toEqual([])
    }
    const problem = (name: 'type' | 'active' | 'macros' | 'too-large') =>
      t('materials.refused', { problem: t(`materials.problems.${name}`) })
    await refused(withFile(Buffer.from('<svg onload="alert(1)"/>'), 'a.pdf'), problem('type'))
    await refused(withFile(pdfWith('/OpenAction << /S /JavaScript >>')), problem('active'))
    const macros = zipOf({ ...pptxParts(), 'ppt/vbaProject.bin': new Uint8Array(9) })
    await refused(withFile(macros, 'a.pptx'), problem('macros'))
    await refused(withFile(Buffer.alloc(26_300_000, '%PDF-1.7'), 'a.pdf'), problem('too-large'))
    await refused(FIELDS, t('materials.noFile'))
  })

  it('asks for a title, and escapes it', async () => {
    const { seminar, organiser } = await seminarAt(48, 56)
    const bare = await call(organiser, postMaterials, seminar, { ...withFile(pdfWith()), titleArabic: ' ' })
    expect(bare.status).toBe(400)
    expect(bare.html).toContain(shown(t('materials.noTitle')))
    const form = { ...withFile(await picture('png'), '"><img src=x onerror=alert(1)>.png'), titleFrench: '<b>Plan</b>' }
    expect((await call(organiser, postMaterials, seminar, form)).status).toBe(303)
    const { html } = await call(organiser, getMaterials, seminar)
    expect(html).toContain('&lt;b&gt;Plan&lt;/b&gt;')
    expect(html).not.toContain('<img src=x')
  })

  it('is for the administrators of the institution whose seminar it is', async () => {
    const { seminar, institution, organiser } = await seminarAt(48, 56)
    const elsewhere = await insertStaff('administrator', await makeInstitution())
    const tutor = await insertStaff('tutor', institution)
    const platform = await insertStaff('platform-administrator', null)
    for (const who of [elsewhere, tutor, platform]) {
      expect((await call(who, getMaterials, seminar)).status).toBe(403)
      expect((await call(who, postMaterials, seminar, withFile(pdfWith()))).status).toBe(403)
    }
    expect((await call(null, postMaterials, seminar, withFile(pdfWith()))).status).toBe(303)
    expect(await counts()).toEqual([0, 0])
    expect((await call(organiser, getMaterials, 'x')).status).toBe(404)

    // Another seminar's material cannot be removed by its own organiser's page.
    await call(organiser, postMaterials, seminar, withFile(pdfWith()))
    const { id } = await db().seminarMaterial.findFirstOrThrow()
    const other = await seminarAt(1, 2)
    expect((await call(other.organiser, postMaterials, other.seminar, { remove: id })).status).toBe(404)
    expect(await counts()).toEqual([1, 1])
  })

  // Under a moved clock the disk dates files by its own, so each of the two uploads finds the other left behind.
  it.skipIf(process.env.FAKETIME)('has a limit, even if two people add at once', async () => {
    const { seminar, organiser } = await seminarAt(48, 56)
    for (let n = 1; n < MOST_MATERIALS; n += 1) {
      const stored = { name: 'a.pdf', type: 'pdf', bytes: 1, hash: 'h', store: 'database' }
      await db().seminarMaterial.create({
        data: {
          ...{ when: 'before', openTo: 'registered', titles: { fr: 'x' }, createdAt: fromNow(0) },
          ...{ seminar: { connect: { id: seminar } }, file: { create: stored } },
        },
      })
    }
    const two = [1, 2].map(() => call(organiser, postMaterials, seminar, withFile(pdfWith())))
    const statuses = (await Promise.all(two)).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([303, 400])
    expect(await counts()).toEqual([MOST_MATERIALS, MOST_MATERIALS])
  })
})

it('the clean-up job keeps the file of a material, and removes it after the seminar is deleted', async () => {
  const { seminar, organiser } = await seminarAt(48, 56)
  await call(organiser, postMaterials, seminar, withFile(pdfWith()))
  const later = new Date(Date.now() + 2 * 3_600_000)
  expect(await removeUnused(later)).toBe(true)
  expect(await counts()).toEqual([1, 1])
  await db().seminar.delete({ where: { id: seminar } })
  expect(await removeUnused(later)).toBe(true)
  expect(await counts()).toEqual([0, 0])
})

describe('a material as a file', () => {
  const download = async (who: Who, seminar: string, material: string, accept = '*/*') => {
    await callAs(who?.sessionId ?? null)
    const request = new Request('http://localhost:3000/ar/x', { headers: { host: 'localhost:3000', accept } })
    return getFile(request, { params: Promise.resolve({ locale: 'ar', seminar, material }) })
  }
  const statusFor = async (who: Who, seminar: string, material: string) =>
    (await download(who, seminar, material)).status
  const added = async (form: object, when: Parameters<typeof seminarAt>) => {
    const made = await seminarAt(...when)
    await call(made.organiser, postMaterials, made.seminar, { ...withFile(pdfWith()), ...form })
    const { id } = await db().seminarMaterial.findFirstOrThrow({ where: { seminarId: made.seminar } })
    return { ...made, id }
  }

  it('for those who are registered is sent to them as a download, whole and under its Arabic name', async () => {
    const { seminar, id } = await added({}, [48, 56])
    const response = await download(await takingPart(seminar), seminar, id)
    expect(response.status).toBe(200)
    expect(Buffer.from(await response.arrayBuffer()).equals(pdfWith())).toBe(true)
    const { headers } = response
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="document.pdf"; filename*=UTF-8''${encodeURIComponent('برنامج')}.pdf`,
    )
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('private, no-store')
  })

  it('is closed to people who wait, were named, have left or have no part, and needs a session', async () => {
    const { seminar, institution, organiser, id } = await added({}, [48, 56])
    for (const status of ['waiting', 'nominated', 'declined', 'withdrawn'])
      expect(await statusFor(await takingPart(seminar, status), seminar, id)).toBe(403)
    const elsewhere = await seminarAt(48, 56)
    expect(await statusFor(await takingPart(elsewhere.seminar), seminar, id)).toBe(403)
    expect(await statusFor(elsewhere.organiser, seminar, id)).toBe(403)
    expect(await statusFor(await insertStaff('tutor', institution), seminar, id)).toBe(403)
    expect(await statusFor(null, seminar, id)).toBe(401)
    expect((await download(null, seminar, id, 'text/html')).headers.get('content-type')).toContain('text/html')
    expect(await statusFor(organiser, seminar, id)).toBe(200)
  })

  it('is found only under its own seminar', async () => {
    const { seminar, organiser, id } = await added({}, [48, 56])
    const other = await seminarAt(48, 56)
    expect(await statusFor(organiser, other.seminar, id)).toBe(404)
    expect(await statusFor(organiser, seminar, 'x')).toBe(404)
    expect(await statusFor(organiser, 'x', id)).toBe(404)
  })

  it('for after the seminar opens at its end, to everybody if it is set so', async () => {
    const form = { when: 'after', openTo: 'everybody' }
    const ahead = await added(form, [-1, 1])
    expect(await statusFor(await takingPart(ahead.seminar), ahead.seminar, ahead.id)).toBe(403)
    expect(await statusFor(null, ahead.seminar, ahead.id)).toBe(401)
    expect(await statusFor(ahead.organiser, ahead.seminar, ahead.id)).toBe(200)
    const over = await added(form, [-9, -1])
    expect(await statusFor(null, over.seminar, over.id)).toBe(200)
    const draft = await added(form, [-9, -1, { status: 'draft' }])
    expect(await statusFor(null, draft.seminar, draft.id)).toBe(401)
  })

  it('is on the seminar’s page for those who may open it, and the organiser gets a link to manage it', async () => {
    const { seminar, organiser, id } = await added({}, [48, 56])
    const page = async (who: Who) => (await call(who, getEvent as Handler, seminar)).html
    const link = `/fr/seminars/${seminar}/materials/${id}`
    expect(await page(await takingPart(seminar))).toContain(link)
    expect(await page(organiser)).toContain(link)
    expect(await page(organiser)).toContain(`href="/fr/seminars/${seminar}/materials"`)
    for (const who of [null, await takingPart(seminar, 'waiting')]) {
      const html = await page(who)
      expect(html).toContain('Séminaire')
      expect(html).not.toContain('/materials')
      expect(html).not.toContain('برنامج الندوة')
    }
  })
})
