// A screen that stands in a page of the desk: what the page around it shows is left out.
if (window.parent !== window) document.documentElement.classList.add("framed");
