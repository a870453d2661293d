import { describe, expect, it } from 'vitest'
import { assembleCourse } from '@/domain/course/assemble-course'
import { HANDOUTS, readHandout } from '@/domain/course/handout'
import { LOCALES, type Locale } from '@/domain/locale'
import { HOTLINE } from '@/domain/urgent-help'
import { translator } from '@/i18n/translator'
import { checkedCourse } from '@/server/content/check-content'
import type { LoadedRelease } from '@/server/content/releases'
import { handoutPdf } from '@/server/course/handout/handout-pdf'
import { listHandouts } from '@/server/course/handout/list-handouts'
import { plainArabic, readPdf } from '../support/read-pdf'
import { shippedLibrary } from '../support/shipped-content'

const library = shippedLibrary()
const release = releaseOf('awareness')
const referral = releaseOf('referral')

function releaseOf(courseId: string): LoadedRelease {
  const course = assembleCourse(checkedCourse(process.cwd(), courseId, library).course, library)
  const publishedAt = new Date('2026-11-27')
  const empty = { lessons: new Map(), questions: new Map() }
  return { id: courseId, courseId, number: 3, contentHash: '', publishedAt, course, ...empty }
}

/** Converts points into millimetres. */
const mm = (points: number) => Math.round((points / 72) * 25.4)
function textsOf(locale: Locale) {
  const { file, lessons } = release.course
  const parts = file.handout && readHandout(file.handout, lessons, locale)
  if (!parts) throw new Error('the course makes no papers')
  return parts
}

describe.each(LOCALES)('the papers in %s', (locale) => {
  it.each(HANDOUTS)('%s: is tagged, titled, in the fonts of the site, and fits its sheets', async (kind) => {
    const pdf = await readPdf(await handoutPdf(release, kind, locale))

    expect(pdf.pages).toBe(kind === 'brochure' ? 2 : 1)
    expect([mm(pdf.width), mm(pdf.height)]).toEqual(kind === 'brochure' ? [297, 210] : [297, 420])
    expect(pdf.marked).toBe(true)
    expect(pdf.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf.info).toMatchObject({ Title: release.course.file.title[locale], Language: `${locale}-MA` })
    expect(pdf.fonts.length).toBeGreaterThan(0)
    for (const { face, embedded } of pdf.fonts) {
      expect(embedded).toBe(true)
      expect(face).toMatch(/^(Amiri|LibertinusSerif)-/)
    }
  })

  it.each(HANDOUTS)('%s: gives the number, and a code that leads to the course', async (kind) => {
    const pdf = await readPdf(await handoutPdf(release, kind, locale))

    expect(pdf.text).toContain(HOTLINE)
    expect(pdf.text).toContain(`/${locale}/courses/awareness`)
    expect(pdf.structure).toContain(translator(locale)('course.handout.qr'))
  })

  it.each(HANDOUTS)('%s: holds no word outside its sheet', async (kind) => {
    const pdf = await readPdf(await handoutPdf(release, kind, locale))
    const outside = pdf.lines.filter(({ x, y, width }) => x < 0 || x + width > pdf.width || y < 20 || y > pdf.height)

    expect(outside).toEqual([])
  })

  it('has every sign on the poster', async () => {
    const { lines } = await readPdf(await handoutPdf(release, 'poster', locale))
    const said = lines.map(({ text }) => plainArabic(text)).join(' ')
    const items = textsOf(locale).signs.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))

    expect(items.length).toBeGreaterThan(5)
    for (const item of items) {
      const [word = ''] = plainArabic(item.map(({ text }) => text).join('')).match(/\p{L}{5,}/u) ?? []
      expect(said).toContain(word)
    }
  })
})

it('offers two papers with their size, made once for a release', async () => {
  const [brochure, poster] = await listHandouts(release, 'ar')

  expect([brochure?.kind, poster?.kind]).toEqual(['brochure', 'poster'])
  expect(brochure?.bytes).toBe((await handoutPdf(release, 'brochure', 'ar')).length)
  expect(await handoutPdf(release, 'brochure', 'ar')).toBe(await handoutPdf(release, 'brochure', 'ar'))
})

it('makes none of a course that names no sections for them', async () => {
  expect(await listHandouts(referral, 'ar')).toEqual([])
  await expect(handoutPdf(referral, 'poster', 'ar')).rejects.toMatchObject({ code: 'not-found' })
})

it('keeps a paper in its cache while papers of other courses are refused', async () => {
  const made = await handoutPdf(release, 'poster', 'fr')
  const asked = Array.from({ length: 20 }, (_, n) => handoutPdf({ ...referral, id: `other-${n}` }, 'poster', 'fr'))

  expect((await Promise.allSettled(asked)).every(({ status }) => status === 'rejected')).toBe(true)
  expect(await handoutPdf(release, 'poster', 'fr')).toBe(made)
})
