// Sends files in pieces by tus, so that a broken line costs a piece and not a file. Without it a form sends them whole.
{
const PIECE = 8 * 1024 * 1024, LONGEST_WAIT = 30000;
const running = new Map();                                  // what is being sent, by its mark
const row = document.getElementById('sending-file');
const told = document.getElementById('file-told');
const number = value => new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 }).format(value);
const size = bytes => bytes < 1e6 ? number(bytes / 1e3) + '\u00a0kB' : number(bytes / 1e6) + '\u00a0MB';
const say = (key, ...words) => row.dataset[key].replace(/\{(\d)\}/g, (all, i) => words[i]);
const proof = () => document.querySelector('#configuration [name=csrf]').value;
const base64 = text => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
// Known again after a reload, without its name: that may say whose it is.
const markOf = (file, vendor) => `torg-file ${vendor} ${file.size} ${file.lastModified}`;

const ask = (method, path, headers = {}, body = null, watch = {}) => new Promise(resolve => {
  const xhr = new XMLHttpRequest();
  xhr.open(method, path);
  Object.entries({ 'Tus-Resumable': '1.0.0', 'X-CSRF-Token': proof(), ...headers }).forEach(([k, v]) => xhr.setRequestHeader(k, v));
  xhr.upload.onprogress = e => watch.progress?.(e.loaded);
  xhr.onloadend = () => resolve({ status: xhr.status, header: name => xhr.getResponseHeader(name), json: () => { try { return JSON.parse(xhr.responseText); } catch { return {}; } } });
  watch.started?.(xhr);
  xhr.send(body);
});

class Sending {
  constructor(file, code, vendor, label, types) {
    const allowed = types.split(',').some(end => file.name.toLowerCase().endsWith(end));
    Object.assign(this, { file, code, vendor, label, mark: markOf(file, vendor), offset: 0, state: 'sending', failures: 0 });
    this.id = localStorage.getItem(this.mark);
    this.row = row.content.firstElementChild.cloneNode(true);
    this.row.querySelector('b').textContent = file.name;
    this.row.querySelector('progress').setAttribute('aria-label', file.name);
    for (const [part, run] of [['[data-pause]', () => this.pause()], ['[data-go]', () => this.go()], ['[data-stop]', () => this.remove()]]) this.row.querySelector(part).addEventListener('click', run);
    running.set(this.mark, this);
    allowed ? this.go() : this.wrong(types);
  }
  wrong(types) {
    this.barred = true;
    this.fail(say('type', types.split(',').join(', ')));
    this.row.querySelectorAll('small, progress').forEach(each => { each.hidden = true; });
  }
  show(sent = this.offset) {
    const words = say(this.state === 'failed' ? 'paused' : this.state, size(sent), size(this.file.size));
    this.row.querySelector('small').textContent = words;
    this.row.querySelector('progress').value = 100 * sent / this.file.size;
    this.row.querySelector('[data-pause]').hidden = this.state !== 'sending' && this.state !== 'waiting';
    this.row.querySelector('[data-go]').hidden = this.state === 'sending' || this.barred === true;
    const container = document.querySelector(`[data-files="${CSS.escape(this.code)}"] [data-sending]`);
    if (container && this.row.parentNode !== container) container.append(this.row);
    if (container) container.hidden = false;
    // The server's row of what is on its way again would say the same twice.
    document.querySelectorAll(`[data-upload="${this.id}"]`).forEach(other => { other.hidden = true; });
  }
  turn(state) {
    this.state = state;
    this.row.querySelector('.error').hidden = state !== 'failed';
    this.show();
    told.textContent = `${this.file.name}: ${this.row.querySelector('small').textContent}`;
  }
  fail(words) { this.turn('failed'); this.row.querySelector('.error').textContent = words; }
  pause() { clearTimeout(this.timer); this.turn('paused'); this.xhr?.abort(); this.row.querySelector('[data-go]').focus(); }
  go() { clearTimeout(this.timer); this.turn('sending'); this.row.contains(document.activeElement) && this.row.querySelector('[data-pause]').focus(); this.run(); }
  later() {
    if (this.state !== 'sending') return;
    this.turn('waiting');
    this.timer = setTimeout(() => this.go(), Math.min(1000 * 2 ** this.failures++, LONGEST_WAIT));
  }
  async run() {
    if (this.busy) return;
    this.busy = true;
    try { await this.send(); } finally { this.busy = false; }
    if (this.again) { this.again = false; if (this.state === 'sending') this.run(); }
  }
  async send() {
    if (!await this.find()) return;
    while (this.state === 'sending' && this.offset < this.file.size) {
      const from = this.offset, piece = this.file.slice(from, from + PIECE);
      const reply = await ask('PATCH', `/uploads/${this.id}`, { 'Upload-Offset': from, 'Content-Type': 'application/offset+octet-stream' }, piece,
        { started: xhr => { this.xhr = xhr; }, progress: sent => this.state === 'sending' && this.show(from + sent) });
      this.xhr = null;
      if (this.state === 'removed') return;
      if (reply.status !== 204) return this.broke(reply);
      this.failures = 0;
      this.offset = Number(reply.header('Upload-Offset'));
      this.show();
    }
    if (this.state === 'sending' && this.offset >= this.file.size) this.finish();
  }
  // Where the server stands; a file that it does not know is announced.
  async find() {
    if (this.id) {
      const reply = await ask('HEAD', `/uploads/${this.id}`);
      if (reply.status === 200 && Number(reply.header('Upload-Length')) === this.file.size) {
        this.offset = Number(reply.header('Upload-Offset'));
        this.show();
        return true;
      }
      if (reply.status !== 200 && reply.status !== 404) { this.broke(reply); return false; }
      localStorage.removeItem(this.mark);
    }
    const end = this.file.name.slice(this.file.name.lastIndexOf('.'));
    const about = { filename: 'file' + end, vendor: this.vendor, ...(this.label && { label: this.label }) };
    const reply = await ask('POST', '/uploads', { 'Upload-Length': this.file.size, 'Upload-Metadata': Object.entries(about).map(([k, v]) => `${k} ${base64(v)}`).join(',') });
    if (reply.status !== 201) { this.broke(reply); return false; }
    this.id = reply.header('Location').split('/').pop();
    this.offset = 0;
    localStorage.setItem(this.mark, this.id);
    return true;
  }
  broke(reply) {
    if (this.state === 'paused' || this.state === 'removed') return;
    if (this.state === 'sending' && (reply.status === 0 || reply.status >= 500 || [409, 423, 429].includes(reply.status))) return this.later();
    this.fail(reply.json().detail ?? '');
  }
  finish() {
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name: 'a.' + this.code, value: this.id });
    const question = document.querySelector(`[data-files="${CSS.escape(this.code)}"]`);
    this.gone();
    told.textContent = say('done', this.file.name);
    question?.querySelectorAll(`[data-upload="${this.id}"]`).forEach(other => other.remove());
    question?.append(field);
    question && changed(question);
  }
  gone() { running.delete(this.mark); localStorage.removeItem(this.mark); this.row.remove(); }
  async remove() {
    clearTimeout(this.timer);
    this.state = 'removed';
    this.xhr?.abort();
    const question = this.row.closest('[data-files]');
    this.gone();
    question?.querySelector('input[type=file]')?.focus();
    if (this.id) await discard(this.id);
    question && changed(question);
  }
}

