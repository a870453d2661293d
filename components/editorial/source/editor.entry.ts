import { openEditor } from './open-editor'

// A program that is loaded once cannot be called again: the page asks for its editor by an event.
addEventListener('source-editor', openEditor)
openEditor()
