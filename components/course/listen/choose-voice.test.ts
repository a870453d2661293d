import { expect, it } from 'vitest'
import { chooseVoice } from './choose-voice'

const voice = (lang: string, localService: boolean, name = lang) => ({ lang, localService, default: false, name })

it('takes a voice of the device for the language, whatever its country, and the default one first', () => {
  const voices = [voice('fr-FR', true), voice('ar_EG', true), { ...voice('ar-SA', true), default: true }]

  expect(chooseVoice(voices, 'fr')?.lang).toBe('fr-FR')
  expect(chooseVoice(voices, 'ar')?.lang).toBe('ar-SA')
  expect(chooseVoice(voices.slice(0, 2), 'ar')?.lang).toBe('ar_EG')
})

it.each([
  ['there is none', []],
  ['those of the language are on the network', [voice('ar-MA', false), voice('fr-FR', true)]],
  ['a language only begins alike', [voice('arq', true), voice('', true)]],
])('takes none if %s', (_, voices) => {
  expect(chooseVoice(voices, 'ar')).toBeNull()
})
