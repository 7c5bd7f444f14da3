import '@testing-library/jest-dom/vitest';

// jsdom lays nothing out, and its ranges do not even have a place; the code editor asks for one.
Range.prototype.getClientRects = () => document.createElement('div').getClientRects();
Range.prototype.getBoundingClientRect = () => new DOMRect();
