import { describe, expect, it } from 'vitest'
import { signState } from './signature'

const HASHES = { ar: 'of-ar', fr: 'of-fr', en: 'of-en' }
const inFiles = (hash: string) => ({ hash, language: 'fr', role: 'legal', date: '2026-11-01', by: 'R-7K3F' }) as const
const signed = (hash: string) => ({ hash, language: 'fr', area: 'legal' }) as const

describe('a language of a text', () => {
  it('is signed by the files or on the platform, while its words are the same', () => {
    expect(signState({ hashes: HASHES, signoff: [inFiles('of-fr')] }, [], 'fr', 'legal')).toBe('signed')
    expect(signState({ hashes: HASHES, signoff: [] }, [signed('of-fr')], 'fr', 'legal')).toBe('signed')
    expect(signState({ hashes: HASHES, signoff: [inFiles('old')] }, [signed('of-fr')], 'fr', 'legal')).toBe('signed')
  })

  it('is told apart as changed since it was signed, or never signed', () => {
    expect(signState({ hashes: HASHES, signoff: [inFiles('old')] }, [], 'fr', 'legal')).toBe('changed')
    expect(signState({ hashes: HASHES, signoff: [] }, [signed('old')], 'fr', 'legal')).toBe('changed')
    expect(signState({ hashes: HASHES, signoff: [] }, [], 'fr', 'legal')).toBe('unsigned')
  })

  it('is signed only for one area and one language', () => {
    expect(signState({ hashes: HASHES, signoff: [] }, [signed('of-fr')], 'fr', 'language')).toBe('unsigned')
    expect(signState({ hashes: HASHES, signoff: [] }, [signed('of-fr')], 'ar', 'legal')).toBe('unsigned')
  })
})
