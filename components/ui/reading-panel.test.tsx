import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { LESSON_KEYS, ReadingPanel } from './reading-panel'

describe.each(LOCALES)('the panel for reading in %s', (locale) => {
  const t = translator(locale)
  const lesson = renderToStaticMarkup(<ReadingPanel keys={LESSON_KEYS} t={t} />)
  const text = renderToStaticMarkup(<ReadingPanel t={t} />)

  it('has a button that stays hidden until the script makes it work', () => {
    for (const html of [lesson, text]) expect(html).toMatch(/<button[^>]*popoverTarget="reading"[^>]*hidden=""/)
  })

  it('lists every key of a lesson, with the way to turn them off, and none beside a text of the library', () => {
    for (const key of ['N', 'P', 'S', 'O', 'M', 'T', '?']) expect(lesson).toContain(`<kbd dir="ltr">${key}</kbd>`)
    expect(lesson).toContain('name="keys"')
    expect(text).not.toMatch(/kbd|name="keys"/)
  })

  it('names on its button the text size alone: a phone has no keys, and hides their list', () => {
    expect(lesson).toMatch(new RegExp(`popoverTarget="reading"[^>]*>.*?</svg>${t('reading.open')}</button>`))
    expect(lesson).toContain('<fieldset class="of-keyboard">')
  })

  it('chooses among three sizes and two spacings', () => {
    expect(text.match(/name="size"/g)).toHaveLength(3)
    expect(text.match(/name="lines"/g)).toHaveLength(2)
  })

  it('offers both languages of the law only where one of them is folded', () => {
    const step = renderToStaticMarkup(<ReadingPanel keys={LESSON_KEYS} folded t={t} />)
    expect(step.match(/name="law"/g)).toHaveLength(2)
    expect(lesson).not.toContain('name="law"')
  })
})
