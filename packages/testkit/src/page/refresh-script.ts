/**
 * Fetches the page once a second while somebody looks, and puts in its main part where that has changed. What was
 * focused stays focused, where it is still there. Runs in the browser.
 */
export const refreshScript = `'use strict';
const main = document.querySelector('main');
const summary = document.querySelector('#summary');
let shown = main.innerHTML;

function say(text) {
  if (summary.textContent !== text) summary.textContent = text;
}

async function refresh() {
  const answer = await fetch(location.href, { cache: 'no-store' });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const next = page.querySelector('main');
  if (!next) return;
  say(next.dataset.summary);
  if (next.innerHTML === shown) return;
  shown = next.innerHTML;
  const focused = document.activeElement && document.activeElement.id;
  main.replaceChildren(...next.childNodes);
  document.title = page.title;
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

async function keepFresh() {
  for (;;) {
    await new Promise(resolve => setTimeout(resolve, 1000));
    if (document.hidden) continue;
    await refresh().catch(() => say('The sandbox has ended.'));
  }
}

keepFresh();
`;
