export type Voice = { lang: string; localService: boolean; default: boolean }

/**
 * A voice of the device itself for a language; null if there is none. Other voices are spoken by a service on the
 * network, which would be sent every sentence.
 */
export function chooseVoice<V extends Voice>(voices: readonly V[], language: string): V | null {
  const own = voices.filter((voice) => voice.localService && languageOf(voice) === language)
  return own.find((voice) => voice.default) ?? own[0] ?? null
}

/** `ar-MA`, and on some devices `ar_MA` → `ar`. */
function languageOf({ lang }: Voice): string {
  return lang.toLowerCase().split(/[-_]/)[0] ?? ''
}
