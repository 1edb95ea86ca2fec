import { startDesk } from './start.ts'

const root = document.querySelector('#desk')
if (root instanceof HTMLElement) void startDesk(root)
