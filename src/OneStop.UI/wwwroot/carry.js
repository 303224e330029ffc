// An interactive page is shown before its circuit is connected; once it is, the circuit puts its own elements in the place of those the
// server wrote. What somebody typed, chose or pressed in the meantime would go with them: it is carried over to the field of the same id.
const fields = "input, textarea, select";
const kept = new Map();
let written = new WeakSet();
let writtenAt = "";
let focused = null;
let pressed = null;

new MutationObserver(carry).observe(document.body, { childList: true, subtree: true });
document.addEventListener("focusin", (event) => { focused = written.has(event.target) ? event.target : null; });
document.addEventListener("submit", hold, true);

// The heading that the server wrote stands in the part that will be taken over.
export function start(heading) {
  kept.clear();
  [written, writtenAt, focused, pressed] = [new WeakSet(), address(), document.activeElement, null];
  for (const field of heading.closest("main")?.querySelectorAll(fields) ?? []) {
    if (field.id && field.type !== "file" && field.type !== "hidden") written.add(field);
  }
}

function carry(changes) {
  for (const { removedNodes } of changes) {
    for (const node of removedNodes) if (node.nodeType === Node.ELEMENT_NODE) keep(node);
  }
  if (address() !== writtenAt) kept.clear();
  const sent = [];
  for (const [id, give] of kept) {
    const field = document.getElementById(id);
    if (!field || written.has(field)) continue;
    kept.delete(id);
    if (give(field)) sent.push(field.form);
  }
  for (const form of sent) form?.requestSubmit();
}

function address() {
  return location.pathname + location.search;
}

function keep(node) {
  for (const field of [node, ...node.querySelectorAll(fields)]) {
    if (!written.has(field) || field.isConnected) continue;
    const [answered, held, sent] = [isAnswered(field), field === focused, field === pressed];
    if (!answered && !held && !sent) continue;
    const [start, end] = held && isText(field) ? [field.selectionStart, field.selectionEnd] : [];
    kept.set(field.id, (now) => {
      const goesOn = held && isText(now);
      if (answered) answer(now, field, goesOn);
      if (held && document.activeElement === document.body) {
        now.focus({ preventScroll: true });
        if (start != null && isText(now)) now.setSelectionRange(start, end);
      }
      return sent;
    });
  }
}

function isAnswered(field) {
  if (isChoice(field)) return field.checked !== field.defaultChecked && (field.checked || field.type === "checkbox");
  if (field.type === "select-one") return field.value !== initial(field);
  return field.value !== field.defaultValue;
}

function initial(select) {
  return ([...select.options].find((option) => option.defaultSelected) ?? select.options[0])?.value;
}

function answer(now, before, goesOn) {
  if (isChoice(now)) now.checked = before.checked;
  else now.value = before.value;
  now.dispatchEvent(new Event("input", { bubbles: true }));
  if (goesOn) whenLeft(now);
  else now.dispatchEvent(new Event("change", { bubbles: true }));
}

// Told at once, a half typed answer would come back from the server over the letters typed since.
function whenLeft(field) {
  const tell = () => {
    field.removeEventListener("blur", tell);
    document.removeEventListener("submit", tell, true);
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  field.addEventListener("blur", tell);
  document.addEventListener("submit", tell, true);
}

// A form of the circuit names no method: sent by the browser it would only load the page again, without the answers. It waits instead.
function hold(event) {
  const form = event.target;
  if (form.hasAttribute("method")) return;
  const first = [...form.elements].find((field) => written.has(field));
  if (!first) return;
  event.preventDefault();
  pressed = first;
}

function isChoice(field) {
  return field.type === "checkbox" || field.type === "radio";
}

function isText(field) {
  return field.tagName === "TEXTAREA" || /^(text|search|tel|url|password)$/.test(field.type);
}
