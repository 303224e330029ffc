// The drawing board of a process. The server keeps the draft: each change is sent a moment later with the version it was made on.
// What could not be sent yet waits in this browser, so neither a lost line nor a closed window loses it.
import { loadModeler, loadViewer } from "../OneStop.UI/diagram-library.js";
import { oneStop } from "./onestop-moddle.js";
import { change, describe, entries } from "./designer-elements.js";

const quiet = 700;
const retryAfter = 5000;

export async function open(host, page, options) {
  const board = new Board(host, page, options);
  await board.start();
  return board;
}

const bytes = (value) => new TextEncoder().encode(JSON.stringify(value));

class Board {
  constructor(host, page, options) {
    Object.assign(this, { host, page, options });
    this.store = `onestop.draft.${options.id}`;
    this.state = "saved";
    this.timer = 0;
  }

  async start() {
    // Who reviews must not draw what nobody would keep.
    const Modeler = await (this.options.readOnly ? loadViewer() : loadModeler());
    this.modeler = new Modeler({
      container: this.host,
      moddleExtensions: { os: oneStop },
      additionalModules: [{ translate: ["value", (text, values) => this.words(text, values)] }],
    });
    const answer = await fetch(this.options.file, { credentials: "same-origin", cache: "no-store" });
    if (!answer.ok) throw new Error(`${answer.status}`);
    this.version = Number(answer.headers.get("X-Row-Version"));
    const stored = await answer.text();
    const kept = this.kept();
    const resume = kept && kept.version === this.version && kept.xml !== stored;
    await this.modeler.importXML(resume ? kept.xml : stored);
    if (kept && kept.version !== this.version && kept.xml !== stored) this.say("conflict");
    else if (resume) this.touch();
    else localStorage.removeItem(this.store);
    this.fit();
    this.modeler.on("selection.changed", () => this.tellSelection());
    this.modeler.on("commandStack.changed", () => {
      this.tellSelection();
      this.tellElements();
      this.touch();
    });
    this.tellElements();
    this.tellSelection();
    this.online = () => this.state === "offline" && this.save();
    addEventListener("online", this.online);
    addEventListener("beforeunload", (this.leave = (event) => this.state !== "saved" && event.preventDefault()));
    this.watch = new ResizeObserver(() => this.modeler.get("canvas").resized());
    this.watch.observe(this.host);
    this.host.dataset.drawn = "true";
  }

  close() {
    clearTimeout(this.timer);
    this.watch?.disconnect();
    removeEventListener("online", this.online);
    removeEventListener("beforeunload", this.leave);
    this.modeler.destroy();
  }

