// Runs axe-core with the rules of these tags; gives what is wrong and where.
const [tags, done] = arguments;
axe
  .run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], preload: false })
  .then(
    ({ violations }) =>
      done({
        violations: violations.map(({ id, impact, help, nodes }) => ({
          id,
          impact,
          help,
          places: nodes.map(({ target, failureSummary }) => ({ target: target.flat().join(' '), why: failureSummary })),
        })),
      }),
    (problem) => done({ failed: String(problem) }),
  );
