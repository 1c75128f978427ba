// News for screen readers: a part that follows what happens says its latest event in an element of
// its own, once and only when it is new. What is drawn again and again would be read again and again.
for (const part of document.querySelectorAll("[data-tells]")) {
  const place = document.getElementById(part.dataset.tells);
  let last = part.querySelector("[data-news]")?.textContent;
  new MutationObserver(() => {
    const news = part.querySelector("[data-news]")?.textContent;
    if (news && news !== last) place.textContent = news;
    last = news;
  }).observe(part, { childList: true });
}
