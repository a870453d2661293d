import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET } from '@/app/[locale]/(learn)/courses/[course]/search/route'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { permitFor } from '@/server/auth/permit'
import { releases } from '@/server/content/releases'
import { admit } from '@/server/course/admit'
import { lesson, localized, singleChoice } from '@/tests/support/course-factories'
import { publish } from '@/tests/support/exam-room'
import { smallCourse } from '@/tests/support/exam-taken'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const BODIES = {
  ar: '## الخطر {#danger}\n\nيقيم القاضي الخطر.\n\n## المأوى {#shelter}\n\nالإيواء قبل الجلسة.',
  fr: '## Le danger {#danger}\n\nLe juge évalue le danger.\n\n## L’abri {#shelter}\n\nHéberger avant l’audience.',
  en: '## The danger {#danger}\n\nThe judge assesses the danger.\n\n## The shelter {#shelter}\n\nShelter before the hearing.',
}

async function published(access: 'open' | 'closed') {
  const courseId = `course-${randomUUID()}`
  const { file } = smallCourse(courseId)
  const asked = singleChoice({ id: 'p1', stem: localized('xylophone') })
  await publish(courseId, 1, {
    file: { ...file, access },
    lessons: [lesson({ bodies: BODIES, practice: [asked] })],
    bank: ['q1', 'q2'].map((id) => singleChoice({ id, stem: localized('marimba'), correct: ['a'] })),
  })
  releases.reset() // another course has just been published
  return courseId
}

async function search(course: string, q: string | null, locale: Locale = 'fr') {
  const query = q === null ? '' : `?${new URLSearchParams({ q })}`
  const request = new Request(`http://localhost:3000/${locale}/courses/${course}/search${query}`)
  const response = await GET(request, { params: Promise.resolve({ locale, course }) })
  return { status: response.status, html: await response.text() }
}

describe('the search in a course', () => {
  it.each([
    ['fr', 'héberger', 'shelter'],
    ['ar', 'الإيواء', 'shelter'],
    ['en', 'assesses', 'danger'],
  ] as const)('in %s leads to the section that says %s, and marks it', async (locale, word, section) => {
    await callAs(null)
    const course = await published('open')

    const { status, html } = await search(course, word, locale)

    expect(status).toBe(200)
    expect(html).toContain(`href="/${locale}/courses/${course}/lessons/offence?at=${section}"`)
    expect(html.match(/<mark>/g)?.length).toBeGreaterThan(0)
    expect(html).toContain('noindex')
  })

  it('shows each section that fits, not one for each lesson', async () => {
    const { html } = await search(await published('open'), 'juge audience')

    expect(html).toContain('/lessons/offence?at=danger"')
    expect(html).toContain('/lessons/offence?at=shelter"')
  })

  it.each(['xylophone', 'marimba'])('knows no question, neither of practice nor of the exam: %s', async (word) => {
    const { html } = await search(await published('open'), word)

    expect(html).toContain(translator('fr')('course.search.none', { query: word }))
    expect(html).not.toContain('<mark>')
  })

  it('shows no results before a search, and offers a wider search if nothing is found', async () => {
    const course = await published('open')

    for (const locale of LOCALES) {
      const t = translator(locale)
      expect((await search(course, null, locale)).html).not.toContain(t('library.find.results'))
      expect((await search(course, 'zzzzzz', locale)).html).toContain(t('course.search.everywhere'))
    }
  })

  it('takes what a reader types as words, whatever it is', async () => {
    const course = await published('open')

    const { status, html } = await search(course, '<script>alert(1)</script>')
    expect([status, html.includes('<script>alert')]).toEqual([200, false])
    expect((await search(course, 'é'.repeat(5000))).html).toContain('200')
    expect((await search('no-such-course', 'danger')).status).toBe(404)
  })

  it('in a closed course is open to those who were admitted', async () => {
    const course = await published('closed')
    const her = await insertPerson()
    await callAs(null)
    expect((await search(course, 'danger')).status).toBe(303)
    await callAs(her.sessionId)
    expect((await search(course, 'danger')).status).toBe(403)

    await admit(permitFor({ kind: 'operator' }, 'course:admit', { email: her.email, courseId: course }))

    expect((await search(course, 'danger')).html).toContain('/lessons/offence?at=danger"')
  })
})
