// Ends the loading of a page; tells whether it shows anything by then.
window.stop();
return { shows: !!document.body && squeeze(document.body.textContent) !== '' };
