// The components of Lighthouse Bank's portal: each draws itself into a shadow root and takes part in its form.
class Control extends HTMLElement {
  static formAssociated = true;

  constructor() {
    super();
    this.internals = this.attachInternals();
    this.root = this.attachShadow({ mode: 'open' });
    this.style.display = 'block';
  }

  draw(html) {
    this.root.innerHTML = '<link rel="stylesheet" href="/bank.css">' + html;
    return selector => this.root.querySelector(selector);
  }

  text(name) {
    const span = document.createElement('span');
    span.textContent = this.getAttribute(name) || '';
    return span.innerHTML;
  }
}

customElements.define('lh-field', class extends Control {
  connectedCallback() {
    const find = this.draw(`<label for="box">${this.text('label')}</label><input id="box" type="${this.getAttribute('type') || 'text'}">`);
    const box = find('input');
    box.value = this.getAttribute('value') || '';
    this.internals.setFormValue(box.value);
    box.addEventListener('input', () => this.internals.setFormValue(box.value));
    box.addEventListener('keydown', event => {
      if (event.key === 'Enter') {
        this.internals.form.requestSubmit();
      }
    });
  }
});

customElements.define('lh-file', class extends Control {
  connectedCallback() {
    const find = this.draw(`<button type="button" class="quiet">${this.text('label')}</button> <span>no file</span><input type="file" hidden>`);
    find('button').addEventListener('click', () => find('input').click());
    find('input').addEventListener('change', () => {
      const file = find('input').files[0];
      this.internals.setFormValue(file);
      find('span').textContent = file.name;
    });
  }
});

customElements.define('lh-choice', class extends Control {
  connectedCallback() {
    const find = this.draw(`<span id="label">${this.text('label')}</span>
      <button type="button" class="quiet" role="combobox" aria-labelledby="label" aria-haspopup="listbox" aria-expanded="false"
        aria-controls="list">Please choose</button><ul id="list" role="listbox" hidden></ul>`);
    const button = find('button');
    const open = isOpen => {
      find('ul').hidden = !isOpen;
      button.setAttribute('aria-expanded', isOpen);
    };
    button.addEventListener('click', () => open(find('ul').hidden));
    this.getAttribute('options').split('|').forEach(name => {
      const option = document.createElement('li');
      option.setAttribute('role', 'option');
      option.textContent = name;
      option.addEventListener('click', () => {
        button.textContent = name;
        this.internals.setFormValue(name);
        open(false);
      });
      find('ul').append(option);
    });
  }
});

customElements.define('lh-switch', class extends Control {
  connectedCallback() {
    const find = this.draw(`<button type="button" class="quiet" role="switch" aria-label="${this.text('label')}"></button> ${this.text('label')}`);
    const turn = isOn => {
      find('button').setAttribute('aria-checked', isOn);
      find('button').textContent = isOn ? '●' : '○';
      this.internals.setFormValue(isOn ? 'on' : null);
    };
    turn(this.getAttribute('value') === 'on');
    find('button').addEventListener('click', () => turn(find('button').getAttribute('aria-checked') !== 'true'));
  }
});

customElements.define('lh-button', class extends Control {
  connectedCallback() {
    const find = this.draw('<button type="button" style="text-transform: uppercase"><slot></slot></button>');
    find('button').addEventListener('click', () => {
      if (this.hasAttribute('href')) {
        location.href = this.getAttribute('href');
      } else {
        this.internals.form.requestSubmit();
      }
    });
  }
});

// Shows a value that is meant to be copied: it stands in a field, hidden until somebody asks.
customElements.define('lh-secret', class extends Control {
  connectedCallback() {
    const find = this.draw(`<label for="box">${this.text('label')}</label><input id="box" type="password" readonly>
      <button type="button" class="quiet">Copy</button>`);
    find('input').value = this.getAttribute('value');
    this.removeAttribute('value');
  }
});
