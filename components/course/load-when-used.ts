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
