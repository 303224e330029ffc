// Fetches bpmn-js. Both of its builds answer to one global name, so each is taken from there as soon as it has come.
let viewer;
let modeler;

const take = (file) => import(`./bpmn-js/${file}`).then(() => globalThis.BpmnJS);

export const loadViewer = () => (viewer ??= take("bpmn-navigated-viewer.production.min.js"));
export const loadModeler = () => (modeler ??= take("bpmn-modeler.production.min.js"));
