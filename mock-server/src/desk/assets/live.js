"use strict";
// Parts of a page that follow what happens: <div data-live="/address" data-every="2000">. The
// server gives the fragment; nothing is replaced while somebody is inside it.
for (const part of document.querySelectorAll("[data-live]")) {
  const look = async () => {
    if (document.hidden || part.contains(document.activeElement)) return;
    try {
      const answer = await fetch(part.dataset.live, { headers: { "renkei-fragment": "1" } });
      if (!answer.ok) return;
      const text = await answer.text();
      if (text !== part.dataset.last) {
        part.dataset.last = text;
        part.innerHTML = text;
      }
    } catch {
      // The desk may be away for a moment; the next look finds it.
    }
  };
  setInterval(look, Number(part.dataset.every) || 2000);
}
