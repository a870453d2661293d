import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { DeadlineList } from './deadline-list'

const t = translator('fr')

function html(days: number): string {
  const deadlines = Array.from({ length: days }, (_, day) => ({
    id: `lesson-${day}`,
    title: `Leçon ${day}`,
    dueOn: `2026-12-${String(day + 1).padStart(2, '0')}`,
    missed: day === 0,
    daysLeft: day,
    course: 'Fondamentaux',
  }))
  return renderToStaticMarkup(<DeadlineList deadlines={deadlines} locale="fr" t={t} />)
}

it('shows the first four, and folds the others below their section', () => {
  const [shown, folded] = html(18).split('</section>')

  expect(shown?.match(/<li/g)).toHaveLength(4)
  expect(shown).not.toContain('<summary')
  expect(folded).toContain('<summary>14 échéances suivantes</summary>')
  expect(folded?.match(/<li/g)).toHaveLength(14)
})

it('folds nothing if there are only four', () => {
  expect(html(4)).not.toContain('<details')
})

it('says in words that a deadline was missed', () => {
  expect(html(1)).toContain(t('learning.missed'))
})
