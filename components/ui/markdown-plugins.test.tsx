import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Locale } from '@/domain/locale'
import { Markdown } from './markdown'

function html(text: string, locale: Locale = 'fr', numbered = false): string {
  return renderToStaticMarkup(<Markdown text={text} locale={locale} numberedFrom={numbered ? 0 : undefined} />)
}

describe('directives', () => {
  it.each([
    [':cite[cet article]{id="cp-16"}', '<p><x-cite id="cp-16">cet article</x-cite></p>'],
    [':def[contrainte]{term="coercion"}', '<p><x-def term="coercion">contrainte</x-def></p>'],
    ['::law{cite="cp-448-1#1,cp-448-1#2"}', '<x-law cite="cp-448-1#1,cp-448-1#2"></x-law>'],
    ['::quiz{id="offence-p1"}', '<x-quiz id="offence-p1"></x-quiz>'],
    [
      ':::care[Attention]{skip="act"}\nTexte\n:::',
      '<x-care skip="act"><x-title>Attention</x-title><p>Texte</p></x-care>',
    ],
    [':::note[Piège]{kind="info"}\nTexte\n:::', '<x-note kind="info"><x-title>Piège</x-title><p>Texte</p></x-note>'],
    [':::case[Cas]\n1. Un\n:::', '<x-case><x-title>Cas</x-title><ol><li>Un</li></ol></x-case>'],
  ])('%s becomes an element of ours', (text, element) => {
    expect(html(text).replace(/>\n/g, '>')).toBe(element)
  })

  it('keep only the attributes that we know', () => {
    expect(html('::quiz{id="p1" onclick="alert(1)" style="color:red" class="big"}')).toBe('<x-quiz id="p1"></x-quiz>')
  })

  it.each([
    ['an hour', 'L’audience de 10:30, puis 11:15.'],
    ['an unknown mark', 'Un :terme[inconnu]{id="x"} ici.'],
    ['a block’s name in a sentence', 'Un :law[mot] ici.'],
    ['a ratio', 'Un rapport 3:1 tient.'],
  ])('put %s back as it was typed', (_, text) => {
    expect(html(text, 'en').replaceAll('&quot;', '"')).toBe(`<p>${text}</p>`)
  })

  it('show an unknown block as typed, as one block', () => {
    expect(html(':::remark\nTexte\n:::\n\nSuite', 'fr', true).match(/id="b\d"/g)).toEqual(['id="b0"', 'id="b1"'])
    expect(html('::video{src="x"}')).toContain('::video{src=')
  })
})

describe('headings', () => {
  it('carry the id that other pages link to', () => {
    expect(html('## L’acte {#act}')).toBe('<h2 id="act">L’acte</h2>')
    expect(html('### **Un** cas {#worked-case}')).toBe('<h3 id="worked-case"><strong>Un</strong> cas</h3>')
  })

  it('have no id unless the text gives a valid one', () => {
    expect(html('## Sans identifiant')).toBe('<h2>Sans identifiant</h2>')
    expect(html('## Majuscules {#Act}')).toBe('<h2>Majuscules {#Act}</h2>')
  })
})

describe('blocks', () => {
  const french =
    '## Titre {#t}\n\nUn.\n\n- a\n- b\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n::quiz{id="p1"}\n\n:::note[N]\nX\n:::\n'
  const arabic =
    '## عنوان {#t}\n\nواحد.\n\n- أ\n- ب\n\n| أ | ب |\n|---|---|\n| 1 | 2 |\n\n::quiz{id="p1"}\n\n:::note[ن]\nس\n:::\n'
  const places = (text: string, locale: Locale) => html(text, locale, true).match(/<div id="b\d+" class="block"/g)

  it('are numbered from 0, the same in every language', () => {
    expect(places(french, 'fr')).toHaveLength(6)
    expect(places(french, 'fr')?.at(-1)).toContain('id="b5"')
    expect(places(arabic, 'ar')).toEqual(places(french, 'fr'))
  })

  it('are not numbered unless the page asks for it', () => {
    expect(html(french)).not.toContain('class="block"')
  })
})

describe('typography', () => {
  const isolated = (number: string) => `<bdi class="ref" dir="ltr">${number}</bdi>`

  it('isolates the numbers of articles and laws, in the text and in links', () => {
    expect(html('الفصلان 448-3 و448-4', 'ar')).toBe(`<p>الفصلان ${isolated('448-3')} و${isolated('448-4')}</p>`)
    expect(html('[الفصل 448-1](#act)', 'ar')).toContain(`<a href="#act">الفصل ${isolated('448-1')}</a>`)
  })

  it('isolates nothing twice', () => {
    expect(html('القانون :ref[27.14] بالمغرب', 'ar')).toBe('<p>القانون <x-ref>27.14</x-ref> بالمغرب</p>')
  })

  it('sets French spaces, also around a mark', () => {
    expect(html('Vrai ? « :cite[oui]{id="cp-16"} » : 70 %')).toBe(
      '<p>Vrai\u202F? «\u00A0<x-cite id="cp-16">oui</x-cite>\u00A0»\u00A0: 70\u00A0%</p>',
    )
  })

  it('leaves the spaces of Arabic and English alone', () => {
    expect(html('Really ? Yes : 70 %', 'en')).toBe('<p>Really ? Yes : 70 %</p>')
  })
})

it('lets no HTML and no script through', () => {
  const page = html('Un <script>alert(1)</script> <b>gras</b> [lien](javascript:alert(1))')

  expect(page).not.toMatch(/<script|<b>|javascript:/)
})

it('lets a wide table scroll by itself, also by keyboard', () => {
  expect(html('| A |\n|---|\n| 1 |')).toMatch(/^<div class="tw" tabindex="0"><table>/)
})
