// Keeps the page joined to SignMirror: live events while it answers, patience while it does not.

const ASK_MS = 5000; // a network that vanished closes no connection: ask now and then
const AGAIN_MS = 2000;

export class Link {
  // `changed(state)`: connecting, live, lost or refused. `came(event)`: {id, time, result}.
  constructor(token, { changed, came }) {
    this.token = token;
    this.changed = changed;
    this.came = came;
    this.events = null;
    this.timer = 0;
  }

  start() {
    if (!this.token) {
      this.changed("refused");
      return;
    }
    this.changed("connecting");
    this.open();
    this.timer = setInterval(() => this.ask(), ASK_MS);
  }

  end() {
    clearInterval(this.timer);
    clearTimeout(this.again);
    this.events?.close();
    this.events = null;
  }

  open() {
    this.events?.close();
    const events = new EventSource(`/v1/live?token=${encodeURIComponent(this.token)}`);
    this.events = events;
    events.addEventListener("open", () => this.changed("live"));
    events.addEventListener("result", (event) => this.came(JSON.parse(event.data)));
    events.addEventListener("error", () => {
      if (events !== this.events) return;
      this.changed("lost");
      // While CONNECTING the browser tries again by itself and asks for what it missed.
      if (events.readyState === EventSource.CLOSED) this.findOut();
    });
  }

  // The browser gave up: a token of another run, too many pages, or something in between that answered.
  async findOut() {
    this.events = null;
    const answer = await fetch("/v1/config", {
      headers: { Authorization: `Bearer ${this.token}` },
      signal: AbortSignal.timeout(ASK_MS - 1000),
    }).catch(() => null);
    if (answer?.status === 401 || answer?.status === 403) {
      this.end();
      this.changed("refused");
      return;
    }
    clearTimeout(this.again);
    this.again = setTimeout(() => this.open(), AGAIN_MS);
  }

  async ask() {
    const events = this.events;
    if (events?.readyState !== EventSource.OPEN) return;
    const answer = await fetch("/healthz", { signal: AbortSignal.timeout(ASK_MS - 1000) }).catch(() => null);
    if (answer || events !== this.events || events.readyState !== EventSource.OPEN) return;
    this.changed("lost");
    this.open();
  }
}
