import { expect, it } from 'vitest'
import { copiedTranslation } from './copied-translation'
import type { LocalizedText } from './source'

it.each<[string, LocalizedText['texts'], number]>([
  ['three languages', { ar: 'الضحية لا تعاقب', fr: 'La victime n’est pas punie', en: 'The victim is not punished' }, 0],
  ['a short word alike in French and English', { ar: 'الفعل', fr: 'Introduction', en: 'Introduction' }, 0],
  ['a number, which has no script', { ar: '2026', fr: '2026', en: '2026' }, 0],
  ['French copied into English', { ar: 'نص', fr: 'Un acte suffit à cela', en: 'Un acte suffit à cela' }, 1],
  ['French under the Arabic', { ar: 'Un acte', fr: 'Un acte', en: 'One act' }, 1],
  ['Arabic under the English', { ar: 'فعل', fr: 'Un acte', en: 'فعل' }, 1],
  ['blanks', { ar: 'فعل', fr: '   ', en: 'One act' }, 1],
])('%s', (_, texts, count) => {
  expect(copiedTranslation([{ path: 'lesson.yaml', key: 'title', line: 4, texts }])).toHaveLength(count)
})
