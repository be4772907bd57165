// The live demo for portal owners: the calculator from a second origin where there is one, and what the two tell
// each other.
(() => {
  const demo = document.getElementById("demo");
  const log = document.getElementById("log");
  const home = new URL("embed.html", location.href);
  // The two names of this machine are two origins.
  const others = { "127.0.0.1": "localhost", localhost: "127.0.0.1" };
  if (others[home.hostname]) home.hostname = others[home.hostname];
  const address = document.getElementById("address");
  address.value = home.href;
  let calculator;

  const say = (text) => {
    const line = Object.assign(document.createElement("li"), { textContent: text });
    log.prepend(line);
    while (log.children.length > 30) log.lastChild.remove();
  };
  // A message in one short line: long texts by their length.
  const short = (message) => Object.entries(message)
    .filter(([name]) => !["fitproof", "version"].includes(name))
    .map(([name, value]) => `${name}: ${String(value).length > 60 ? `${String(value).length} characters` : value}`).join(", ");

  function show() {
    calculator?.remove();
    calculator = document.createElement("fitproof-calculator");
    calculator.setAttribute("src", address.value);
    for (const name of ["theme", "view", "locale"]) calculator.setAttribute(name, document.getElementById(name).value);
    calculator.setAttribute("prefill", JSON.stringify({ "account.name": "Quillmoor Software", "account.employees": "480" }));
    for (const type of ["ready", "change", "result", "save", "export", "height", "error"]) {
      calculator.addEventListener(`fitproof-${type}`, ({ detail }) => say(short(detail)));
    }
    demo.append(calculator);
  }

  const act = (id, done) => document.getElementById(id).addEventListener("click", () => done().catch((problem) => say(problem.message)));
  for (const name of ["theme", "view", "locale"]) {
    document.getElementById(name).addEventListener("change", ({ target }) => calculator.setAttribute(name, target.value));
  }
  document.getElementById("show").addEventListener("click", show);
  act("save", () => calculator.save());
  act("export", () => calculator.export("html", "customer"));
  show();
})();
