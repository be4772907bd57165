// For portals: <fitproof-calculator> shows Fitproof in a frame of its own and talks with it. Depends on nothing.
(() => {
  const HOME = new URL("embed.html", document.currentScript.src);
  const OPTIONS = ["locale", "theme", "view"];

  class FitproofCalculator extends HTMLElement {
    static observedAttributes = [...OPTIONS, "prefill"];
    #frame;
    #asked = new Map();
    #count = 0;
    #heard = (event) => this.#hear(event);

    connectedCallback() {
      const home = new URL(this.getAttribute("src") ?? HOME, document.baseURI);
      const said = ["key", ...OPTIONS].filter((name) => this.hasAttribute(name));
      home.hash = said.map((name) => `${name}=${encodeURIComponent(this.getAttribute(name))}`).join("&");
      this.#frame = Object.assign(document.createElement("iframe"), { title: this.title || "Fitproof", src: home });
      this.#frame.allow = "clipboard-write; web-share";
      this.#frame.style.cssText = "display:block;inline-size:100%;block-size:640px;border:0;color-scheme:normal";
      addEventListener("message", this.#heard);
      this.append(this.#frame);
    }

    disconnectedCallback() {
      removeEventListener("message", this.#heard);
      this.#frame.remove();
    }

    attributeChangedCallback() {
      if (this.#frame?.isConnected) this.#begin().catch(() => {});
    }

    // Each resolves with the answer, or fails with its sentence.
    configure(playbook) { return this.#ask("configure", { playbook }); }
    load(text) { return this.#ask("load", { case: text }); }
    save() { return this.#ask("save"); }
    export(format = "html", audience = "customer") { return this.#ask("export", { format, audience }); }

    // What is no JSON must not keep the rest from being said.
    #prefill() {
      try {
        const said = Object.entries(JSON.parse(this.getAttribute("prefill")) ?? {});
        return said.length ? { prefill: Object.fromEntries(said.map(([name, text]) => [name, String(text)])) } : {};
      } catch (problem) {
        console.error("prefill:", problem);
      }
    }

    #begin() {
      const set = OPTIONS.filter((name) => this.getAttribute(name)).map((name) => [name, this.getAttribute(name)]);
      return this.#ask("init", { ...Object.fromEntries(set), ...this.#prefill() });
    }

    #ask(type, body) {
      const id = `h${(this.#count += 1)}`;
      const text = JSON.stringify({ fitproof: "message", version: 1, id, type, ...body });
      this.#frame.contentWindow.postMessage(text, new URL(this.#frame.src).origin);
      return new Promise((resolve, reject) => this.#asked.set(id, { resolve, reject }));
    }

    #hear({ source, origin, data }) {
      if (source !== this.#frame.contentWindow || origin !== new URL(this.#frame.src).origin || typeof data !== "string") return;
      let message;
      try {
        message = JSON.parse(data);
      } catch {
        return;
      }
      if (message?.fitproof !== "message" || message.version !== 1) return;
      if (message.type === "ready" && message.id === "0") this.#begin().catch(() => {});
      if (message.type === "height") this.#frame.style.blockSize = `${Math.max(200, message.height)}px`;
      const asked = this.#asked.get(message.reply);
      this.#asked.delete(message.reply);
      if (message.type === "error") asked?.reject(new Error(message.message));
      else asked?.resolve(message);
      this.dispatchEvent(new CustomEvent(`fitproof-${message.type}`, { detail: message, bubbles: true }));
    }
  }

  customElements.get("fitproof-calculator") ?? customElements.define("fitproof-calculator", FitproofCalculator);
})();
