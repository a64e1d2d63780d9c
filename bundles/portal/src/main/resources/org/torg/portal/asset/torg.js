// Optional. Every page works without it.
const on = (type, run) => document.addEventListener(type, run);
let changed = false;
on('input', e => { if (e.target.form?.dataset.keep !== undefined) changed = true; });
addEventListener('beforeunload', e => { if (changed) e.preventDefault(); });
on('submit', e => {
  const form = e.target, by = e.submitter;
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
