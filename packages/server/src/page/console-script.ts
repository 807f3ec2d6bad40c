/**
 * What the page says of its stream of events and of how old it is, and that a form is sent once. Runs in the browser, beside htmx; without it the
 * pages still work.
 */
export const consoleScript = `'use strict';
(() => {
  const words = () => document.getElementById('live-words');
  const clock = () => new Date().toISOString().slice(11, 19) + ' UTC';
  const changed = new Set();
  const opened = clock();
  let away;
  let stale;
  let told;

  function say(state, text) {
    const live = document.getElementById('live');
    if (!live) return;
    live.dataset.state = state;
    if (words().textContent !== text) words().textContent = text;
  }
  // Events may come while what they tell of cannot be had: a list that is old must not look live.
  function tell() {
    const { size } = changed;
    if (away) say('off', 'Offline since ' + away + '; trying again');
    else if (stale) say('off', 'Not refreshed since ' + stale + '; trying again');
    else say('on', size === 0 ? 'Live' : 'Live: ' + size + (size === 1 ? ' delivery' : ' deliveries') + ' changed since ' + opened);
  }
  function online() {
    away = undefined;
    tell();
  }
  // Whoever listens to the page hears of news at most every few seconds.
  function news() {
    if (told) return;
    online();
    told = setTimeout(() => {
      told = undefined;
      tell();
    }, 3000);
  }
  function offline() {
    if (document.hidden) return;
    away ??= clock();
    tell();
  }
  function refreshed(isNew) {
    if (!isNew && document.hidden) return;
    const was = stale;
    stale = isNew ? undefined : (stale ?? clock());
    if (stale !== was) tell();
  }

  if (document.getElementById('live')) say('wait', 'Connecting');
  addEventListener('htmx:sse:after:connection', online);
  addEventListener('htmx:sse:error', offline);
  addEventListener('htmx:sse:close', offline);
  addEventListener('htmx:sse:before:connection', ({ detail }) => {
    if (detail.connection.attempt > 0) offline();
  });
  for (const name of ['htmx:error', 'htmx:response:error'])
    addEventListener(name, ({ target }) => target?.id === 'live' && offline());
  const isRegion = target => target?.matches?.('.live-region');
  addEventListener('htmx:error', ({ target }) => isRegion(target) && refreshed(false));
  addEventListener('htmx:after:request', ({ target, detail }) => isRegion(target) && refreshed(detail.ctx.response.status < 400));
  addEventListener('htmx:sse:after:message', ({ detail }) => {
    try {
      changed.add(JSON.parse(detail.message.data).key);
    } catch {}
    news();
  });

  // What answers without the part that was asked for is a page to sign in at: show that, and leave no hole.
  addEventListener('htmx:before:swap', event => {
    const { ctx, tasks: [task] } = event.detail;
    if (ctx.swap === 'none' || !task || task.fragment.firstElementChild) return;
    event.preventDefault();
    location.reload();
  });

  addEventListener('submit', event => {
    if (!event.target.matches('form[data-once]')) return;
    if (event.target.dataset.sent) return event.preventDefault();
    event.target.dataset.sent = 'yes';
    // Who has stopped the answer may press again.
    setTimeout(() => delete event.target.dataset.sent, 10000);
  });
  // Back to a form that was sent: it may be sent again, and the ledger says what there is to do.
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
  });
})();
`;
