#!/usr/bin/node
// Writes formula_sizes.json: how wide, high and deep MathJax 3 makes each formula of formulas.txt in display style, in em.
//
// MathJax is no package of Debian in this version; it is only needed to make the figures anew:
//   npm install --prefix FOLDER mathjax-full@3 && NODE_PATH=FOLDER/node_modules node make_formula_sizes.js > formula_sizes.json
// Formulas with a command of our own (\color with a theme's colour, \link) are given to MathJax with the colour black.
const fs = require('fs'), path = require('path');
const {mathjax} = require('mathjax-full/js/mathjax.js');
const {TeX} = require('mathjax-full/js/input/tex.js');
const {SVG} = require('mathjax-full/js/output/svg.js');
const {liteAdaptor} = require('mathjax-full/js/adaptors/liteAdaptor.js');
const {RegisterHTMLHandler} = require('mathjax-full/js/handlers/html.js');
require('mathjax-full/js/input/tex/AllPackages.js');

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const tex = new TeX({packages: ['base', 'ams', 'boldsymbol', 'color']});
const page = mathjax.document('', {InputJax: tex, OutputJax: new SVG({fontCache: 'none'})});

const sizes = {};
for (const line of fs.readFileSync(path.join(__dirname, 'formulas.txt'), 'utf8').split('\n')) {
  if (!line) continue;
  const source = line.replace(/\\color\{\w+\}\{/g, '{').replace(/\\link\{[^}]*\}\{/g, '{');
  const svg = adaptor.outerHTML(page.convert(source, {display: true}));
  if (/data-mml-node="merror"/.test(svg)) throw new Error('MathJax cannot read ' + line);
  const [, , top, width, total] = svg.match(/viewBox="(\S+) (\S+) (\S+) (\S+)"/).map(Number);
  sizes[line] = [width, -top, total + top].map(x => Math.round(x) / 1000);
}
console.log('{\n' + Object.entries(sizes).map(([k, v]) => '  ' + JSON.stringify(k) + ': [' + v.join(', ') + ']').join(',\n') + '\n}');
