// What the panel beside the board reads of an element, and how it writes it back; each change can be undone.
import { readOwn, writeOwn } from "./onestop-moddle.js";

const timers = ["timeDuration", "timeDate", "timeCycle"];
const hidden = new Set(["label"]);

const of = (element) => element.labelTarget ?? element;
const definition = (business, type) => business.eventDefinitions?.find((event) => event.$type === `bpmn:${type}EventDefinition`);
const title = (business) => business.name ?? business.text ?? "";

export function entries(modeler) {
  const found = [];
  modeler.get("elementRegistry").forEach((element) => {
    if (hidden.has(element.type) || element.labelTarget || element === modeler.get("canvas").getRootElement()) return;
    const { businessObject: business } = element;
    found.push({ id: element.id, type: business.$type, name: title(business), isFlow: Boolean(element.waypoints), x: Math.round(element.x ?? element.waypoints[0].x), from: business.sourceRef?.id ?? null, to: business.targetRef?.id ?? null });
  });
  return found;
}

export function describe(modeler) {
  const selected = modeler.get("selection").get();
  const root = modeler.get("canvas").getRootElement();
  if (selected.length > 1) return null;
  const element = selected.length === 1 ? of(selected[0]) : root;
  const business = element.businessObject;
  // The board of a collaboration has no process of its own: the panel of a pool shows the process in it.
  const carrier = business.$type === "bpmn:Participant" ? (business.processRef ?? business) : business;
  const timer = definition(business, "Timer");
  const kind = timer && timers.find((name) => timer[name]);
  const message = definition(business, "Message")?.messageRef ?? business.messageRef;
  return {
    id: element.id, type: business.$type, name: title(business), isRoot: element === root,
    documentation: carrier.documentation?.[0]?.text ?? "", own: readOwn(carrier),
    condition: business.conditionExpression?.body ?? null,
    takesCondition: business.$type === "bpmn:SequenceFlow" && !/Parallel|EventBased/.test(business.sourceRef?.$type ?? ""),
    takesDefault: business.$type === "bpmn:SequenceFlow" && business.sourceRef?.outgoing?.length > 1 && !/Parallel|EventBased/.test(business.sourceRef.$type),
    isDefault: business.$type === "bpmn:SequenceFlow" && business.sourceRef?.default === business,
    timerKind: timer ? (kind ?? timers[0]) : null, timerValue: kind ? timer[kind].body : "",
    takesMessage: Boolean(definition(business, "Message")) || /ReceiveTask|SendTask/.test(business.$type), message: message?.name ?? "",
    takesNext: element !== root && !element.waypoints && !/EndEvent|Participant|Lane|TextAnnotation|Data|Group/.test(business.$type),
  };
}

export function change(modeler, id, patch) {
  const element = modeler.get("elementRegistry").get(id);
  if (!element) return;
  const modeling = modeler.get("modeling");
  const moddle = modeler.get("moddle");
  const business = element.businessObject;
  const carrier = business.$type === "bpmn:Participant" ? (business.processRef ?? business) : business;
  if (patch.name !== undefined && patch.name !== null) {
    if (element.type === "bpmn:Process") modeling.updateProperties(element, { name: patch.name });
    else modeling.updateLabel(element, patch.name);
  }
  if (patch.own) modeling.updateModdleProperties(element, carrier, { extensionElements: writeOwn(carrier, patch.own, moddle) });
  if (patch.documentation !== undefined && patch.documentation !== null) {
    const documentation = patch.documentation ? [moddle.create("bpmn:Documentation", { text: patch.documentation })] : [];
    modeling.updateModdleProperties(element, carrier, { documentation });
  }
  if (patch.condition !== undefined && patch.condition !== null) {
    modeling.updateProperties(element, { conditionExpression: patch.condition ? moddle.create("bpmn:FormalExpression", { body: patch.condition }) : undefined });
  }
  if (patch.isDefault !== undefined && patch.isDefault !== null) {
    modeling.updateProperties(element.source, { default: patch.isDefault ? business : undefined });
  }
  if (patch.timerKind) {
    const timer = definition(business, "Timer");
    const values = Object.fromEntries(timers.map((name) => [name, name === patch.timerKind && patch.timerValue ? moddle.create("bpmn:FormalExpression", { body: patch.timerValue }) : undefined]));
    modeling.updateModdleProperties(element, timer, values);
  }
  if (patch.message !== undefined && patch.message !== null) modeling.updateModdleProperties(element, definition(business, "Message") ?? business, { messageRef: named(modeler, patch.message) });
}

// Messages stand at the top of the file and are shared by name.
function named(modeler, name) {
  if (!name) return undefined;
  const definitions = modeler.getDefinitions();
  const known = definitions.rootElements.find((root) => root.$type === "bpmn:Message" && root.name === name);
  if (known) return known;
  const message = modeler.get("bpmnFactory").create("bpmn:Message", { name });
  message.$parent = definitions;
  definitions.rootElements.push(message);
  return message;
}
