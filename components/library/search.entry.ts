import { suggestWhileTyping } from './suggest-while-typing'

suggestWhileTyping()
