import type { App } from './app';

/** Between two looks at the change token, while the panel can be seen. */
const POLL = 20_000;
const FOLLOW = 2000;
/** Looks at the token between two looks at the health. */
const HEALTH = 3;

/**
 * Keeps the panel current: asks whether something has changed, and sleeps while nobody sees it.
 * @returns asks at once
 */
export function keepLive(app: App): () => Promise<void> {
  let isInside = false;
  let isAsking = false;
  let polls = 0;
  const visible = () => document.visibilityState === 'visible';
  const poll = async (): Promise<void> => {
    const { state } = app;
    if (!visible() || isAsking || app.outbox.size > 0) return;
    if (!state.start) return app.open();
    if (state.token === '' || !state.isLoaded) return app.lists.load();
    isAsking = true;
    const news = await app.ask('since', { token: state.token, query: state.query });
    isAsking = false;
    if (!news || app.outbox.size > 0) return app.draw();
    state.offset = news.now - Date.now();
    if (news.all || news.items.length > 0) await app.lists.hear(news);
    if (++polls % HEALTH === 0 || news.on !== state.start.health.on) await app.refreshHealth();
    else app.draw();
  };
  const follow = async (): Promise<void> => {
    const { state } = app;
    if (!state.follow || isInside || isAsking || !visible() || state.net !== 'live') return;
    isAsking = true;
    const place = await app.ask('selected', {});
    isAsking = false;
    if (place && place.id !== '' && (state.view !== 'record' || state.current !== place.id))
      await app.openRecord(place.id);
  };
  for (const kind of ['mouseenter', 'mouseleave'])
    document.documentElement.addEventListener(kind, () => {
      isInside = kind === 'mouseenter';
    });
  document.addEventListener('visibilitychange', () => void poll());
  addEventListener('online', () => void poll());
  addEventListener('offline', () => {
    app.state.net = 'offline';
    app.draw();
  });
  setInterval(() => void poll(), POLL);
  setInterval(() => void follow(), FOLLOW);
  return poll;
}
