import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { LawChange } from '@/domain/library/law-change'
import { translator } from '@/i18n/translator'
import { LessonBody } from './lesson-body'

const TEXT = 'Plain.\n\nSee :cite[article 1]{id="cp-1#2"}.\n\n- and :cite[article 2]{id="cp-2"}\n\n::law{cite="cp-1#1"}'
const change: LawChange = { provision: 'cp-1', name: 'article 1 du code pénal', since: '2026-06-01' }

function bodyOf(text: string, changes: readonly LawChange[] = []): string {
  return renderToStaticMarkup(
    <LessonBody
      text={text}
      locale="fr"
      t={translator('fr')}
      law={{ instruments: {}, provisions: {}, decisions: {} }}
      terms={{}}
      lawDate="2025-12-08"
      changes={changes}
    />,
  )
}

function noted(changes: readonly LawChange[]): string[] {
  const html = bodyOf(TEXT, changes)
  const blocks = [...html.matchAll(/<div id="(b\d+)" class="block">(.*?)(?=<div id="b\d+"|$)/gs)]
  return blocks.filter(([, , inside]) => inside?.includes('law-changed')).map(([, id]) => id ?? '')
}

it('says beside each block that cites a changed provision that the law has changed', () => {
  expect(noted([change])).toEqual(['b1', 'b3'])
})

it('says nothing while nothing has changed', () => {
  expect(noted([])).toEqual([])
})

it('lets the reader of a care notice skip the passage', () => {
  const html = bodyOf(':::care{skip="after"}\nViolence is told here.\n:::\n\nThe passage.\n\n## After {#after}\n\nOn.')

  expect(html).toContain(`<a href="#after">${translator('fr')('lesson.skipPassage')}</a>`)
  expect(html).toMatch(/<h2[^>]* id="after"/)
})
