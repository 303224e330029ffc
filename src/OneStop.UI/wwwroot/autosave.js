// Saves a form while it is typed: POST of all its fields but the files to data-autosave, a moment after the last key.
// A lost line or a busy server is not an error: it says so, keeps the words on the screen and tries again.
const quiet = 900;
const retryAfter = 5000;
const clock = new Intl.DateTimeFormat("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", hour: "2-digit", minute: "2-digit", hour12: false });

export function start(form) {
  const status = form.querySelector("[data-autosave-status]");
  let timer = 0;
  let version = 0;
  let saved = 0;
  let busy = false;
  let leaving = false;

  const say = (state) => {
    if (!status) return;
    status.dataset.state = state;
    const text = { saving: status.dataset.textSaving, saved: status.dataset.textSaved, offline: status.dataset.textOffline, busy: status.dataset.textBusy, expired: status.dataset.textExpired, refused: status.dataset.textRefused }[state];
    status.textContent = text.replace("{0}", clock.format(new Date()));
  };

  const fields = () => {
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    return data;
  };

  const later = (delay) => {
    clearTimeout(timer);
    timer = setTimeout(save, delay);
  };

  async function save() {
    if (busy || leaving || version === saved) return;
    busy = true;
    const sending = version;
    say("saving");
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: fields(), headers: { "X-Autosave": "true" }, credentials: "same-origin", redirect: "manual" });
      if (answer.ok) {
        saved = sending;
        say("saved");
      } else if (answer.status >= 500 || answer.status === 429) {
        say("busy");
        later(retryAfter);
      } else if (answer.status === 401) {
        say("expired");
      } else {
        say("refused");
      }
    } catch {
      say("offline");
      later(retryAfter);
    } finally {
      busy = false;
      if (version !== sending) later(quiet);
    }
  }

  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    version++;
    later(quiet);
  });
  form.addEventListener("change", (event) => {
    if (event.target.type === "file") return;
    version++;
    later(0);
  });
  form.addEventListener("submit", () => { leaving = true; });
  window.addEventListener("pageshow", () => { leaving = false; });
  window.addEventListener("online", () => later(0));
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && form.isConnected && version !== saved) event.preventDefault();
  });
}
