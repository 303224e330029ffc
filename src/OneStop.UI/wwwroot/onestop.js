// The one script of every page. Marks that scripts run, then fetches only what the page uses.
// Everything here is comfort: each thing works, more plainly, without it.
const root = document.documentElement;
root.classList.add("js");

const parts = [
  ["[data-autosave]", () => import("./autosave.js")],
  ["[data-upload]", () => import("./upload.js")],
  ["[data-keyboard]", () => import("./keyboard.js")],
  ["[data-kiosk]", () => import("./kiosk.js")],
  ["[data-diagram]", () => import("./diagram.js")],
  ["[data-awaits-circuit]", () => import("./carry.js")],
];

async function start(scope) {
  for (const [selector, load] of parts) {
    const found = [...(scope.matches?.(selector) ? [scope] : []), ...scope.querySelectorAll(selector)];
    if (found.length === 0) continue;
    const { start: begin } = await load();
    for (const element of found) {
      if (element.dataset.started) continue;
      element.dataset.started = "true";
      begin(element);
    }
  }
}

function focusSummary() {
  document.querySelector("[data-focus]")?.focus();
}

// Pages also change without loading: enhanced navigation and interactive parts.
new MutationObserver((changes) => {
  for (const change of changes) {
    for (const node of change.addedNodes) if (node.nodeType === Node.ELEMENT_NODE) start(node);
  }
}).observe(document.body, { childList: true, subtree: true });

// blazor.web.js is deferred and runs after this module.
document.addEventListener("DOMContentLoaded", () => {
  window.Blazor?.addEventListener?.("enhancedload", () => {
    root.classList.add("js");
    start(document.body);
    focusSummary();
    releaseAll();
  });
});

document.addEventListener("click", async (event) => {
  const copy = event.target.closest("[data-copy]");
  if (copy) {
    await navigator.clipboard.writeText(copy.dataset.copy);
    const words = copy.querySelector("[aria-live]");
    if (words) words.textContent = copy.dataset.textCopied;
    return;
  }

  // Enhanced navigation scrolls to the field but leaves the focus where it was.
  const problem = event.target.closest("[data-focus] a[href*='#']");
  if (problem) {
    const field = document.getElementById(problem.hash.slice(1));
    if (field) {
      event.preventDefault();
      field.focus({ preventScroll: true });
      (field.closest(".os-field") ?? field).scrollIntoView({ block: "start" });
    }
    return;
  }

  const display = event.target.closest("[data-display='text']");
  if (display && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    (await import("./display.js")).nextTextSize(display);
    return;
  }

  for (const menu of document.querySelectorAll("details.os-menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.os-menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// A second press of "send" while the first is on its way would only frighten.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-once]") || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "true";
  setTimeout(() => event.submitter?.setAttribute("aria-busy", "true"));
  setTimeout(() => release(form), 10_000);
});

// Coming back with the back button shows the page as it was left.
window.addEventListener("pageshow", releaseAll);

function releaseAll() {
  document.querySelectorAll("form[data-sent]").forEach(release);
}

function release(form) {
  delete form.dataset.sent;
  form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
}

start(document.body);
focusSummary();
