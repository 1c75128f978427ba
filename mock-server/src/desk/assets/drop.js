"use strict";
// Forms that take files: files can be dropped and taken out again, are bounded before anything is
// uploaded, and are checked as they come. Without this script the same forms work with buttons.
(() => {
  const size = (bytes) => {
    const units = ["B", "KB", "MB", "GB"];
    let unit = 0;
    for (; bytes >= 1024 && unit < units.length - 1; unit += 1) bytes /= 1024;
    return `${unit ? bytes.toFixed(1) : bytes} ${units[unit]}`;
  };
  const filled = (text, words) => text.replace(/\{(\w+)\}/g, (all, word) => words[word] ?? all);
  // A name on a line of its own words: what would turn the line is left out.
  const plain = (name) => name.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").slice(0, 120);
  const carriesFiles = (event) => Array.from(event.dataTransfer?.types ?? []).includes("Files");

  // A file that misses its zone does not open in place of the page.
  for (const kind of ["dragover", "drop"]) {
    window.addEventListener(kind, (event) => {
      if (carriesFiles(event) && !event.defaultPrevented) event.preventDefault();
    });
  }

  for (const form of document.querySelectorAll("form.drop")) {
    const words = form.dataset;
    const inputs = Array.from(form.querySelectorAll("input[type=file]"));
    const kept = new Map(inputs.map((input) => [input, []]));
    const status = form.querySelector("[data-say]");
    const shown = form.querySelector("[data-checked]");
    let waiting, asking;

    // What stands on the page already is only said aloud.
    const say = (text, aloud = "") => {
      const quiet = document.createElement("span");
      quiet.className = "unseen";
      quiet.textContent = aloud;
      status.replaceChildren(text, ...(aloud ? [" ", quiet] : []));
    };
    const all = () => inputs.flatMap((input) => kept.get(input));

    const put = (input, files) => {
      const transfer = new DataTransfer();
      for (const file of files) transfer.items.add(file);
      kept.set(input, files);
      input.files = transfer.files;
    };

    // Adds what may be added, and says what was not.
    const add = (input, files) => {
      const told = [];
      const before = kept.get(input);
      const isThere = (file) => before.some((other) => other.name === file.name && other.size === file.size && other.lastModified === file.lastModified);
      let count = all().length;
      let bytes = all().reduce((sum, file) => sum + file.size, 0);
      const taken = [];
      for (const file of files) {
        if (isThere(file)) continue;
        if (count >= Number(words.files)) {
          told.push(filled(words.sayMany, { most: words.files }));
          break;
        }
        if (file.size > Number(words.fileBytes)) {
          if (told.length < 5) told.push(filled(words.sayLarge, { name: plain(file.name), most: size(Number(words.fileBytes)) }));
          continue;
        }
        if (bytes + file.size > Number(words.totalBytes)) {
          told.push(filled(words.sayTotal, { name: plain(file.name), most: size(Number(words.totalBytes)) }));
          break;
        }
        count += 1;
        bytes += file.size;
        taken.push(file);
      }
      put(input, [...before, ...taken]);
      check(told);
    };

    // Asks the server what is found in the files; only the last question counts.
    const check = (told = []) => {
      clearTimeout(waiting);
      asking?.abort();
      say(told.join(" "));
      if (!all().length) {
        shown.replaceChildren();
        return;
      }
      waiting = setTimeout(async () => {
        const mine = new AbortController();
        asking = mine;
        say([...told, words.sayChecking].join(" "));
        try {
          const answer = await fetch(words.check, { method: "POST", body: new FormData(form), signal: mine.signal });
          const text = await answer.text();
          if (mine !== asking) return;
          // Names and values come escaped from the server, as on every page.
          shown.innerHTML = text.includes("<html") ? "" : text;
          const verdicts = Array.from(shown.querySelectorAll("[data-verdict]"), (one) => one.textContent.trim());
          if (text.includes("<html")) say([...told, words.sayFailed].join(" "));
          else say(told.join(" "), verdicts.slice(0, 3).join(" "));
        } catch {
          if (mine === asking) say([...told, words.sayFailed].join(" "));
        }
      }, 250);
    };

    for (const input of inputs) {
      const zone = input.closest(".zone");
      input.addEventListener("change", () => add(input, Array.from(input.files)));
      zone.addEventListener("dragover", (event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        zone.classList.add("over");
      });
      zone.addEventListener("dragleave", () => zone.classList.remove("over"));
      zone.addEventListener("drop", (event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        zone.classList.remove("over");
        const items = Array.from(event.dataTransfer.items).filter((item) => item.kind === "file");
        const folder = items.find((item) => item.webkitGetAsEntry?.()?.isDirectory);
        if (folder) {
          say(filled(words.sayFolder, { name: plain(folder.webkitGetAsEntry().name) }));
          return;
        }
        add(input, Array.from(event.dataTransfer.files));
      });
    }

    form.addEventListener("click", (event) => {
      const button = event.target.closest("[data-remove]");
      if (!button) return;
      const input = inputs.find((one) => one.name === button.dataset.remove);
      const files = kept.get(input);
      const place = files.findIndex((file) => file.name === button.dataset.name);
      if (place < 0) return;
      put(input, files.filter((_, n) => n !== place));
      // The button goes with its file; whoever used it goes on at the zone.
      input.focus();
      check();
    });

    form.addEventListener("submit", (event) => {
      if (event.submitter?.value === "check" && all().length) {
        event.preventDefault();
        check();
      }
    });
  }

  // A second press while the first is on its way does nothing. The server would know it anyway.
  for (const form of document.querySelectorAll("form.drop, form.once")) {
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      if (form.dataset.busy) {
        event.preventDefault();
        return;
      }
      form.dataset.busy = "1";
      const status = form.querySelector("[data-say]");
      if (status && event.submitter?.value === "send") status.textContent = form.dataset.saySending;
    });
  }
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("[data-busy]")) delete form.dataset.busy;
  });
})();
