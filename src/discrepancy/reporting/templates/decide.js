"use strict";
// Confirm, dismiss and note on the page. Behind `discrepancy serve` the server keeps what is decided
// beside the story; else this browser does, and saves it as the file that `review` keeps.
(() => {
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const cards = all(".dx-finding[data-finding]");
  const store = `discrepancy-decisions:${document.body.dataset.story}`;
  const served = document.body.dataset.served !== undefined;
  const save = document.getElementById("save-decisions");
  const plain = (element) => element.textContent.replace(/\s+/g, " ").trim();

  const kept = () => {
    if (served) return {};  // until the server has told
    try {
      const found = JSON.parse(localStorage.getItem(store) || "{}");
      return found && typeof found === "object" && !Array.isArray(found) ? found : {};
    } catch { return {}; }
  };
  let decisions = kept();
  const keep = (id) => {
    if (served) { tell(id); return; }
    try { localStorage.setItem(store, JSON.stringify(decisions)); } catch { /* no store */ }
  };
  const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);

  const decide = (card, verdict, note) => {
    const id = card.dataset.finding;
    if (!verdict && !note) delete decisions[id];
    else {
      decisions[id] = {
        verdict: verdict || "noted",
        measurand: plain(card.querySelector(".dx-title")),
        because: plain(card.querySelector(".dx-because")),
        note,
        decided: today(),
      };
    }
    keep(id);
    show(card);
  };
  const show = (card) => {
    const one = decisions[card.dataset.finding];
    const verdict = one && one.verdict !== "noted" ? one.verdict : "";
    for (const button of all("[data-verdict]", card)) button.setAttribute("aria-pressed", String(button.dataset.verdict === verdict));
    const badge = card.querySelector(".dx-decided");
    badge.textContent = verdict || (one ? "noted" : "");
    badge.hidden = !one;
    card.classList.toggle("dismissed", verdict === "dismissed");
    const note = card.querySelector(".dx-decide input");
    if (document.activeElement !== note) note.value = one ? one.note || "" : "";
    const count = Object.keys(decisions).length;
    save.hidden = count === 0 || served;
    save.textContent = `Save ${count} decision${count === 1 ? "" : "s"}`;
  };

  const quoted = (words) => JSON.stringify(words).replaceAll("\u007f", "\\u007f");
  const asToml = () => Object.entries(decisions).map(([id, one]) => [
    "[[decision]]",
    `finding = ${quoted(id)}`,
    ...["verdict", "measurand", "because", "note"].filter((name) => one[name]).map((name) => `${name} = ${quoted(String(one[name]))}`),
    `decided = ${one.decided}`,
    "",
  ].join("\n")).join("\n");

  for (const card of cards) {
    card.querySelector(".dx-decide").hidden = false;
    const note = card.querySelector(".dx-decide input");
    for (const button of all("[data-verdict]", card)) {
      button.addEventListener("click", () => {
        const off = button.getAttribute("aria-pressed") === "true";
        decide(card, off ? "" : button.dataset.verdict, note.value.trim());
      });
    }
    note.addEventListener("change", () => {
      const one = decisions[card.dataset.finding];
      decide(card, one && one.verdict !== "noted" ? one.verdict : "", note.value.trim());
    });
    show(card);
  }
  save.addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([asToml()], { type: "application/toml" }));
    link.download = "decisions.toml";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  addEventListener("storage", (event) => {  // another tab with the same story
    if (served || event.key !== store) return;
    decisions = kept();
    for (const card of cards) show(card);
  });
  if (!served) return;

  // -- behind `discrepancy serve`: one request at a time, in the order of what was done ---------
  const words = document.getElementById("kept");
  const openCards = "discrepancy-open";  // which cards stand open while the page loads itself again
  let edition = 0, line = Promise.resolve(), waiting = 0;
  const say = (told) => { if (words.textContent !== told) words.textContent = told; };
  const writing = () => document.activeElement?.matches(".dx-decide input");
  const loadAgain = () => {
    try { sessionStorage.setItem(openCards, JSON.stringify(all(".dx-finding[open]").map((card) => card.id))); } catch { /* no store */ }
    location.reload();
  };
  const take = (state) => {
    if (edition && state.edition !== edition && !writing()) { loadAgain(); return; }
    edition = edition || state.edition;
    decisions = state.decisions;
    for (const card of cards) show(card);
    const count = Object.keys(decisions).length;
    say(state.problem || (count ? `${count} decision${count === 1 ? " is" : "s are"} kept beside the story.` : ""));
  };
  const ask = async (address, options) => {
    try {
      const answer = await fetch(address, options);
      if (answer.ok) return await answer.json();
      say(await answer.text());
    } catch { say("The server has ended; what is decided now is not kept."); }
    return null;
  };
  const tell = (id) => {
    const { verdict, note } = decisions[id] || {};
    const body = JSON.stringify({ finding: id, verdict: verdict || null, note: note || "" });
    waiting += 1;
    line = line.then(async () => {
      const state = await ask("decisions", { method: "POST", body });
      waiting -= 1;
      if (state && !waiting) take(state);
    });
  };
  const look = async () => {
    if (!waiting && !document.hidden) {
      const state = await ask("state");
      if (state && !waiting) take(state);
    }
    setTimeout(look, 1000);
  };
  try {
    const open = JSON.parse(sessionStorage.getItem(openCards) || "null");
    if (open) for (const card of all(".dx-finding")) card.open = open.includes(card.id);
    sessionStorage.removeItem(openCards);
  } catch { /* no store */ }
  look();
})();
