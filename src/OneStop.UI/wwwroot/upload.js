// Sends each chosen file on its own, shows how far it is, and lets it be tried again or taken away alone.
const icons = {
  file: "M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8l6 6v12a2 2 0 0 1-2 2z M14 2v6h6",
};

export function start(field) {
  const words = field.dataset;
  const list = field.querySelector("[data-upload-list]");
  const status = field.querySelector("[data-upload-status]");
  const input = field.querySelector(".os-upload__input");
  const drop = field.querySelector(".os-upload__drop");
  const waiting = [];
  let sending = false;

  const say = (text) => { status.textContent = text; };

  const add = (files) => {
    for (const file of files) {
      const row = rowOf(file);
      list.append(row.element);
      const problem = file.size === 0 ? words.textEmpty : file.size > Number(words.maxBytes) ? words.textTooLarge : null;
      if (problem) row.fail(problem, false);
      else enqueue(file, row);
    }
  };

  const enqueue = (file, row) => {
    row.wait();
    waiting.push({ file, row });
    next();
  };

  const next = () => {
    if (sending || waiting.length === 0) return;
    sending = true;
    const { file, row } = waiting.shift();
    send(file, row).finally(() => {
      sending = false;
      next();
    });
  };

  const send = (file, row) => new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open(words.method, words.upload);
    request.responseType = "json";
    request.setRequestHeader("Accept", "application/json");
    const token = tokenOf(field);
    if (token) request.setRequestHeader(words.tokenHeader, token);
    request.upload.onprogress = (event) => row.progress(event.lengthComputable ? Math.floor((event.loaded / event.total) * 100) : 0);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300 && request.response) {
        row.store(request.response);
        say(`${file.name}: ${words.textStored}`);
      } else {
        const problem = request.status === 401 ? words.textExpired : request.response?.detail || request.response?.title || words.textFailed;
        // What the server refused will be refused again; what it could not take may pass the next time.
        const mayPass = request.status >= 500 || request.status === 429 || request.status === 401;
        row.fail(problem, mayPass, () => enqueue(file, row));
        say(`${file.name}: ${problem}`);
      }
    };
    request.onerror = request.ontimeout = () => {
      row.fail(words.textFailed, true, () => enqueue(file, row));
      say(`${file.name}: ${words.textFailed}`);
    };
    request.onabort = () => row.element.remove();
    request.onloadend = () => done();
    row.progress(0, () => request.abort());
    if (words.method === "PUT") {
      request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
      if (file.type) request.setRequestHeader("Content-Type", file.type);
      request.send(file);
    } else {
      const data = new FormData();
      data.append("file", file, file.name);
      request.send(data);
    }
  });

  const rowOf = (file) => {
    const element = make("li", "os-file");
    const picture = file.type.startsWith("image/") && !/hei[cf]/.test(file.type) ? image(URL.createObjectURL(file)) : icon(icons.file);
    const text = make("div", "os-file__words");
    const name = make("span", "os-file__name", file.name);
    const state = make("span", "os-file__state");
    const buttons = make("div", "os-file__buttons");
    const size = sizeOf(file.size);
    text.append(name, state);
    element.append(picture, text, buttons);
    const show = (...items) => buttons.replaceChildren(...items);
    const clear = () => { element.classList.remove("os-file--failed"); text.querySelector("progress")?.remove(); };

    return {
      element,
      wait() {
        clear();
        state.textContent = `${size} · ${words.textWaiting}`;
        show();
      },
      progress(percent, cancel) {
        let bar = text.querySelector("progress");
        if (!bar) {
          bar = document.createElement("progress");
          bar.max = 100;
          bar.setAttribute("aria-label", file.name);
          text.append(bar);
        }
        bar.value = percent;
        state.textContent = `${size} · ${words.textSending.replace("{0}", percent)}`;
        if (cancel) show(button(words.textCancel, file.name, cancel));
      },
      store(stored) {
        clear();
        state.textContent = [sizeOf(stored.size ?? file.size), words.textStored, stored.note].filter(Boolean).join(" · ");
        if (stored.url) name.replaceWith(Object.assign(make("a", "os-file__name", stored.name ?? file.name), { href: stored.url }));
        if (stored.thumbnailUrl) picture.src = stored.thumbnailUrl;
        show(...(stored.removeUrl ? [button(words.textRemove, file.name, () => remove(element, stored.removeUrl, file.name))] : []));
      },
      fail(problem, canRetry, retry) {
        clear();
        element.classList.add("os-file--failed");
        state.textContent = `${size} · ${problem}`;
        show(...(canRetry ? [button(words.textRetry, file.name, retry)] : []), button(words.textRemove, file.name, () => element.remove()));
      },
    };
  };

  const remove = async (row, url, name) => {
    const answer = await fetch(url, { method: "POST", headers: { [words.tokenHeader]: tokenOf(field) ?? "", Accept: "application/json" }, credentials: "same-origin" }).catch(() => null);
    if (answer?.ok) {
      row.remove();
      say(words.textRemoved.replace("{0}", name));
      input.focus();
    } else {
      say(words.textFailed);
    }
  };

  field.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-upload-remove]");
    if (!pressed) return;
    event.preventDefault();
    const row = pressed.closest("li");
    remove(row, pressed.dataset.uploadRemove, row.querySelector(".os-file__name").textContent);
  });
  field.addEventListener("change", (event) => {
    if (event.target.type !== "file") return;
    add(event.target.files);
    event.target.value = "";
  });
  drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.dataset.over = "true"; });
  drop.addEventListener("dragleave", () => { delete drop.dataset.over; });
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    delete drop.dataset.over;
    add(event.dataTransfer.files);
  });
}

function tokenOf(field) {
  return field.dataset.token || field.closest("form")?.querySelector("[name='__RequestVerificationToken']")?.value;
}

function make(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  if (text) element.textContent = text;
  return element;
}

function button(text, about, press) {
  const element = make("button", "os-button os-button--quiet", text);
  element.type = "button";
  element.setAttribute("aria-label", `${text} ${about}`);
  element.addEventListener("click", press);
  return element;
}

function image(src) {
  const element = make("img", "os-file__picture");
  element.alt = "";
  element.src = src;
  return element;
}

function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "os-icon");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}

function sizeOf(bytes) {
  const number = new Intl.NumberFormat(document.documentElement.lang || "vi", { maximumFractionDigits: 1 });
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${number.format(Math.round(bytes / 1024))} KB`;
  return bytes < 1024 ** 3 ? `${number.format(bytes / 1024 ** 2)} MB` : `${number.format(bytes / 1024 ** 3)} GB`;
}
