// Instances per second of npm bpmn-engine on the file given: read once, one engine an instance, every task signalled as soon as it waits.
import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Engine } from 'bpmn-engine';
import { BpmnModdle } from 'bpmn-moddle';

const [file, seconds] = process.argv.slice(2);
const source = await readFile(file, 'utf8');
const moddleContext = await new BpmnModdle().fromXML(source);

async function run() {
  const engine = new Engine({ moddleContext });
  let tasks = 0;
  const listener = new EventEmitter();
  listener.on('activity.wait', (api) => {
    tasks++;
    api.signal();
  });
  const ended = new Promise((resolve, reject) => {
    engine.once('end', resolve);
    engine.once('error', reject);
  });
  await engine.execute({ listener, variables: { big: true } });
  await ended;
  return tasks;
}

if (await run() !== 3) throw new Error('Not every task has been done.');
const warm = performance.now();
while (performance.now() - warm < 1000) await run();
const begun = performance.now();
let done = 0;
while (performance.now() - begun < seconds * 1000) {
  await run();
  done++;
}
console.log(done / ((performance.now() - begun) / 1000));
