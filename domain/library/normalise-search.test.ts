import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseWord, searchTokens, searchWords } from './normalise-search'

const MARKS = ['\u064B', '\u064E', '\u064F', '\u0650', '\u0651', '\u0652', '\u0640']
const words = fc.array(fc.constantFrom('الضحية', 'التنقيل', 'trafic', 'hébergement', '448-1', 'المسؤولية'), {
  minLength: 1,
})

describe('a word of a search', () => {
  it.each([
    ['أإآٱ', 'اااا'],
    ['مستشفى', 'مستشفي'],
    ['الضحية', 'الضحيه'],
    ['مؤشر', 'موشر'],
    ['جـــريمة', 'جريمه'],
    ['السُّخْرَة', 'السخره'],
    ['Hébergement', 'hebergement'],
    ['œuvre', 'oeuvre'],
    ['MŒURS', 'moeurs'],
    ['٤٤٨-١', '448-1'],
  ])('is normalised from %s to %s', (written, known) => {
    expect(normaliseWord(written)).toBe(known)
  })

  it.each(['448-1', '448.1', '448/1', '٤٤٨-١', '٤٤٨.١', '448‑1', '\u2066448-1\u2069'])(
    'knows article %s',
    (written) => {
      expect(searchTokens(written)).toEqual(['448-1'])
    },
  )

  it.each(['82-5-1', '82.5.1', '82/5/1', '٨٢-٥-١'])('knows article %s of three numbers', (written) => {
    expect(searchTokens(written)).toEqual(['82-5-1'])
  })

  it('keeps two years apart', () => {
    expect(searchTokens('2017-2019')).toEqual(['2017', '2019'])
  })

  it.each(['الاتجار', 'بالاتجار', 'للاتجار', 'والاتجار', 'وبالاتجار', 'فالاتجار', 'كالاتجار'])(
    'takes %s for «اتجار»',
    (written) => {
      expect(searchTokens(written)).toEqual(['اتجار'])
    },
  )

  it.each(['والد', 'ولد', 'بالغ', 'الي'])('leaves «%s», which begins so by itself', (word) => {
    expect(searchWords(word).map(({ token }) => token)).toEqual([word])
  })

  it('is the same with and without its article', () => {
    for (const [bare, dressed] of [
      ['التزام', 'الالتزام'],
      ['بالغين', 'البالغين'],
      ['بشر', 'بالبشر'],
      ['وساطة', 'الوساطة'],
    ] as const) {
      expect(searchTokens(bare)).toEqual(searchTokens(dressed))
    }
  })

  it('ends at an apostrophe', () => {
    expect(searchTokens('l’exploitation d’autrui')).toEqual(['exploitation', 'autrui'])
    expect(searchTokens("l'exploitation")).toEqual(searchTokens('l’exploitation'))
  })
})

describe('the words of a text', () => {
  it('leave out the common words of every sentence', () => {
    expect(searchTokens('la traite des êtres humains')).toEqual(['traite', 'etres', 'humains'])
  })

  it('include common words if there are no others', () => {
    expect(searchTokens('qui est')).toEqual(['qui', 'est'])
  })

  it('have their places in the text', () => {
    const text = 'Article 448.1 : «الضحيّة»'

    expect(searchWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Article', '448.1', 'الضحيّة'])
  })

  it('are the same with any marks, case or Unicode form', () => {
    const mark = fc.constantFrom(...MARKS)
    fc.assert(
      fc.property(words, fc.array(mark, { maxLength: 4 }), (picked, marks) => {
        const plain = picked.join(' ')
        // Marks are put between two Arabic letters only: after a digit, a mark is not Arabic writing.
        const dressed = plain.replace(/[\u0621-\u064A](?=[\u0621-\u064A])/g, (letter) => letter + marks.join(''))

        expect(searchTokens(dressed)).toEqual(searchTokens(plain))
        expect(searchTokens(plain.toUpperCase())).toEqual(searchTokens(plain))
        expect(searchTokens(plain.normalize('NFD'))).toEqual(searchTokens(plain.normalize('NFC')))
      }),
    )
  })

  it('do not change if they are searched for again', () => {
    fc.assert(
      fc.property(words, (picked) => {
        const tokens = searchTokens(picked.join(' '))
        expect(searchTokens(tokens.join(' '))).toEqual(tokens)
      }),
    )
  })

  it('lie inside any text, and have no marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { token, start, end } of searchWords(text)) {
          expect(token).toMatch(/^[\p{L}\p{N}-]+$/u)
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(end).toBeGreaterThan(start)
        }
      }),
    )
  })
})
