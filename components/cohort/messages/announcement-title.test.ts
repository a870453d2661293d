import { expect, it } from 'vitest'
import { ANNOUNCEMENT_STATES } from '@/domain/announcement/announcement'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { announcementTitle } from './announcement-page'

it('an announcement is titled as a preview before it leaves, and never afterwards', () => {
  expect(ANNOUNCEMENT_STATES.map((state) => announcementTitle(state, translator('fr')))).toEqual([
    'Tel qu’il arrive',
    'Tel qu’il arrive',
    'Annonce en cours d’envoi',
    'Annonce envoyée',
    'Annonce retirée',
    'Annonce non envoyée',
  ])
  for (const locale of LOCALES) {
    const titles = ANNOUNCEMENT_STATES.map((state) => announcementTitle(state, translator(locale)))
    expect(new Set(titles).size).toBe(5)
  }
})
