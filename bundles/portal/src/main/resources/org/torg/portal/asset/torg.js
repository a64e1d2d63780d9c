// Optional. Every page works without it.
const on = (type, run) => document.addEventListener(type, run);
let changed = false;
on('input', e => { if (e.target.form?.dataset.keep !== undefined) changed = true; });
addEventListener('beforeunload', e => { if (changed) e.preventDefault(); });
on('submit', e => {
  const form = e.target, by = e.submitter;
  if (by?.dataset.file !== undefined) return;            // answered with a file: the page stays
  if (form.dataset.sent) return e.preventDefault();      // a second click sends nothing
  form.dataset.sent = '1'; changed = false;
  by?.setAttribute('aria-busy', 'true');
});
addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(f => {
  delete f.dataset.sent; f.querySelectorAll('[aria-busy]').forEach(b => b.removeAttribute('aria-busy'));
}));
on('click', e => {
  const open = e.target.closest('[data-opens]');
  if (open) { document.getElementById(open.dataset.opens)?.showModal(); e.preventDefault(); }
  document.querySelectorAll('details.menu[open]').forEach(d => d.contains(e.target) || (d.open = false));
});
on('keydown', e => {
  if (e.key === 'Escape') document.querySelectorAll('details.menu[open]').forEach(d => { d.open = false; d.querySelector('summary').focus(); });
  if (e.key === '/' && !e.target.closest('input, textarea, select')) { document.getElementById('q')?.focus(); e.preventDefault(); }
});
on('change', e => e.target.form?.dataset.auto !== undefined && e.target.form.requestSubmit());
document.querySelector('[data-errors]')?.focus();
on('click', e => e.target.closest('[data-print]') && print());

// A form that follows its answers is replaced only by the reply to what it holds now: nothing that was typed meanwhile is lost.
const held = form => new URLSearchParams(new FormData(form)).toString();
on('htmx:beforeRequest', e => { if (e.detail.elt.tagName === 'FORM') e.detail.xhr.held = held(e.detail.elt); });
on('htmx:beforeSwap', e => {
  const form = e.detail.requestConfig?.elt;
  if (form?.tagName === 'FORM' && e.detail.xhr.held !== held(form)) e.detail.shouldSwap = false;
});

// A file is read into the field that could be typed into as well.
const read = async (file, into) => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const decode = (code, fatal) => new TextDecoder(code, { fatal }).decode(bytes);
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : '';
  try { into.value = decode(wide || 'utf-8', !wide); } catch { into.value = decode('windows-1252', false); }
  into.focus();
};
const field = drop => document.getElementById(drop.dataset.reads);
document.querySelectorAll('[data-reads]').forEach(drop => { drop.hidden = false; });
on('change', e => {
  const drop = e.target.closest('[data-reads]');
  if (drop && e.target.files?.[0]) { read(e.target.files[0], field(drop)); e.target.value = ''; }
});
on('dragover', e => e.target.closest?.('[data-reads]') && e.preventDefault());
on('drop', e => {
  const drop = e.target.closest?.('[data-reads]');
  if (drop) { e.preventDefault(); if (e.dataTransfer.files[0]) read(e.dataTransfer.files[0], field(drop)); }
});

// The secret of a mail's link stands behind the number sign, where no server sees it: put into its field it needs no eye.
const secret = document.querySelector('[data-fragment]');
const unfold = () => {
  if (location.hash.length > 20) secret.value = location.hash.slice(1);
  secret.closest('.field').hidden = secret.value !== '' && !secret.hasAttribute('aria-invalid');
  document.querySelectorAll('a[hreflang]').forEach(a => { a.hash = secret.value; });
};
if (secret) { unfold(); addEventListener('hashchange', unfold); }
