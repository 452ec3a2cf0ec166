// Where the pages begin. In: an empty `#app`. Out: the running pages, in the reader's language.
// Keeps: nothing is drawn before its words are here; who is signed in is asked for at the same
// time.

import { render } from 'solid-js/web'
import '@fontsource-variable/source-sans-3/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import './ui/look/tokens.css'
import './ui/look/base.css'
import './ui/look/controls.css'
import './ui/look/notices.css'
import './pages/shell.css'
import './ui/look/print.css'
import { must } from '#shared/assert.ts'
import { App } from './app.tsx'
import { startLogin } from './hub/login.ts'
import { startWords } from './ui/words.ts'

void startLogin()
await startWords()
render(() => <App />, must(document.querySelector('#app'), '#app'))
