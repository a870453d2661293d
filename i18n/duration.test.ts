import { expect, it } from 'vitest'
import { formatDuration } from './duration'

const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ')

it.each([
  [0, 'أقل من دقيقة', '0 minute', '0 minutes'],
  [20, '20 دقيقة', '20 minutes', '20 minutes'],
  [60, 'ساعة واحدة', '1 heure', '1 hour'],
  [61, 'ساعة واحدة ودقيقة واحدة', '1 h 01', '1 h 01'],
  [122, 'ساعتان ودقيقتان', '2 h 02', '2 h 02'],
  [180, '3 ساعات', '3 heures', '3 hours'],
  [189, '3 ساعات و9 دقائق', '3 h 09', '3 h 09'],
  [210, '3 ساعات و30 دقيقة', '3 h 30', '3 h 30'],
  [671, '11 ساعة و11 دقيقة', '11 h 11', '11 h 11'],
])('writes %i minutes as people say it', (minutes, ar, fr, en) => {
  expect(
    [formatDuration(minutes, 'ar'), formatDuration(minutes, 'fr'), formatDuration(minutes, 'en')].map(plain),
  ).toEqual([ar, fr, en])
})

it('keeps hours and minutes on one line in French', () => {
  expect(formatDuration(189, 'fr')).toBe('3\u00A0h\u00A009')
})
