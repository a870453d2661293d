import { chooseVoice } from './listen/choose-voice'

/** Loads what reads a lesson aloud once the device has a voice of its own for the language of the page. */
export function loadListen(script: string): void {
  if (!('speechSynthesis' in window)) return
  const synth = window.speechSynthesis
  const load = () => {
    // A script that was loaded before is not run again.
    if (chooseVoice(synth.getVoices(), document.documentElement.lang)) void import(script)
  }
  load()
  // Many browsers learn which voices there are only after the page has loaded.
  synth.addEventListener?.('voiceschanged', load)
}

/** Loads what moves the lines of an order and reads numbers, for a lesson with such a question. */
export function loadOrder(script: string): void {
  if (document.querySelector('[data-order], [data-places], [data-number]')) void import(script)
}
