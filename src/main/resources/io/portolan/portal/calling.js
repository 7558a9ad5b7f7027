// How many of its calls the page awaits.
return { open: calls() };
