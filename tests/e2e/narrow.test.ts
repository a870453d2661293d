import { LOCALES } from '@/domain/locale'
import { expect, test } from '../support/e2e/test'

test.use({ viewport: { width: 320, height: 640 } })

for (const locale of LOCALES) {
  test(`no lesson of any course scrolls sideways on the narrowest phone (${locale})`, async ({ page, as, courses }) => {
    test.setTimeout(180_000)
    await as('member')
    const tooWide: string[] = []
    for (const { file, lessons } of Object.values(courses)) {
      for (const lesson of lessons) {
        const path = `/${locale}/courses/${file.id}/lessons/${lesson.file.id}`
        expect((await page.goto(path))?.status(), path).toBe(200)
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (beyond > 0) tooWide.push(`${path}: ${beyond} px`)
      }
    }

    expect(tooWide).toEqual([])
  })
}
