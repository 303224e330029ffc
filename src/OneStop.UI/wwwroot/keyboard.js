// The staff room by keyboard: "/" search, "j" and "k" move through the list, Enter opens (a focused link does that by itself), "?" shows the keys.
export function start(room) {
  document.addEventListener("keydown", (event) => {
    if (!room.isConnected || event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
    if (event.key === "Escape" && isTyping) {
      event.target.blur();
      return;
    }
    if (isTyping) return;

    const act = { "/": search, "?": help, j: () => move(1), k: () => move(-1) }[event.key];
    if (act && act() !== false) event.preventDefault();
  });

  const search = () => {
    const field = room.querySelector("[data-search]");
    field?.focus();
    field?.select();
  };

  const help = () => document.getElementById("keyboard-help")?.togglePopover();

  const move = (by) => {
    const items = [...room.querySelectorAll("main [data-list-item]")].filter((item) => item.querySelector("a, button"));
    if (items.length === 0) return false;
    const now = items.findIndex((item) => item.contains(document.activeElement));
    const next = now < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(Math.max(now + by, 0), items.length - 1);
    const target = items[next].querySelector("a, button");
    target.focus();
    target.scrollIntoView({ block: "nearest" });
  };
}
