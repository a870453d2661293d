import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { Video } from '@/domain/course/video/video'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { Markdown } from '../ui/markdown'
import { videoParts } from './video-parts'

const TEXT = ':::video[Title]{file="see"}\nWhat it shows.\n\n1. First words.\n2. Second words.\n:::'
const film: Video = {
  id: 'see',
  seconds: 52.5,
  width: 1280,
  height: 720,
  hasSound: false,
  bytes: { webm: 349_688, mp4: 271_418 },
  captions: { ar: [], fr: [], en: [] },
}

function rendered(locale: Locale, videos: Record<string, Video>) {
  const components = videoParts({ videos, locale, t: translator(locale) })
  return renderToStaticMarkup(createElement(Markdown, { text: TEXT, locale, components }))
}

it.each(LOCALES)(
  'loads nothing but a poster before it is played, and offers captions in three languages (%s)',
  (locale) => {
    const html = rendered(locale, { see: film })

    expect(html).toContain('controls="" preload="none"')
    expect(html).toContain('poster="/media/see/poster.webp"')
    expect([...html.matchAll(/<source src="([^"]+)" type="([^"]+)"/g)].map(([, src, type]) => [src, type])).toEqual([
      ['/media/see/film.webm', 'video/webm'],
      ['/media/see/film.mp4', 'video/mp4'],
    ])
    const tracks = [...html.matchAll(/<track kind="captions" srcLang="(\w+)"[^>]*?( default="")?\/>/gi)]
    expect(tracks.map(([, language]) => language).toSorted()).toEqual(['ar', 'en', 'fr'])
    expect(tracks.filter(([, , chosen]) => chosen).map(([, language]) => language)).toEqual([locale])
  },
)

it('tells its length, its size and that it is silent, and folds the transcript', () => {
  const html = rendered('en', { see: film })

  expect(html).toContain('Length: 53 seconds; size: 0.4 MB at most. A film without sound')
  expect(html).toMatch(/<details><summary>The text of the film<\/summary><ol>\s*<li>First words\.<\/li>/)
  expect(html.indexOf('What it shows.')).toBeLessThan(html.indexOf('<video'))
})

it('does not call a film with sound silent, and gives the length of a long film in minutes', () => {
  const html = rendered('fr', { see: { ...film, seconds: 185, hasSound: true, bytes: { webm: 4e6, mp4: 5_210_000 } } })

  expect(html).toContain('3\u00A0minutes'.replace('\u00A0', ' '))
  expect(html).toContain('5,3\u00A0Mo')
  expect(html).not.toContain('sans son')
})

it('keeps the transcript if the film no longer exists', () => {
  const html = rendered('en', {})

  expect(html).not.toContain('<video')
  expect(html).toContain('Second words.')
})
