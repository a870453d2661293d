import { expect, it, vi } from 'vitest'
import { translator } from '@/i18n/translator'
import { writeDocument } from './frame'

vi.mock('@/server/assets', () => ({ assetPath: (name: string) => `/assets/${name}` }))

const place = { locale: 'fr' as const, t: translator('fr'), signedIn: false }
const write = (title: string, path: string, main = <main id="main">texte</main>, index = true) =>
  writeDocument({ title, main, index }, { ...place, path })

it('puts each page’s own words and address into the frame', () => {
  const html = write('Première', '/courses/x?practice=1')

  expect(html).toMatch(/^<!doctype html><html lang="fr" dir="ltr">/)
  expect(html).toContain('<title>Première · ')
  expect(html).toContain('<main id="main">texte</main>')
  expect(html).toContain('href="/ar/courses/x?practice=1"')
})

it('does not take the words of one page for another', () => {
  expect(write('Une', '/courses')).not.toBe(write('Deux', '/courses'))
  expect(write('Deux', '/privacy')).toContain('<title>Deux · ')
})

it('keeps each page’s content in its place', () => {
  const html = write('</title><script>', `/courses/"><img src=x>'`, <main>xxtitlexx $&</main>)

  expect(html).not.toContain('</title><script>')
  expect(html).not.toContain('"><img')
  expect(html).toContain('<main>xxtitlexx $&amp;</main>')
})

it('marks the section of the header that the page belongs to', () => {
  expect(write('A', '/library/law/cp-448-1')).toMatch(/href="\/fr\/library"[^>]* aria-current="page"/)
  expect(write('A', '/librarything')).not.toContain('aria-current="page"')
})

it('carries the texts for the script of its forms, in its language', () => {
  const html = write('A', '/sign-in')

  expect(html).toContain(' data-sending="Envoi…"')
  expect(html).toContain(' data-show-password="Afficher le mot de passe"')
})

it('names a public page by one address, whatever its query, and by those of its other languages', () => {
  const html = write('Cours', '/courses?from=mail&x=1#top')

  expect(html).toContain('<link rel="canonical" href="http://localhost:3000/fr/courses"/>')
  expect(html).toContain('<link rel="alternate" hrefLang="ar" href="http://localhost:3000/ar/courses"/>')
  expect(html).toContain('<link rel="alternate" hrefLang="x-default" href="http://localhost:3000/ar/courses"/>')
  expect(html).toContain('<meta property="og:title" content="Cours · ')
  expect(html).not.toContain('noindex')
})

it('names the origin alone as the referrer of a page whose address is secret, so that its forms keep their origin', () => {
  const page = { title: 'Invitation', main: <main id="main" />, index: false }
  const write = (secretAddress: boolean) => writeDocument({ ...page, secretAddress }, { ...place, path: '/invitation' })

  expect(write(true)).toContain('<meta name="referrer" content="strict-origin"/>')
  expect(write(false)).not.toContain('name="referrer"')
})

it('names no address for a page that is not to be listed', () => {
  const html = write('Mes certificats', '/certificates', <main id="main" />, false)

  expect(html).toContain('<meta name="robots" content="noindex"/>')
  expect(html).not.toMatch(/canonical|alternate|og:/)
})
