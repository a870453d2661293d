// Draws public/share/{ar,fr,en}.png, the picture that messages show beside a link to this site. Run it if the name of
// the platform changes; PLAYWRIGHT_CHROMIUM names the browser, as for the tests.
import { mkdirSync, readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'

const SIZE = { width: 1200, height: 630 }
const DIRECTION = { ar: 'rtl', fr: 'ltr', en: 'ltr' }
const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url))
const font = (name) => `url(data:font/woff2;base64,${file(`public/fonts/${name}.woff2`).toString('base64')})`

function pictureOf(locale) {
  const { name, description } = JSON.parse(file(`i18n/messages/${locale}.json`)).site
  return `<!doctype html><html lang="${locale}" dir="${DIRECTION[locale]}"><meta charset="utf-8"><style>
    @font-face { font-family: ui; src: ${font(locale === 'ar' ? 'notosans-ar' : 'notosans-la')}; font-weight: 100 900 }
    @font-face { font-family: latin; src: ${font('notosans-la')}; font-weight: 100 900 }
    body { margin: 0; inline-size: 1200px; block-size: 630px; box-sizing: border-box; padding: 80px;
           display: flex; flex-direction: column; justify-content: center; gap: 36px;
           background: #0c5a50; color: #fff; font-family: ui, latin }
    svg { inline-size: 128px; block-size: 128px }
    h1 { margin: 0; font-size: 60px; line-height: 1.35; font-weight: 700 }
    p { margin: 0; font-size: 32px; line-height: 1.6; color: #d7ebe6 }
  </style>${file('public/icon.svg')}<h1>${name}</h1><p>${description}</p></html>`
}

const root = process.getuid?.() === 0
const browser = await chromium.launch({
  executablePath: process.env.PLAYWRIGHT_CHROMIUM || undefined,
  args: root ? ['--no-sandbox'] : [],
})
try {
  mkdirSync(new URL('../../public/share/', import.meta.url), { recursive: true })
  const page = await browser.newPage({ viewport: SIZE })
  for (const locale of Object.keys(DIRECTION)) {
    await page.setContent(pictureOf(locale), { waitUntil: 'load' })
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: `public/share/${locale}.png` })
  }
} finally {
  await browser.close()
}
