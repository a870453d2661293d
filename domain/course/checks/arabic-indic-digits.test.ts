import { expect, it } from 'vitest'
import { libraryWith, run, told } from '@/tests/support/course-factories'
import { arabicIndicDigits } from './arabic-indic-digits'

it.each([
  ['Western digits', 'الفصل 16', []],
  ['Arabic-Indic digits', 'سنة ٢٠١٦', ['ar.md:10 “٢٠١٦” has Arabic-Indic digits: write 2016']],
  ['Persian digits', 'سنة ۱۸', ['ar.md:10 “۱۸” has Arabic-Indic digits: write 18']],
])('%s', (_, text, expected) => {
  expect(told(arabicIndicDigits([run('ar', text)], libraryWith()))).toEqual(expected)
})
