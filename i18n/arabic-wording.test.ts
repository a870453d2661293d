import { expect, it } from 'vitest'
import ar from './messages/ar.json'

/** Words that a magistrate does not write, with what is written in their place. */
const REPLACED = {
  'مراجعة متباعدة': 'مراجعة دورية',
  'خوض مسطرة': 'تتبع مسطرة',
  'ووزن مؤشرات': 'وتقدير المؤشرات',
  'ملف متخيل': 'ملف افتراضي',
  'نسج الخيال': 'افتراضي',
  'صاحب(ة)': 'من قدم، من يعود إليه، أو صيغة بلا جنس',
  'ناجح(ة)': 'تم الاجتياز',
  'السيد(ة)': 'باسم',
  'المؤطر(ة)': 'المشرف على الفوج',
  'عنوان سري': 'رابط خاص لرزنامتكم',
  'لا رجوع فيه': 'قرار نهائي',
  'ما يلي ذلك': 'الخطوة الموالية',
  'النص الذي يجيب': 'المقتضى المنطبق',
}

it.each(Object.keys(REPLACED))('does not say %s', (words) => {
  const saying = JSON.stringify(ar, null, 1)
    .split('\n')
    .filter((line) => line.includes(words))

  expect(saying).toEqual([])
})
