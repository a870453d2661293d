import { expect, it } from 'vitest'
import { frenchSounds, readFrench } from './french-in-arabic'
import { searchWords } from './normalise-search'

const sounds = frenchSounds([
  'traite des êtres humains',
  'procédure',
  'confiscation',
  'victime',
  'mineur',
  'proxénétisme',
])
const read = (text: string, known: readonly string[] = []) =>
  readFrench(
    searchWords(text).map(({ token }) => token),
    sounds,
    (word) => known.includes(word),
  )

it.each([
  ['البروسيدور', ['procedure']],
  ['كونفيسكاسيون', ['confiscation']],
  ['فيكتيم', ['victime']],
  ['ليفيكتيم', ['victime']],
  ['مينور', ['mineur']],
  ['البروكسينيتيزم', ['proxenetisme']],
  ['تريت ديزيتر أومان', ['traite', 'etres', 'humains']],
])('reads %s as French', (written, french) => {
  expect(read(written)).toEqual(french)
})

it('keeps an Arabic word that the library knows, and one that resembles no French word', () => {
  expect(read('فيكتيم', ['فيكتيم'])).toEqual(['فيكتيم'])
  expect(read('خزانة')).toEqual(['خزانه'])
})

it('leaves words in Latin letters and numbers', () => {
  expect(read('victim 448-1')).toEqual(['victim', '448-1'])
})