// A file that is just being written or checked is locked for a moment.
const discard = async id => { for (let i = 0; i < 5 && (await ask('DELETE', `/uploads/${id}`)).status === 423; i++) await new Promise(done => setTimeout(done, 1000)); };

// The form asks the server for itself, with what it holds now.
const changed = part => (part.isConnected ? part : document.getElementById('configuration')).dispatchEvent(new Event('change', { bubbles: true }));

const add = (drop, files) => {
  const question = drop.closest('[data-files]'), label = drop.querySelector('input:not([type=file])');
  for (const file of files) {
    const known = running.get(markOf(file, question.dataset.vendor));
    if (known) { if (known.state !== 'sending') known.go(); continue; }
    new Sending(file, question.dataset.files, question.dataset.vendor, label.value.trim(), question.querySelector('input[type=file]').accept);
  }
  label.value = '';
};

const mount = () => {
  document.querySelectorAll('[data-plain]').forEach(part => { part.hidden = true; part.querySelectorAll('input, select, button').forEach(each => { each.disabled = true; }); });
  document.querySelectorAll('[data-drop]').forEach(drop => {
    if (!drop.hidden) return;
    drop.hidden = false;
    drop.addEventListener('change', e => { e.stopPropagation(); if (e.target.files?.length) { add(drop, [...e.target.files]); e.target.value = ''; } });
    drop.addEventListener('dragover', e => e.preventDefault());
    drop.addEventListener('drop', e => { e.preventDefault(); add(drop, [...e.dataTransfer.files]); });
  });
  running.forEach(each => each.show());
  clearTimeout(mount.timer);
  const checked = document.querySelector('[data-upload][data-state=scanning]');
  if (checked) mount.timer = setTimeout(() => look(checked), 1500);
};

// A file that is being checked is asked about until that is done.
const look = async part => {
  const reply = await ask('GET', `/uploads/${part.dataset.upload}`);
  if (part.isConnected && reply.status === 200 && reply.json().state !== 'scanning') changed(part);
  else mount();
};

document.addEventListener('click', async e => {
  const button = e.target.closest('[data-files] button[name=drop-file]');
  if (!button) return;
  e.preventDefault();
  const question = button.closest('[data-files]');
  button.setAttribute('aria-busy', 'true');
  await discard(button.value);
  // The form may have been replaced meanwhile, with the same row in it.
  document.querySelectorAll(`[data-upload="${CSS.escape(button.value)}"]`).forEach(row => row.remove());
  question.querySelector('input[type=file]')?.focus();
  changed(question);
});
addEventListener('online', () => running.forEach(each => each.state === 'waiting' && each.go()));
addEventListener('beforeunload', e => { if ([...running.values()].some(each => each.state === 'sending')) e.preventDefault(); });
document.addEventListener('htmx:afterSettle', mount);
mount();
}
