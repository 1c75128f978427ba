// What every page must have; gives a sentence for each thing that is wrong.
const [training] = arguments;
const page = document.documentElement;
const wrong = [];
if (!document.title.trim()) wrong.push('it has no title');
else if (!document.title.includes(training)) wrong.push(`its title does not say ${training}: ${document.title}`);
if (!document.body.innerText.includes(training)) wrong.push(`it does not say ${training}`);
// Pages of a room; those of what went wrong stand outside of any.
const isInRoom = /^\/desk\/\d/.test(location.pathname) && !document.body.matches('.narrow');
if (isInRoom && !document.querySelector('.clock time')?.innerText.trim()) wrong.push('it does not say the simulated date');
// One pixel may come of rounding.
if (page.scrollWidth > page.clientWidth + 1)
  wrong.push(`it is wider than the window: ${page.scrollWidth} px of ${page.clientWidth}`);
for (const { name } of performance.getEntriesByType('resource')) {
  const { origin, protocol } = new URL(name);
  if (protocol !== 'data:' && origin !== location.origin) wrong.push(`it asks another place: ${name}`);
}
return wrong;
