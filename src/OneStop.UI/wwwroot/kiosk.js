// Wipes the screen for the next person: counts down while nobody touches it, then starts over and leaves no way back.
export function start(room) {
  const timer = room.querySelector("[data-countdown]");
  const full = Number(room.dataset.seconds);
  let left = full;

  const show = () => { timer.textContent = timer.dataset.text.replace("{0}", left); };

  const touch = () => {
    left = full;
    show();
  };

  for (const kind of ["pointerdown", "keydown", "input", "scroll"]) document.addEventListener(kind, touch, { passive: true, capture: true });
  room.querySelector("[data-back]")?.addEventListener("click", () => history.back());

  const ticking = setInterval(() => {
    if (!room.isConnected) {
      clearInterval(ticking);
      return;
    }
    left--;
    show();
    if (left > 0) return;
    clearInterval(ticking);
    document.querySelectorAll("form").forEach((form) => form.reset());
    location.replace(room.dataset.kiosk);
  }, 1000);
  show();
}
