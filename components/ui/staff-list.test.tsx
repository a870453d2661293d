import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { StaffList } from './staff-list'

const t = translator('en')
const pages = (before: string | null, after: string | null) => ({
  label: 'Pages',
  text: 'Page 2',
  before: before === null ? null : { href: before, label: 'Previous' },
  after: after === null ? null : { href: after, label: 'Next' },
})
const list = (none: string | null, more = pages(null, null)) =>
  renderToStaticMarkup(
    <StaffList none={none} pages={more} t={t}>
      <table />
    </StaffList>,
  )

it('shows the table, or says why there is none', () => {
  expect(list(null)).toContain('<table>')
  expect(list('Nobody')).toBe('<p class="note">Nobody</p>')
})

it('links to the next and the previous page, if they exist', () => {
  expect(list(null)).not.toContain('<nav')
  expect(list(null, pages('?page=1', null))).toMatch(/<nav.*Page 2.*href="\?page=1".*Previous/)
  expect(list(null, pages(null, '?page=3'))).not.toContain('Previous')
})
