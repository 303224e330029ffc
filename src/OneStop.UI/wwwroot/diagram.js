// Shows a process: data-diagram is the address of its file, data-marks what to say about its elements as JSON:
// { "element id": { "tone": "done|here|late|...", "text": "shown at the element" } }. Everything shown stands in words beside it too.
import { loadViewer } from "./diagram-library.js";

const linked = new Map();

export async function start(host) {
  try {
    const Viewer = await loadViewer();
    const answer = await fetch(host.dataset.diagram, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const canvas = document.createElement("div");
    canvas.className = "os-diagram__canvas";
    host.replaceChildren(canvas);
    const viewer = new Viewer({ container: canvas });
    await viewer.importXML(await answer.text());
    fit(viewer);
    mark(viewer, host);
    new MutationObserver(() => mark(viewer, host)).observe(host, { attributes: true, attributeFilter: ["data-marks"] });
    new ResizeObserver(() => viewer.get("canvas").resized()).observe(host);
    if (host.dataset.diagramLink) link(viewer, host.dataset.diagramLink);
    host.dataset.drawn = "true";
  } catch (error) {
    console.warn(error);
    host.hidden = true;
  }
}

function fit(viewer) {
  const canvas = viewer.get("canvas");
  canvas.zoom("fit-viewport", "auto");
  if (canvas.zoom() > 1) canvas.zoom(1, "auto");
}

function mark(viewer, host) {
  const canvas = viewer.get("canvas");
  const overlays = viewer.get("overlays");
  const registry = viewer.get("elementRegistry");
  for (const [id, classes] of Object.entries(viewer.marked ?? {})) canvas.removeMarker(id, classes);
  overlays.remove({ type: "mark" });
  viewer.marked = {};
  for (const [id, { tone, text }] of Object.entries(JSON.parse(host.dataset.marks || "{}"))) {
    const element = registry.get(id);
    if (!element) continue;
    canvas.addMarker(id, `os-mark-${tone}`);
    viewer.marked[id] = `os-mark-${tone}`;
    if (!text || element.waypoints) continue;
    const words = document.createElement("div");
    words.className = `os-diagram__words os-diagram__words--${tone}`;
    words.textContent = text;
    overlays.add(id, "mark", { position: { bottom: -4, left: 0 }, html: words });
  }
}

// Two diagrams of one name are moved together.
function link(viewer, name) {
  const others = linked.get(name) ?? [];
  linked.set(name, [...others, viewer]);
  let moving = false;
  viewer.on("canvas.viewbox.changed", ({ viewbox }) => {
    if (viewer.led || moving) return;
    moving = true;
    for (const other of linked.get(name)) {
      if (other === viewer) continue;
      other.led = true;
      other.get("canvas").viewbox({ x: viewbox.x, y: viewbox.y, width: viewbox.width, height: viewbox.height });
      other.led = false;
    }
    moving = false;
  });
}