  words(text, values = {}) {
    const key = text.toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_|_$/g, "");
    return (this.options.words[key] ?? text).replace(/{([^}]+)}/g, (_, name) => values[name] ?? `{${name}}`);
  }

  // The circuit may be gone; drawing and saving go on without it.
  tell(what, ...values) {
    this.page.invokeMethodAsync(what, ...values).catch(() => {});
  }

  tellSelection() {
    this.tell("Selected");
  }

  tellElements() {
    this.tell("Listed");
  }

  // Fetched by the page as streams: a message of the circuit is short, a decision table need not be.
  selection() {
    return bytes(describe(this.modeler));
  }

  elements() {
    return bytes(entries(this.modeler));
  }

  say(state, at = null, by = null) {
    this.state = state;
    this.host.dataset.state = state;
    this.tell("Told", state, this.version, at, by);
  }

  kept() {
    try {
      return JSON.parse(localStorage.getItem(this.store));
    } catch {
      return null;
    }
  }

  async touch() {
    if (this.state === "conflict" || this.options.readOnly) return;
    const { xml } = await this.modeler.saveXML({ format: true });
    this.xml = xml;
    localStorage.setItem(this.store, JSON.stringify({ version: this.version, xml }));
    this.say("waiting");
    this.later(quiet);
  }

  later(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), delay);
  }

  async save() {
    if (this.busy || this.state === "conflict" || !this.xml) return;
    this.busy = true;
    const sending = this.xml;
    this.say("saving");
    try {
      const answer = await fetch(this.options.file, {
        method: "PUT", credentials: "same-origin", redirect: "manual", body: sending,
        headers: { "Content-Type": "application/xml", "X-Row-Version": `${this.version}` },
      });
      if (answer.ok) {
        const saved = await answer.json();
        this.version = saved.version;
        if (this.xml === sending) {
          localStorage.removeItem(this.store);
          this.say("saved", saved.savedAt);
        }
        this.mark(saved.problems);
      } else if (answer.status === 409) {
        this.say("conflict");
      } else if (answer.status >= 500 || answer.status === 429) {
        this.say("offline");
        this.later(retryAfter);
      } else {
        this.say(answer.type === "opaqueredirect" || answer.status === 401 ? "signedout" : "refused");
      }
    } catch {
      this.say("offline");
      this.later(retryAfter);
    } finally {
      this.busy = false;
      if (this.xml !== sending && this.state !== "conflict") this.later(quiet);
    }
  }

  mark(problems) {
    const canvas = this.modeler.get("canvas");
    const registry = this.modeler.get("elementRegistry");
    for (const id of this.marked ?? []) if (registry.get(id)) canvas.removeMarker(id, "os-mark-problem");
    this.marked = [...new Set(problems.map((problem) => problem.elementId))].filter((id) => registry.get(id) && registry.get(id) !== canvas.getRootElement());
    for (const id of this.marked) canvas.addMarker(id, "os-mark-problem");
    this.tell("Checked");
  }

  fit() {
    // Beside the palette, not under it.
    const canvas = this.modeler.get("canvas");
    const { inner, outer } = canvas.viewbox();
    if (!inner.width || !outer.width) return;
    const palette = this.options.readOnly ? 20 : 130;
    const scale = Math.min(1, (outer.width - palette - 40) / inner.width, (outer.height - 60) / inner.height);
    const width = outer.width / scale;
    const height = outer.height / scale;
    canvas.viewbox({ x: inner.x - palette / scale, y: inner.y - (height - inner.height) / 2, width, height });
  }

  select(id) {
    const root = this.modeler.get("canvas").getRootElement();
    const element = id ? this.modeler.get("elementRegistry").get(id) : root;
    if (!element) return;
    this.modeler.get("selection").select(element === root ? [] : element);
    if (element !== root && this.host.offsetParent) this.modeler.get("canvas").scrollToElement(element);
  }

  change(id, patch) {
    change(this.modeler, id, patch);
  }

  append(id, type) {
    const source = this.modeler.get("elementRegistry").get(id);
    const shape = this.modeler.get("elementFactory").createShape({ type });
    const added = this.modeler.get("autoPlace").append(source, shape);
    this.modeler.get("selection").select(added);
  }

  // A timer at the edge of the step that tells its heads, and leaves the step as it is.
  notice(id, hours) {
    const modeling = this.modeler.get("modeling");
    const host = this.modeler.get("elementRegistry").get(id);
    const timer = modeling.createShape(
      { type: "bpmn:BoundaryEvent", eventDefinitionType: "bpmn:TimerEventDefinition", cancelActivity: false },
      { x: host.x + host.width - 24, y: host.y + host.height }, host, { attach: true });
    this.change(timer.id, { name: this.options.late, timerKind: "timeDuration", timerValue: `PT${hours}H`, own: [{ name: "timer", attrs: { clock: "working" }, children: [] }] });
    const place = this.modeler.get("autoPlace");
    const factory = this.modeler.get("elementFactory");
    const service = place.append(timer, factory.createShape({ type: "bpmn:ServiceTask" }));
    this.change(service.id, { name: this.options.tellHead, own: [{ name: "service", attrs: { name: "notify-late" }, children: [] }] });
    place.append(service, factory.createShape({ type: "bpmn:EndEvent" }));
    this.modeler.get("selection").select(host);
  }

  connect(from, to) {
    const registry = this.modeler.get("elementRegistry");
    this.modeler.get("modeling").connect(registry.get(from), registry.get(to));
  }

  remove(id) {
    this.modeler.get("modeling").removeElements([this.modeler.get("elementRegistry").get(id)]);
  }

  undo() {
    this.modeler.get("commandStack").undo();
  }

  redo() {
    this.modeler.get("commandStack").redo();
  }

  zoom(step) {
    this.modeler.get("zoomScroll").stepZoom(step);
  }

  // What stands on this board, also after another person has saved a different one.
  async asOwnCopy() {
    const xml = this.kept()?.xml ?? (await this.modeler.saveXML({ format: true })).xml;
    const answer = await fetch(this.options.copies, { method: "POST", credentials: "same-origin", body: xml, headers: { "Content-Type": "application/xml", "X-Row-Version": "0" } });
    if (!answer.ok) return null;
    localStorage.removeItem(this.store);
    this.state = "saved";
    return (await answer.json()).id;
  }

  discardMine() {
    localStorage.removeItem(this.store);
    this.state = "saved";
    location.reload();
  }

  mine() {
    return this.kept()?.xml?.length ?? 0;
  }
}
