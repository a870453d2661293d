import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { FilterForm } from './filter-form'

const draw = (chosen: string | null, typed = '', fold: string | null = 'Fold') =>
  renderToStaticMarkup(
    <FilterForm
      action="/people"
      search={{ name: 'q', label: 'Name', value: typed }}
      filters={[
        { name: 'status', label: 'Status', all: 'All', choices: [{ value: 'a', label: 'A', chosen: chosen === 'a' }] },
      ]}
      texts={{ filter: 'Show', clear: 'Clear' }}
      {...(fold && { fold })}
    />,
  )

describe('the lists that narrow a page', () => {
  it('are folded while none of them is used, even during a search, and the search field never is', () => {
    const html = draw(null, 'tazi')
    expect(html).toMatch(/<details class="more-filters"><summary>Fold<\/summary>.*name="status".*<\/details>/)
    expect(html.indexOf('name="q"')).toBeLessThan(html.indexOf('<details'))
  })

  it('stand open once one of them is used', () => {
    expect(draw('a')).toContain('<details class="more-filters" open="">')
  })

  it('are not folded on pages that do not ask for it', () => {
    expect(draw('a', '', null)).not.toContain('<details')
  })
})
