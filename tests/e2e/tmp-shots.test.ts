import { LOCALES } from '@/domain/locale'
import { test } from '../support/e2e/test'

test('shots', async ({ page, cast, login }) => {
  test.setTimeout(300_000)
  await login(cast.platform)
  for (const locale of LOCALES.filter((one) => one !== 'en')) {
    await page.setViewportSize(locale === 'ar' ? { width: 360, height: 800 } : { width: 1280, height: 900 })
    for (const [name, path] of Object.entries({
      text: `review/lesson/fundamentals~offence/${locale}`,
      columns: `review/lesson/fundamentals~offence/${locale}?view=columns`,
      diff: `review/lesson/fundamentals~offence/${locale}?view=diff`,
      history: `review/lesson/fundamentals~offence/${locale}?view=history`,
      comments: `review/lesson/fundamentals~offence/${locale}?view=comments`,
      law: `review/law/cp-448-1/${locale}`,
      case: `review/case/fundamentals~brickworks/${locale}`,
      bank: `review/bank/fundamentals/${locale}`,
      term: `review/term/trafficking-in-human-beings/${locale}`,
    })) {
      const got = await page.goto(`/${locale}/${path}`)
      console.log(name, locale, got?.status())
      await page.screenshot({ path: `/tmp/shots/${name}-${locale}.png`, fullPage: false })
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (wide > 0) console.log('WIDE', name, locale, wide)
      if (name === 'text' || name === 'bank')
        await page.screenshot({ path: `/tmp/shots/${name}-${locale}-full.png`, fullPage: true })
    }
  }
})
