import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Markdown } from './markdown'

const html = (text: string) => renderToStaticMarkup(<Markdown text={text} locale="en" />).replace(/\n/g, '')

it('gives each cell of a table of three columns the heading of its column, and keeps the roles of a table', () => {
  expect(html('| A | **B** | C |\n|---|---|---|\n| 1 | 2 | 3 |')).toBe(
    '<div class="tw" tabindex="0"><table class="stacked" role="table">' +
      '<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">A</th>' +
      '<th scope="col" role="columnheader"><strong>B</strong></th><th scope="col" role="columnheader">C</th></tr></thead>' +
      '<tbody role="rowgroup"><tr role="row"><th scope="row" role="rowheader" data-label="A:">1</th>' +
      '<td role="cell" data-label="B:">2</td><td role="cell" data-label="C:">3</td></tr></tbody></table></div>',
  )
})

it('leaves a table of two columns as it is', () => {
  expect(html('| A | B |\n|---|---|\n| 1 | 2 |')).not.toMatch(/stacked|role=|scope=/)
})
