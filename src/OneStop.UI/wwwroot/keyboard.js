// The staff room by keyboard. Keys of one letter can be switched off: who speaks to the computer would press them by talking (WCAG 2.1.4).
const memory = "os-keys";

export function start(room) {
  const choice = document.querySelector("[data-keys-switch]");
  if (choice) {
    choice.checked = localStorage.getItem(memory) !== "off";
    choice.addEventListener("change", () => localStorage.setItem(memory, choice.checked ? "on" : "off"));
  }

  document.addEventListener("keydown", (event) => {
    if (!room.isConnected || event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
    if (event.key === "Escape" && isTyping) {
      event.target.blur();
      return;
    }
    if (isTyping || localStorage.getItem(memory) === "off") return;

    const act = { "/": search, "?": help, j: () => move(1), k: () => move(-1), x: choose }[event.key] ?? (() => press(event.key));
    if (act() !== false) event.preventDefault();
  });

  const search = () => {
    const field = room.querySelector("[data-search]");
    field?.focus();
    field?.select();
  };

  const help = () => document.getElementById("keyboard-help")?.togglePopover();

  const rows = () => [...room.querySelectorAll("main [data-list-item]")].filter((item) => item.checkVisibility() && item.querySelector("a, button"));

  const move = (by) => {
    const items = rows();
    if (items.length === 0) return false;
    const now = items.findIndex((item) => item.contains(document.activeElement));
    const next = now < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(Math.max(now + by, 0), items.length - 1);
    const target = items[next].querySelector("a, button");
    target.focus();
    target.scrollIntoView({ block: "nearest" });
  };

  // Ticks the row the focus is in.
  const choose = () => {
    const box = rows().find((item) => item.contains(document.activeElement))?.querySelector("[data-select]");
    if (!box || box.disabled) return false;
    box.click();
  };

  // A button that names a key, where there is one now.
  const press = (key) => {
    if (!/^[a-z]$/.test(key)) return false;
    const button = [...room.querySelectorAll(`main [data-key="${key}"]`)].find((b) => !b.disabled && b.checkVisibility());
    if (!button) return false;
    button.focus();
    button.click();
  };
}
