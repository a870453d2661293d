import type { Page } from '@playwright/test'

type Voice = { lang: string; localService: boolean }

/**
 * Gives the page these voices in place of those of the machine, which may have none. They say what they are told, and
 * end a sentence only when the test says so.
 */
export async function giveVoices(page: Page, voices: readonly Voice[]): Promise<void> {
  await page.addInitScript((given) => {
    class Utterance {
      voice: { lang: string } | null = null
      lang = ''
      onend = () => undefined
      onerror = () => undefined
      constructor(readonly text: string) {}
    }
    const state = { said: [] as string[], voices: [] as string[], current: null as Utterance | null, cancelled: 0 }
    const synth = Object.assign(new EventTarget(), {
      getVoices: () => given.map((voice) => ({ ...voice, default: false, name: voice.lang, voiceURI: voice.lang })),
      speak(utterance: Utterance) {
        state.said.push(utterance.text)
        state.voices.push(utterance.voice?.lang ?? 'none')
        state.current = utterance
      },
      cancel() {
        state.cancelled += 1
        state.current = null
        sessionStorage.setItem('cancelled', location.pathname)
      },
    })
    Object.defineProperty(window, 'speechSynthesis', { value: synth })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance })
    Object.assign(window, { voice: { state, end: () => state.current?.onend() } })
  }, voices)
}

type Heard = { said: string[]; voices: string[]; speaking: boolean }
type WithVoice = Window & {
  voice: { state: { said: string[]; voices: string[]; current: object | null }; end: () => void }
}

/** What the voices have said so far. */
export function heard(page: Page): Promise<Heard> {
  return page.evaluate(() => {
    const { said, voices, current } = (window as unknown as WithVoice).voice.state
    return { said, voices, speaking: current !== null }
  })
}

/** Ends the sentence that is being said. */
export function endSentence(page: Page): Promise<void> {
  return page.evaluate(() => (window as unknown as WithVoice).voice.end())
}
