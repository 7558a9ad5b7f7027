// Whether the page asks its reader to prove that they are human.
function hasCaptcha() {
  var pages = documents(document);
  var human = /(i.?m|i am|you are|you're) not a robot|(verify|confirm|prove)( that)? you are (a )?human|ich bin kein roboter|nejsem robot|je ne suis pas un robot|no soy un robot|non sono un robot|ik ben geen robot|nie jestem robotem/i;
  return all(pages, 'iframe[src],.g-recaptcha,.h-captcha,.cf-turnstile,[data-sitekey],label,img,canvas,input,[role=checkbox]').some(function (element) {
    if (element.tagName === 'IFRAME') {
      return /recaptcha|hcaptcha|turnstile|challenges\.cloudflare|arkoselabs|funcaptcha|geetest|captcha-delivery/i.test(element.src)
        && !/[?&]size=invisible/.test(element.src) && isVisible(element);
    }
    if (element.matches('.g-recaptcha,.h-captcha,.cf-turnstile,[data-sitekey]')) {
      return element.getAttribute('data-size') !== 'invisible';
    }
    var marks = [element.id, element.getAttribute('name'), element.getAttribute('alt'), element.getAttribute('placeholder'),
      element.tagName === 'IMG' ? (element.getAttribute('src') || '').replace(/^data:.*/, '') : ''].join(' ');
    var text = element.tagName === 'LABEL' || element.getAttribute('role') === 'checkbox' ? words(element) : '';
    return (/captcha/i.test(marks + ' ' + text) || human.test(text)) && isSeen(element);
  });
}
