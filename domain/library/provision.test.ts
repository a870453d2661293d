import { expect, it } from 'vitest'
import { provision, textVersion } from '@/tests/support/course-factories'
import { provisionSchema } from './provision'

/** A provision as it is written, without rows. */
function withoutRows(ar: Record<string, string>) {
  const { alignment: _, ...version } = textVersion({ text: { ar } })
  return { ...provision(), versions: [version] }
}

it('shows a text without rows paragraph by paragraph, with the items after the paragraph that they belong to', () => {
  const ar = { '1': 'أ', '1.1': 'ب', '1.10': 'د', '1.2': 'ج', '2': 'هـ', '10': 'و' }
  const rows = provisionSchema
    .parse(withoutRows(ar))
    .versions.map((version) => 'alignment' in version && version.alignment)

  expect(rows).toEqual([['1', '1.1', '1.2', '1.10', '2', '10'].map((id) => ({ ar: [id], fr: [] }))])
})

it('keeps the rows that are written', () => {
  const written = provision({ versions: [textVersion()] })

  expect(provisionSchema.parse(written)).toEqual(written)
})
