// Our extension namespace (docs/bpmn-extensions.md) for bpmn-moddle, so that it is read and written as named elements.
const attribute = (name) => ({ name, isAttr: true, type: "String" });
const many = (name, type) => ({ name, type, isMany: true });
const element = (name, attributes, ...others) => ({ name, superClass: ["Element"], properties: [...attributes.map(attribute), ...others] });
const body = { name: "body", isBody: true, type: "String" };

export const oneStop = {
  name: "OneStop",
  uri: "https://onestop.gov.vn/bpmn/1.0",
  prefix: "os",
  xml: { tagAlias: "lowerCase" },
  types: [
    element("Process", ["key", "procedure", "level"]),
    element("Step", ["level", "role", "field", "unit", "nameEn", "hours", "hoursInPerson", "hoursOnline", "share", "status", "deed", "form", "print", "assign", "sameAs"]),
    element("Action", ["kind", "label", "labelEn", "key", "reason"]),
    element("Service", ["name"]),
    element("Timer", ["clock"]),
    element("End", ["outcome"]),
    element("Decision", ["hitPolicy"], many("inputs", "Input"), many("outputs", "Output"), many("rules", "Rule")),
    element("Input", ["expression", "label"]),
    element("Output", ["name", "label"]),
    element("Rule", [], many("whens", "When"), many("thens", "Then")),
    element("When", [], body),
    element("Then", [], body),
    element("Form", [], many("fields", "Field")),
    element("Field", ["key", "kind", "label", "labelEn", "hint", "hintEn", "required", "maxLength"], many("options", "Option")),
    element("Option", ["value", "label", "labelEn"]),
    element("Consultation", ["level", "field", "days", "silence", "silenceBasis", "applicant", "papers"], many("questions", "Question"), many("bodies", "Body"), many("papersNamed", "Paper")),
    element("Body", ["part", "level", "field", "role", "days"], many("questions", "Question")),
    element("Question", [], body),
    element("Paper", [], body),
  ],
};

const known = new Set(oneStop.types.map((type) => type.name));
const capital = (name) => name[0].toUpperCase() + name.slice(1);
const small = (name) => name[0].toLowerCase() + name.slice(1);
const isOwn = (value) => value.$type?.startsWith("os:");

// The elements of our namespace below an element, as plain objects.
export const readOwn = (business) => (business.extensionElements?.values ?? []).filter(isOwn).map(plain);

function plain(value) {
  const node = { name: small(value.$type.slice(3)), attrs: {}, text: null, children: [] };
  if (!value.$descriptor?.properties || value.$descriptor.isGeneric) {
    for (const [key, content] of Object.entries(value)) if (!key.startsWith("$") && typeof content === "string") node.attrs[key] = content;
    node.text = value.$body ?? null;
    node.children = (value.$children ?? []).map(plain);
    return node;
  }

  for (const property of value.$descriptor.properties) {
    const content = value.get(property.name);
    if (property.isAttr && content !== undefined && content !== null) node.attrs[property.ns.localName] = `${content}`;
    else if (property.isBody) node.text = content ?? "";
    else if (property.isMany) node.children.push(...(content ?? []).map(plain));
  }

  for (const [key, content] of Object.entries(value.$attrs ?? {})) if (!key.startsWith("xmlns")) node.attrs[key] = content;
  return node;
}

// New extension elements: those of others as they were, ours as given. Nothing left: none at all.
export function writeOwn(business, nodes, moddle) {
  const foreign = (business.extensionElements?.values ?? []).filter((value) => !isOwn(value));
  const values = [...foreign, ...nodes.map((node) => build(node, moddle))];
  if (values.length === 0) return undefined;
  const extension = moddle.create("bpmn:ExtensionElements", { values });
  extension.$parent = business;
  for (const value of values) value.$parent = extension;
  return extension;
}

function build(node, moddle) {
  const type = capital(node.name);
  if (!known.has(type)) return moddle.createAny(`os:${node.name}`, oneStop.uri, { ...node.attrs, ...(node.text ? { $body: node.text } : {}), $children: node.children.map((child) => build(child, moddle)) });
  const value = moddle.create(`os:${type}`);
  for (const [name, content] of Object.entries(node.attrs)) if (content !== null && content !== "") value.set(name, content);
  for (const property of value.$descriptor.properties) {
    if (property.isBody) value.set(property.name, node.text ?? "");
    if (!property.isMany) continue;
    const children = node.children.filter((child) => `os:${capital(child.name)}` === property.type).map((child) => build(child, moddle));
    for (const child of children) child.$parent = value;
    value.set(property.name, children);
  }

  return value;
}
