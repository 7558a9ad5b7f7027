/* bpmn-js writes styles as attributes into what it draws, and inline styles are allowed to nobody here. What is set by the object model is allowed, so each
   such attribute is set that way. */
(function () {
  'use strict';

  const attribute = Element.prototype.setAttribute;
  const attributeOf = Element.prototype.setAttributeNS;
  const html = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');

  Element.prototype.setAttribute = function (name, value) {
    if (name === 'style') this.style.cssText = value;
    else attribute.call(this, name, value);
  };

  Element.prototype.setAttributeNS = function (space, name, value) {
    if (!space && name === 'style') this.style.cssText = value;
    else attributeOf.call(this, space, name, value);
  };

  Object.defineProperty(Element.prototype, 'innerHTML', {
    configurable: true,
    enumerable: html.enumerable,
    get: html.get,
    set: function (text) {
      html.set.call(this, String(text).replace(/(<[^<>]*\s)style=/g, '$1data-styles='));
      this.querySelectorAll('[data-styles]').forEach(function (one) {
        one.style.cssText = one.dataset.styles;
        one.removeAttribute('data-styles');
      });
    }
  });
})();
