import { COURSE, test } from '../support/e2e/test'

const OUT = '/tmp/account-shots'
for (const [locale, width, height] of [['ar', 360, 740], ['fr', 1280, 800]] as const) {
  test(`look ${locale}`, async ({ page, login, completeLessons, rows }) => {
    await page.setViewportSize({ width, height })
    const shot = async (name: string, path: string) => {
      await page.goto(path)
      await page.evaluate(() => document.fonts.ready)
      const size = await page.evaluate(() => ({
        height: document.documentElement.scrollHeight,
        sideways: document.documentElement.scrollWidth - innerWidth,
        focusable: [...document.querySelectorAll('a[href],button,input,select,textarea,summary')].filter((e) => e.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true }) && (e as HTMLElement).getClientRects().length > 0).length,
        button: document.querySelector('main .btn.primary')?.getBoundingClientRect().bottom,
      }))
      console.log('MEASURE', locale, name, JSON.stringify(size))
      await page.screenshot({ path: `${OUT}/${name}-${locale}.png`, fullPage: true })
    }
    await shot('course-visitor', `/${locale}/courses/${COURSE}`)
    await shot('course-trial', `/${locale}/courses/trial`)
    await shot('catalogue', `/${locale}/courses`)
    await shot('sign-up', `/${locale}/sign-up`)
    await shot('confirm', `/${locale}/confirm?token=${await rows.signUp()}`)
    await shot('help', `/${locale}/help`)
    const someone = await login({ enrolledIn: [COURSE], locale })
    await completeLessons(someone, 2)
    await shot('course', `/${locale}/courses/${COURSE}`)
    await shot('account', `/${locale}/account`)
    await shot('account-names', `/${locale}/account#names`)
    await shot('reminders', `/${locale}/learning/reminders`)
    await page.locator('button[name=act][value=feed]').click()
    await shot('reminders-made', `/${locale}/learning/reminders`)
  })
}
