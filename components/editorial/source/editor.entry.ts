import { openEditor } from './open-editor'

// A module that is loaded once does not run again: to reopen the editor, the page dispatches this event.
addEventListener('source-editor', openEditor)
openEditor()
