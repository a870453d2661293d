import { describe, expect, it } from 'vitest'
import { fitsMarkup, plainBlocks, readMarkup, refusedLinks } from './markup'

const text = (words: string) => ({ kind: 'text', text: words })

describe('what an announcement may say', () => {
  it('reads paragraphs, lists, bold, italics and links', () => {
    expect(
      readMarkup('Une **date** *ferme*,\nle soir.\n\n- un\n- [deux](https://example.ma/a?b=1)\n\n1. trois'),
    ).toEqual([
      {
        kind: 'paragraph',
        children: [
          text('Une '),
          { kind: 'strong', children: [text('date')] },
          text(' '),
          { kind: 'emphasis', children: [text('ferme')] },
          text(','),
          { kind: 'break' },
          text('le soir.'),
        ],
      },
      {
        kind: 'list',
        ordered: false,
        items: [[text('un')], [{ kind: 'link', href: 'https://example.ma/a?b=1', children: [text('deux')] }]],
      },
      { kind: 'list', ordered: true, items: [[text('trois')]] },
    ])
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b>b</b> &lt;i&gt;',
    '# titre',
    '> citation',
    '`code`',
  ])('keeps %s as the characters that were typed', (typed) => {
    const [shown] = plainBlocks(readMarkup(typed))

    expect(shown).toBe(typed.replace('&lt;', '<').replace('&gt;', '>'))
    expect(JSON.stringify(readMarkup(typed))).not.toMatch(/"kind":"(?!text|paragraph)/)
  })

  it('makes a link of an address without the punctuation after it', () => {
    expect(readMarkup('Voir https://example.ma/x. Puis')).toEqual([
      {
        kind: 'paragraph',
        children: [
          text('Voir '),
          { kind: 'link', href: 'https://example.ma/x', children: [text('https://example.ma/x')] },
          text('. Puis'),
        ],
      },
    ])
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'http://example.ma',
    '//example.ma',
    '/fr',
    'mailto:a@b.ma',
  ])('finds no link to %s, and names it as refused', (address) => {
    const source = `[mot](${address})`

    expect(readMarkup(source)).toEqual([{ kind: 'paragraph', children: [text('mot')] }])
    expect(refusedLinks(source)).toEqual([address])
  })

  it('refuses a link wherever it stands', () => {
    expect(refusedLinks('- a\n  - **[b](javascript:c)**')).toEqual(['javascript:c'])
    expect(refusedLinks('[a](https://example.ma) <https://example.ma>')).toEqual([])
  })

  it('shows no picture and no link in a link', () => {
    expect(JSON.stringify(readMarkup('![mot](https://example.ma/x.png)'))).not.toContain('image')
    expect(readMarkup('[https://example.ma/a](https://example.ma/b)')).toEqual([
      {
        kind: 'paragraph',
        children: [{ kind: 'link', href: 'https://example.ma/b', children: [text('https://example.ma/a')] }],
      },
    ])
  })

  it('becomes plain text with the addresses of its links', () => {
    expect(plainBlocks(readMarkup('**Lire** [ceci](https://example.ma)\n\n1. un\n2. deux\n   - trois'))).toEqual([
      'Lire ceci (https://example.ma)',
      '1. un\n2. deux\n3. trois',
    ])
  })
})

describe('a text with more signs than an announcement needs', () => {
  it.each([
    ['lists in lists', `${'- '.repeat(1900)}a`],
    ['brackets', '[a]('.repeat(999)],
    ['asterisks', '*a**'.repeat(999)],
  ])('is shown as it was typed, if it was stored: %s', (_, typed) => {
    expect(fitsMarkup(typed)).toBe(false)
    expect(readMarkup(typed)).toEqual([{ kind: 'paragraph', children: [text(typed)] }])
  })

  it('is far from what people write', () => {
    const written = Array.from({ length: 40 }, (_, n) => `- **${n}.** [lien](https://example.ma/${n}) *fin*`)
    expect(fitsMarkup(written.join('\n'))).toBe(true)
  })
})
