// What has the focus, through frames of the same origin: its tag, its name, and whether a person sees that.
let element = document.activeElement;
while (element.contentDocument) element = element.contentDocument.activeElement;
const page = element.ownerDocument;
const words = (ids) => ids.split(/\s+/).map((id) => page.getElementById(id)?.textContent ?? '').join(' ');
const labels = [...(element.labels ?? [])].map((label) => label.textContent).join(' ');
const name =
  (element.hasAttribute('aria-labelledby') && words(element.getAttribute('aria-labelledby'))) ||
  element.getAttribute('aria-label') ||
  labels ||
  (element === page.body ? '' : element.textContent) ||
  (['submit', 'button', 'reset'].includes(element.type) && element.value) ||
  element.title ||
  '';
const view = page.defaultView;
const style = view.getComputedStyle(element);
const box = element.getBoundingClientRect();
const marked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
const inside = box.bottom > 0 && box.right > 0 && box.top < view.innerHeight && box.left < view.innerWidth;
return {
  tag: element.localName,
  name: name.replace(/\s+/g, ' ').trim(),
  seen: marked && inside && box.width > 0 && box.height > 0,
};
