"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const cards = all("#mend .dx-finding");
  const shown = new Set();
  let current = null;

  document.body.classList.add("live");
  for (const id of ["theme", "keys"]) $(id).hidden = false;

  // -- light and dark ---------------------------------------------------------------------
  const darkByItself = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (document.body.dataset.theme || (darkByItself.matches ? "dark" : "light")) === "dark";
  const paint = (theme) => {
    if (theme) document.body.dataset.theme = theme;
    document.documentElement.style.colorScheme = dark() ? "dark" : "light";
    $("theme").setAttribute("aria-pressed", String(dark()));
  };
  const toggle = () => paint(dark() ? "light" : "dark");
  $("theme").addEventListener("click", toggle);
  darkByItself.addEventListener("change", () => paint());
  paint();

  // -- which statuses are shown -----------------------------------------------------------
  const apply = () => {
    for (const section of all("[data-group]")) {
      section.hidden = shown.size > 0 && !shown.has(section.dataset.group);
      const fold = section.querySelector(".folded");
      if (fold && shown.has(section.dataset.group)) fold.open = true;
    }
  };
  for (const tile of all("[data-show]")) {
    tile.addEventListener("click", () => {
      const tone = tile.dataset.show;
      if (!shown.delete(tone)) shown.add(tone);
      tile.setAttribute("aria-pressed", String(shown.has(tone)));
      apply();
    });
  }

  // -- from the words to their card, and back -----------------------------------------------
  const marks = (card) => all(`.words a.dx-m[href="#${card.id}"]`);
  const go = (card, { scroll = true } = {}) => {
    if (!card) return;
    const fold = card.closest(".folded");
    if (fold) fold.open = true;
    if (card.closest("section").hidden) { shown.clear(); all("[data-show]").forEach((tile) => tile.setAttribute("aria-pressed", "false")); apply(); }
    for (const mark of all(".dx-m.lit")) mark.classList.remove("lit");
    if (current) current.classList.remove("current");
    current = card;
    card.classList.add("current");
    card.open = true;
    marks(card).forEach((mark) => mark.classList.add("lit"));
    if (scroll) card.scrollIntoView({ block: "nearest" });
    card.querySelector("summary").focus({ preventScroll: true });
  };
  const show = (card) => { const mark = marks(card)[0]; if (mark) mark.scrollIntoView({ block: "center" }); };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    const target = $(link.getAttribute("href").slice(1));
    if (target && target.matches(".dx-finding")) { event.preventDefault(); go(target); }
    else if (link.closest(".dx-finding")) { event.preventDefault(); const card = link.closest(".dx-finding"); go(card, { scroll: false }); show(card); }
  });

  // -- keys -------------------------------------------------------------------------------
  const visible = () => cards.filter((card) => card.offsetParent !== null);
  const step = (by) => {
    const list = visible();
    const next = list[Math.max(0, Math.min(list.length - 1, list.indexOf(current) + by))];
    if (next) { go(next); show(next); }
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea") || $("help").open) return;
    const act = { j: () => step(1), k: () => step(-1), o: () => current && show(current), t: toggle, "?": () => $("help").showModal() }[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  $("keys").addEventListener("click", () => $("help").showModal());
  addEventListener("beforeprint", () => cards.forEach((card) => { card.open = true; }));
  if (location.hash) { const card = $(location.hash.slice(1)); if (card && card.matches(".dx-finding")) go(card); }
})();
