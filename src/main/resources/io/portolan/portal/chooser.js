// Keeps the page's next choice of a file within the page: its field is put where a file can be handed to it.
function hold() {
  documents(document).forEach(function (page) {
    var view = page.defaultView;
    var input = view.HTMLInputElement.prototype;
    if (input.portolanClick) {
      return;
    }
    input.portolanClick = input.click;
    function kept(element) {
      if (!element.isConnected) {
        element.style.display = 'none';
        page.body.appendChild(element);
      }
      element.setAttribute('data-portolan-file', '');
    }
    input.click = function () {
      return this.type === 'file' ? kept(this) : this.portolanClick();
    };
    if (input.showPicker) {
      var showPicker = input.showPicker;
      input.showPicker = function () {
        return this.type === 'file' ? kept(this) : showPicker.call(this);
      };
    }
  });
  return {};
}
return hold();
