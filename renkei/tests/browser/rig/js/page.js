// What every page must have; gives a sentence for each thing that is wrong.
const [training] = arguments;
const page = document.documentElement;
const wrong = [];
if (!document.title.trim()) wrong.push('it has no title');
if (!document.body.innerText.includes(training)) wrong.push(`it does not say ${training}`);
// One pixel may come of rounding.
if (page.scrollWidth > page.clientWidth + 1)
  wrong.push(`it is wider than the window: ${page.scrollWidth} px of ${page.clientWidth}`);
for (const { name } of performance.getEntriesByType('resource')) {
  const { origin, protocol } = new URL(name);
  if (protocol !== 'data:' && origin !== location.origin) wrong.push(`it asks another place: ${name}`);
}
return wrong;
